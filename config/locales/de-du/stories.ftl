# Only what differs from "de".

stories-dialogue = deine Geschichte
stories-dialogue-change = deine Geschichte ändern
stories-title = Wie heißt deine Geschichte? Ein kurzer Titel genügt.
stories-what = Was hast du gemacht? Erzähl es wie einer Nachbarin, in 3 bis 6 Sätzen.
stories-tip = Dein Tipp: Was ist der erste Schritt für andere?
stories-goal = Zu welchem Ziel passt deine Geschichte am besten?
stories-goal-help = Wähle das Ziel, das am besten passt. Andere finden deine Geschichte so leichter.
stories-picture-help = Schick ein Foto oder tipp auf „Ohne Bild“. Ort und Kameradaten entferne ich aus dem Bild.
stories-preview =
    So sieht sie aus:

    { $card }

    { $picture ->
        [yes] Mit deinem Bild.
       *[no] Ohne Bild.
    } Sehen darf sie: { $scope }.{ $first ->
        [yes] { "" } Zuerst liest sie das Team.
       *[no] { "" }
    }
stories-part-what = Was du gemacht hast
stories-sent = Danke! Deine Geschichte liegt jetzt beim Team. Ich melde mich, sobald es entschieden hat.
stories-enough-waiting = Von dir warten schon { $count } Geschichten auf das Team. Sobald eine gelesen ist, ist Platz für die nächste.
shelf-own-what = Deine eigenen Geschichten
shelf-none = Hier steht noch keine Geschichte. Vielleicht wird deine die erste?
shelf-page =
    { $count ->
        [one] Eine Geschichte des Gelingens. Tipp auf den Titel.
       *[other] Geschichten des Gelingens, { $first } bis { $last } von { $count }. Tipp auf einen Titel.
    }
shelf-none-own = Von dir ist noch keine Geschichte dabei.
shelf-own-list =
    { $count ->
        [one] Deine Geschichte:
       *[other] Deine { $count } Geschichten:
    }
shelf-withdraw-sure = „{ $title }“ zurückziehen? Dann zeige ich sie sofort niemandem mehr. Wer sie schon im Chat hat, behält sie dort. Du kannst sie später wieder absenden.
shelf-withdrawn = „{ $title }“ ist zurückgezogen. Nur du siehst sie noch.
stories-title-help = Ein paar Worte genügen. Am Ende kannst du sie noch ändern.
stories-what-help = Schreib einfach drauflos. Am Ende siehst du alles noch einmal und kannst es ändern.
stories-tip-help = Ein Satz genügt. Was rätst du anderen, die damit anfangen möchten?
stories-scope-help = „Öffentlich“ heißt: auch im Internet. Das Team liest jede Geschichte vorher. Du kannst sie jederzeit zurückziehen.
shelf-flag-words = Was stimmt an „{ $title }“ nicht? Ein Satz ans Team genügt. Bist du Mitglied, sieht das Team dabei deinen Namen.
shelf-deleted = Deine Geschichte ist gelöscht, Text und Bild.
