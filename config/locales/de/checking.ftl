# Rückmeldungen zu Zusagen.

checking-question =
    Kurze Rückmeldung zu Ihrer Zusage **{ $title }**

    { $question }{ $plan }
checking-no-plan = { "" }
checking-plan = { "" }

    Ihr Plan war: { $plan }
checking-amount = { $amount } { $unit }
checking-next =
    { $left ->
        [0] Noch eine Rückmeldung:
       *[other] Noch eine Rückmeldung, danach { $left ->
            [one] eine weitere
           *[other] { $left } weitere
        }:
    } **{ $title }**

    { $question }{ $plan }
checking-reminder =
    Noch offen: **{ $title }**

    { $question }

    Ein Tipp auf einen Knopf genügt.
checking-silence =
    Gerade viel los? Zu „{ $title }“ frage ich erst wieder, wenn Sie es möchten.
checking-keep-asking = Weiter fragen
checking-entry-gone = Eine Ihrer Zusagen steht nicht mehr im Katalog. Ich frage nicht mehr danach. Suchen Sie sich gern eine neue aus.
checking-not-there = Diese Frage gehört zu keiner Zusage mehr. Es hat sich nichts geändert.
checking-closed = Diese Rückmeldung ist schon abgeschlossen. Es hat sich nichts geändert. Bis zum nächsten Mal!
checking-noted-before = Das ist schon notiert.
checking-skipped = In Ordnung. Bis zum nächsten Mal!
checking-thanks-honest = Danke für die ehrliche Antwort. Nächstes Mal klappt es vielleicht.
checking-together = Diese Woche waren es schon { $count } Rückmeldungen aus dem Bündnis.
checking-noted = Notiert, danke! „{ $title }“ hat geklappt.
checking-noted-partly = Notiert, danke! Auch ein Teil zählt bei „{ $title }“.
checking-noted-under-way = Notiert, danke! „{ $title }“ ist auf dem Weg.
checking-noted-amount = Notiert, danke! { $amount } { $unit } bei „{ $title }“.
checking-estimate = Geschätzt rund { $kg } kg CO2e vermieden (Spanne { $low } bis { $high }). CO2e: alle Klimagase, umgerechnet in CO2.
checking-later = Gern. Ich frage in ein paar Tagen noch einmal.
checking-if-measured = Haben Sie es gemessen? Dann nennen Sie mir gern die Zahl. Sonst ist schon alles notiert.
checking-how-many = Schön! Wie viele { $unit } waren es?
checking-not-measured = In Ordnung. Es ist schon alles notiert.
checking-other-number = Andere Zahl
checking-amount-title = Ihre Rückmeldung
checking-which-number = Wie viel war es? Bitte schreiben Sie die Zahl ({ $unit }).
checking-no-number = Das habe ich nicht als Zahl verstanden. Bitte nur die Zahl, zum Beispiel „12“ ({ $unit }).
checking-too-much = Das wäre sehr viel. Ich kann bis { $most } { $unit } notieren. Ist vielleicht eine Null zu viel dabei?
checking-all-done = Fertig, herzlichen Glückwunsch! Möchten Sie die Zusage damit abschließen?
checking-finish = Zusage abschließen

## Was man statt der Knöpfe auch schreiben kann

checking-words-yes = ja,jo,jep,jawohl,klar,geschafft,erledigt,ja hat geklappt,hat geklappt
checking-words-partly = teilweise,teils,teils teils,ein bisschen,halb,so halb,halbwegs,zum teil,hat so halb geklappt,hat halb geklappt,hat zum teil geklappt
checking-words-no = nein,nee,nö,nicht,noch nicht,gar nicht,nicht geschafft,hat nicht geklappt
checking-words-none = nichts,nix,keine,keinen,kein,nein,nee,nö,nicht,noch nicht,gar nicht,gar nichts,hat nicht geklappt
checking-words-pause = pausieren,anhalten,bitte pause
checking-words-skip = später,weiter,egal
