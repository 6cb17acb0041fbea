# Geschichten des Gelingens: erzählen und ändern.

stories-what-it-does = Eine Geschichte erzählen
stories-dialogue = Ihre Geschichte
stories-dialogue-change = Ihre Geschichte ändern

stories-title = Wie heißt Ihre Geschichte? Ein kurzer Titel genügt.
stories-title-help = Ein paar Worte genügen. Am Ende können Sie sie noch ändern.
stories-title-long = Der Titel ist etwas lang: { $length } Zeichen. Bitte höchstens { $most }.
stories-what = Was haben Sie gemacht? Erzählen Sie es wie einer Nachbarin, in 3 bis 6 Sätzen.
stories-what-help = Schreiben Sie einfach drauflos. Am Ende sehen Sie alles noch einmal und können es ändern.
stories-tip = Ihr Tipp: Was ist der erste Schritt für andere?
stories-tip-help = Ein Satz genügt. Was raten Sie anderen, die damit anfangen möchten?
stories-goal = Zu welchem Ziel passt Ihre Geschichte am besten?
stories-goal-help = Wählen Sie das Ziel, das am besten passt. Andere finden Ihre Geschichte so leichter.
stories-picture = Ein Bild dazu? Bitte nur eigene Bilder. Sind Menschen zu erkennen, müssen sie zustimmen.
stories-no-picture = Ohne Bild
stories-picture-help = Schicken Sie ein Foto oder tippen Sie auf „Ohne Bild“. Ort und Kameradaten entferne ich aus dem Bild.
stories-scope =
    Wer darf die Geschichte sehen?

    - Nur das Bündnis: { $alliance }
    - Öffentlich: { $public }
    - Erst mal nur das Team: Sonst sieht sie niemand.
stories-consent-alliance = Alle Mitglieder des Bündnisses dürfen die Geschichte lesen.
stories-consent-public = Alle dürfen sie lesen, auch auf der Internetseite des Bündnisses.
stories-scope-help = „Öffentlich“ heißt: auch im Internet. Das Team liest jede Geschichte vorher. Sie können sie jederzeit zurückziehen.
stories-scope-alliance = Nur das Bündnis
stories-scope-public = Öffentlich
stories-scope-team = Erst mal nur das Team
stories-seen-alliance = das Bündnis
stories-seen-public = alle, auch im Internet
stories-seen-team = nur das Team
stories-preview =
    So sieht sie aus:

    { $card }

    { $picture ->
        [yes] Mit Ihrem Bild.
       *[no] Ohne Bild.
    } Sehen darf sie: { $scope }.{ $first ->
        [yes] { "" } Zuerst liest sie das Team.
       *[no] { "" }
    }
stories-send = Absenden
stories-send-help = „Absenden“ schickt die Geschichte ans Team. Veröffentlicht wird sie erst, wenn das Team sie freigibt.
stories-part-title = Titel
stories-part-what = Was Sie gemacht haben
stories-part-tip = Tipp
stories-part-goal = Ziel
stories-part-picture = Bild
stories-part-scope = Wer sie sehen darf
stories-sent = Danke! Ihre Geschichte liegt jetzt beim Team. Ich melde mich, sobald es entschieden hat.
stories-sent-again = Danke! Die neue Fassung liegt jetzt beim Team. Bis zur Freigabe ist die Geschichte nicht zu sehen.
stories-enough-waiting = Von Ihnen warten schon { $count } Geschichten auf das Team. Sobald eine gelesen ist, ist Platz für die nächste.
stories-not-there = Diese Geschichte gibt es hier nicht mehr.

stories-card =
    { "" }**{ $title }**

    { $what }

    Tipp: { $tip }

    _{ $by } · { $goal }_
stories-by = Von { $name }
stories-by-from = Von { $name }, { $place }
stories-by-nobody = Ohne Namen erzählt

## Das Regal: lesen und die eigenen Geschichten

shelf-what = Geschichten lesen
shelf-own-what = Ihre eigenen Geschichten
shelf-none = Hier steht noch keine Geschichte. Vielleicht wird Ihre die erste?
shelf-page =
    { $count ->
        [one] Eine Geschichte des Gelingens. Tippen Sie auf den Titel.
       *[other] Geschichten des Gelingens, { $first } bis { $last } von { $count }. Tippen Sie auf einen Titel.
    }
shelf-newer = Neuere
shelf-older = Weitere
shelf-back = Alle Geschichten
shelf-gone = Diese Geschichte ist nicht mehr zu sehen.
shelf-copy = Mache ich nach
shelf-hide = Ausblenden
shelf-flag = Melden
shelf-flag-title = Eine Geschichte melden
shelf-flag-words = Was stimmt an „{ $title }“ nicht? Ein Satz ans Team genügt. Sind Sie Mitglied, sieht das Team dabei Ihren Namen.
shelf-flag-without = Ohne Worte melden
shelf-flag-nothing-said = Diese Geschichte wurde ohne Worte gemeldet.
shelf-flag-look = Geschichte ansehen
shelf-tell = Eigene erzählen
shelf-tell-another = Noch eine erzählen
shelf-own = Meine Geschichten
shelf-none-own = Von Ihnen ist noch keine Geschichte dabei.
shelf-own-list =
    { $count ->
        [one] Ihre Geschichte:
       *[other] Ihre { $count } Geschichten:
    }
shelf-own-title = { $title } ({ $state })
shelf-own-story =
    { $card }

    Stand: { $state }. Sehen darf sie: { $scope }.
shelf-state-submitted = wartet auf das Team
shelf-state-asked = das Team hat eine Frage
shelf-state-approved = freigegeben
shelf-state-declined = nicht veröffentlicht
shelf-state-withdrawn = zurückgezogen
shelf-change = Ändern
shelf-withdraw = Zurückziehen
shelf-withdraw-sure = „{ $title }“ zurückziehen? Dann zeige ich sie sofort niemandem mehr. Wer sie schon im Chat hat, behält sie dort. Sie können sie später wieder absenden.
shelf-withdraw-yes = Ja, zurückziehen
shelf-keep = Nein, so lassen
shelf-withdrawn = „{ $title }“ ist zurückgezogen. Nur Sie sehen sie noch.
shelf-delete = Löschen
shelf-delete-sure = „{ $title }“ löschen? Text und Bild sind dann ganz weg. Das lässt sich nicht zurücknehmen.
shelf-delete-yes = Ja, löschen
shelf-deleted = Ihre Geschichte ist gelöscht, Text und Bild.
