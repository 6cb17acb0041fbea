# Eine Nachricht an das Bündnis schreiben. Für das Team.

announcing-what = Eine Nachricht an das Bündnis schreiben
announcing-title = Nachricht an das Bündnis
announcing-title-change = Nachricht ändern
announcing-body =
    Was möchten Sie schreiben? Schicken Sie mir den Text so, wie er ankommen soll. Weiterleiten geht auch.

    Jetzt wird noch nichts gesendet.
announcing-body-help = Mit \*\*zwei Sternen\*\* um ein Wort wird es fett. Die Zeile zum Abbestellen hänge ich selbst an.
announcing-empty = Da steht noch nichts. Bitte schreiben Sie den Text der Nachricht.
announcing-long = Das ist zu lang: { $length } Zeichen. Bitte höchstens { $most }.
announcing-more = Das ist ein langer Text. Manche Geräte schicken ihn in mehreren Teilen. Kommt noch einer?
announcing-all = Das war alles

## Bilder oder eine Datei

announcing-files = Soll ein Bild oder eine Datei mit? Möglich sind bis zu { $most } Bilder oder eine Datei.
announcing-files-help = Schicken Sie die Bilder einzeln. Bitte nur Bilder, denen alle Abgebildeten zugestimmt haben.
announcing-files-only = Hier geht es nur um Bilder oder eine Datei. Den Text können Sie am Schluss noch ändern.
announcing-files-none = Ohne
announcing-files-more =
    { $count ->
        [one] Ein Bild ist da. Noch eins?
       *[other] { $count } Bilder sind da. Noch eins?
    }
announcing-files-full = { $most } Bilder sind da. Mehr passen nicht dazu.
announcing-files-done = Fertig
announcing-files-too-many = Dieses Bild ist nicht dabei.
announcing-files-either = Entweder Bilder oder eine Datei. Diese Datei ist nicht dabei.
announcing-files-gone = Eine Datei zu diesem Entwurf habe ich nicht mehr. Bitte schicken Sie sie noch einmal.

## Zweite Sprache, Thema, Ziel

announcing-second = Gibt es den Text auch in einer anderen Sprache? Sonst bekommen ihn alle { $written }.
announcing-second-none =
    { $language ->
        [de] Nein, nur Deutsch
        [en] Nein, nur Englisch
       *[other] Nein
    }
announcing-second-yes =
    { $language ->
        [de] Ja, auf Deutsch
        [en] Ja, auf Englisch
       *[other] Ja, auf { $language }
    }
announcing-written-in =
    { $language ->
        [de] Der Text ist auf Deutsch
        [en] Der Text ist auf Englisch
       *[other] Der Text ist auf { $language }
    }
announcing-second-body = Bitte schicken Sie mir den Text { $written }.
announcing-topic = Worum geht es? Wer ein Thema ausgeschaltet hat, bekommt die Nachricht nicht.
announcing-topic-help = Ohne Thema geht die Nachricht an alle, die Nachrichten möchten.
announcing-no-topic = Ohne Thema
announcing-goal = Zu welchem Ziel passt sie am besten?
announcing-goal-help = Das ist nur eine Notiz für das Team. Am Empfang ändert es nichts.
announcing-no-goal = Zu keinem bestimmten

## Empfänger

announcing-audience = Für wen ist die Nachricht? In Klammern steht, wie viele sie bekommen würden.
announcing-audience-help = Nur wer Nachrichten möchte und erreichbar ist, wird gezählt.
announcing-to-everyone = Alle ({ $count })
announcing-to-members = Nur Mitglieder ({ $count })
announcing-to-followers = Nur Interessierte ({ $count })
announcing-to-nobody = Nur Gruppen und Kanäle
announcing-narrower =
    Empfänger: { $audience }. { $count ->
        [0] Das ist gerade niemand.
        [one] Das ist genau ein Mensch.
       *[other] Das sind genau { $count } Menschen.
    }

    Noch enger, oder so lassen?
announcing-narrower-help = Zwei Orte heißt: der eine oder der andere. Ein Ort und ein Thema heißt: beides zugleich.
announcing-enough = So lassen
announcing-by-kinds = Art der Mitglieder
announcing-by-municipalities = Ort oder Gebiet
announcing-by-topics = Wer ein Thema will
announcing-by-goals = Ziel der Mitglieder
announcing-by-languages = Sprache
announcing-by-networks = Dienst
announcing-by-places = Dazu Gruppen und Kanäle
announcing-which-kinds = Welche Art von Mitgliedern?
announcing-which-municipalities = Welcher Ort? Die ersten Buchstaben reichen. Oder wählen Sie ein ganzes Gebiet.
announcing-which-topics = Wer will welches Thema?
announcing-which-goals = Wer tut etwas für welches Ziel? Es zählen laufende Zusagen und Geschichten.
announcing-which-languages = Wer liest in welcher Sprache?
announcing-which-networks = Wer schreibt über welchen Dienst mit uns?
announcing-which-places = Wo soll die Nachricht auch erscheinen?
announcing-option = { $name } ({ $count })
announcing-place-unknown = „{ $typed }“ kenne ich hier nicht. Bitte schreiben Sie die ersten Buchstaben noch einmal.
announcing-place-which = Meinen Sie { $names }? Bitte schreiben Sie den Namen aus.

## Der letzte Blick

announcing-preview =
    So kommt sie an:

    { $message }{ $behind }

    { "" }**Angaben**

    Empfänger: { $audience }. Das { $count ->
        [0] sind gerade **0** Menschen
        [one] ist genau **1** Mensch
       *[other] sind genau **{ $count }** Menschen
    }{ $places ->
        [0] { "" }
        [one] , dazu eine Gruppe oder ein Kanal
       *[other] , dazu { $places } Gruppen oder Kanäle
    }.{ $hint }
announcing-also =
    Und { $written }:

    { $message }
announcing-also-marked =
    { $language ->
        [de] Wer Deutsch liest, bekommt dieselben Worte mit dem Vermerk „{ $mark }“.
        [en] Wer Englisch liest, bekommt dieselben Worte mit dem Vermerk „{ $mark }“.
       *[other] Wer eine andere Sprache liest, bekommt dieselben Worte mit dem Vermerk „{ $mark }“.
    }
announcing-also-places = In Gruppen und Kanälen steht dasselbe, ohne die Zeile zum Abbestellen.
announcing-keep = Stimmt so
announcing-preview-help = „Stimmt so“ legt den Entwurf ab und zeigt, was Sie damit tun können. Gesendet wird noch nichts.
announcing-part-body = Text
announcing-part-version = Text { $written }
announcing-behind =
    { "" }

    { "" }**Geändert ist nur der erste Text. Der { $written } ist noch wie vorher.**
announcing-part-files = Bilder oder Datei
announcing-part-second = Sprachen
announcing-part-topic = Thema
announcing-part-goal = Ziel
announcing-part-audience = Empfänger
announcing-changed-waiting = Die Nachricht ist geändert. Sie wartet nicht mehr auf Freigabe und ist wieder ein Entwurf.
announcing-changed-scheduled = Die Nachricht ist geändert. Sie ist **nicht mehr geplant** und wieder ein Entwurf.
