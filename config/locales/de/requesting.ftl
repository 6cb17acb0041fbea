# Bitte melden: Eine Organisation bittet das Team, etwas an das Bündnis zu schreiben.

requesting-what = Das Team bitten, etwas an alle zu melden
requesting-title = Bitte melden
requesting-members-only = Darum können Organisationen im Bündnis bitten. Gern können Sie dem Team schreiben.
requesting-ask-team = Dem Team schreiben
requesting-enough =
    { $count ->
        [one] Eine Bitte liegt schon beim Team. Bitte warten Sie die Antwort ab.
       *[other] { $count } Bitten liegen schon beim Team. Bitte warten Sie die Antworten ab.
    }
requesting-body = Was soll das Team melden? Schicken Sie mir bitte den Text. Das Team entscheidet, ob und an wen er geht.
requesting-preview =
    Das bekommt das Team:

    { $message }
requesting-send = An das Team geben
requesting-part-body = Text
requesting-part-files = Bilder oder Datei
requesting-passed-on = Danke! Das liegt jetzt beim Team. Ich sage Bescheid, was daraus wird.
requesting-taken-over = Das Team hat Ihre Bitte übernommen und bereitet die Nachricht vor.
requesting-planned = Ihre Bitte wird gesendet: { $title }. Sendezeit: { $when }.
requesting-sent = Ihre Bitte ist unterwegs: { $title }. Danke!
requesting-declined =
    Das Team sendet das so nicht: { $title }. Grund: { $reason }

    Mit /bittemelden können Sie es anders noch einmal versuchen.
requesting-called-off = Ihre Bitte wird vorerst nicht gesendet: { $title }. Das Team hat die Sendezeit abgesagt.
requesting-discarded = Das Team sendet Ihre Bitte nun doch nicht: { $title }. Fragen Sie gern nach: /frage
