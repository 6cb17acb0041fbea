# Worte aus dem Profil des Bündnisses und von Menschen, so wie sie sind.

plain-words = { $words }
plain-outside = außerhalb oder nicht genannt
plain-lines =
    { $first }
    { $rest }
plain-yes = ja
plain-no = nein
plain-long = Das ist etwas lang: { $length } Zeichen. Bitte höchstens { $most }.
plain-no-words = Da steht noch nichts. Bitte schreiben Sie ein paar Worte.
