# Worte aus dem Profil des Bündnisses und von Menschen, so wie sie sind.

plain-words = { $words }
plain-outside = außerhalb oder nicht genannt
plain-lines =
    { $first }
    { $rest }
plain-yes = ja
plain-no = nein
plain-saying-yes = ja, jo, jep, ja bitte, ja gern, ja gerne, gern, gerne, sehr gern, klar, na klar, ok, okay, einverstanden, in Ordnung
plain-saying-no = nein, nö, nee, ne, nein danke, lieber nicht, bitte nicht
plain-long = Das ist etwas lang: { $length } Zeichen. Bitte höchstens { $most }.
plain-no-words = Da steht noch nichts. Bitte schreiben Sie ein paar Worte.
