# Bitte melden, mit Du.

requesting-members-only = Darum können Organisationen im Bündnis bitten. Gern kannst du dem Team schreiben.
requesting-enough =
    { $count ->
        [one] Eine Bitte liegt schon beim Team. Bitte warte die Antwort ab.
       *[other] { $count } Bitten liegen schon beim Team. Bitte warte die Antworten ab.
    }
requesting-body = Was soll das Team melden? Schick mir bitte den Text. Das Team entscheidet, ob und an wen er geht.
requesting-taken-over = Das Team hat deine Bitte übernommen und bereitet die Nachricht vor.
requesting-planned = Deine Bitte wird gesendet: { $title }. Sendezeit: { $when }.
requesting-sent = Deine Bitte ist unterwegs: { $title }. Danke!
requesting-declined =
    Das Team sendet das so nicht: { $title }. Grund: { $reason }

    Mit /bittemelden kannst du es anders noch einmal versuchen.
requesting-called-off = Deine Bitte wird vorerst nicht gesendet: { $title }. Das Team hat die Sendezeit abgesagt.
requesting-discarded = Das Team sendet deine Bitte nun doch nicht: { $title }. Frag gern nach: /frage
