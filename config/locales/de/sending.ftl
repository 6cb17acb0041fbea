# Von der Karte einer Nachricht bis zum Senden. Für das Team.

## Wie eine Nachricht ankommt

sending-message =
    { $body }

    _{ $alliance } · Nachrichten einstellen: /nachrichten · Abbestellen: STOPP_
sending-message-marked =
    _({ $written })_

    { $body }

    _{ $alliance } · Nachrichten einstellen: /nachrichten · Abbestellen: STOPP_
sending-published =
    { $body }

    _{ $alliance }_
sending-as-it-is = { $message }
sending-written-in =
    { $language ->
        [de] auf Deutsch
        [en] auf Englisch
       *[other] auf { $language }
    }
sending-network =
    { $network ->
        [telegram] Telegram
        [matrix] Matrix
        [browser] Browser
        [console] Terminal
       *[other] { $network }
    }

## Empfänger in Worten

sending-to-everyone = Mitglieder und Interessierte
sending-to-members = alle Mitglieder
sending-to-followers = Interessierte, die nicht Mitglied sind
sending-to-nobody = keine einzelnen Menschen
sending-only-kinds = Art: { $names }
sending-only-municipalities = aus { $names }
sending-only-topics = mit dem Thema { $names }
sending-only-goals = mit dem Ziel { $names }
sending-only-languages = Sprache: { $names }
sending-only-networks = über { $names }
sending-only-places = dazu veröffentlicht in { $names }
sending-many-kinds = { $count } Arten von Mitgliedern
sending-many-municipalities = aus { $count } Orten
sending-many-topics = mit einem von { $count } Themen
sending-many-goals = mit einem von { $count } Zielen
sending-many-languages = in { $count } Sprachen
sending-many-networks = über { $count } Dienste
sending-many-places = dazu veröffentlicht in { $count } Gruppen und Kanälen

## Die Karte

sending-title = Nachricht { $number } („{ $beginning }“)
sending-card =
    { "" }**Nachricht { $number }** ({ $state })

    { $message }{ $before }

    { "" }**Angaben**

    { $lines }{ $hint }
sending-card-before =
    { "" }

    { "" }**Bisher**

    { $message }
sending-card-author = Geschrieben von: { $name }
sending-card-asker = Darum gebeten hat: { $name }
sending-card-nobody = Das ist gerade niemand. Senden geht erst mit anderen Empfängern.
sending-card-replaces =
    { $count ->
        [0] Noch hat niemand eine Kopie
        [one] Ersetzt wird eine Kopie
       *[other] Ersetzt werden { $count } Kopien
    }
sending-card-only-new =
    { $count ->
        [one] Eine Kopie geht gleich in der neuen Fassung hinaus
       *[other] { $count } Kopien gehen gleich in der neuen Fassung hinaus
    }
sending-card-old-in-digest =
    { $count ->
        [one] Ein Mensch hat sie mit einer Zusammenfassung. Dorthin kommt eine kurze Korrektur
       *[other] { $count } Menschen haben sie mit einer Zusammenfassung. Dorthin kommt eine kurze Korrektur
    }
sending-card-audience = Empfänger: { $audience }
sending-card-count =
    { $count ->
        [0] Das ist gerade niemand
        [one] Das ist genau **1** Mensch
       *[other] Das sind genau **{ $count }** Menschen
    }
sending-card-places =
    { $count ->
        [one] Dazu eine Gruppe oder ein Kanal
       *[other] Dazu { $count } Gruppen und Kanäle
    }
sending-card-names = Zum Beispiel: { $names }
sending-whom =
    { $count ->
        [0] { $places ->
            [0] niemanden
            [one] eine Gruppe oder einen Kanal
           *[other] { $places } Gruppen und Kanäle
        }
        [one] { $places ->
            [0] einen Menschen
            [one] einen Menschen, dazu an eine Gruppe oder einen Kanal
           *[other] einen Menschen, dazu an { $places } Gruppen und Kanäle
        }
       *[other] { $places ->
            [0] { $count } Menschen
            [one] { $count } Menschen, dazu an eine Gruppe oder einen Kanal
           *[other] { $count } Menschen, dazu an { $places } Gruppen und Kanäle
        }
    }
sending-card-topic = Thema: { $name }
sending-card-goal = Ziel: { $name }
sending-card-date-off = Achtung: Der Termin, von dem diese Nachricht erzählt, fällt aus.
sending-card-date-changed = Achtung: Der Termin, von dem diese Nachricht erzählt, hat sich geändert, seit sie geschrieben wurde.
sending-card-files =
    { $count ->
        [one] Dabei: ein Bild oder eine Datei
       *[other] Dabei: { $count } Bilder
    }
sending-left-news-off = Nicht dabei, weil abbestellt: { $count }
sending-left-topic-off = Nicht dabei, weil das Thema ausgeschaltet ist: { $count }
sending-left-unreachable = Nicht dabei, weil nicht erreichbar: { $count }
sending-left-bundled = Gesammelt, mit der nächsten Zusammenfassung: { $count }
sending-fits-version = { $network }, { $written }
sending-fits-marked = { $network }, { $written } mit Vermerk
sending-fits-in-places = { $network }, in Gruppen und Kanälen
sending-fits-split = { $network }: kommt dort in { $count } Teilen an
sending-fits-apart = { $network }: Text und Bilder stehen dort getrennt, in { $count } Teilen
sending-fits-refused =
    { $network }: { $count ->
        [one] eine Datei ist dort zu groß und wird abgelehnt
       *[other] { $count } Dateien sind dort zu groß und werden abgelehnt
    }
sending-state-requested = Bitte einer Organisation
sending-state-draft = Entwurf
sending-state-waiting = wartet auf Freigabe
sending-state-draft-intended = Entwurf, vorgesehen { $when }
sending-state-scheduled = geplant
sending-state-planned = geplant { $when }
sending-state-waiting-planned = wartet auf Freigabe, geplant { $when }
sending-state-enqueuing = wird gerade gesendet
sending-state-sending = wird gerade gesendet
sending-state-paused = angehalten
sending-state-done = gesendet
sending-state-cancelled = beendet
sending-state-withdrawn = zurückgezogen
sending-state-correction = Korrektur zu Nachricht { $number }

## Knöpfe

sending-test = Test an mich
sending-rehearse = Probelauf
sending-plan = Planen
sending-plan-anew = Anders planen
sending-now =
    { $places ->
        [0] Jetzt senden (an { $count })
        [one] Jetzt senden (an { $count }, dazu 1 Gruppe)
       *[other] Jetzt senden (an { $count }, dazu { $places } Gruppen und Kanäle)
    }
sending-hand-in = Zur Freigabe geben
sending-as-intended = Wie vorgesehen
sending-change = Ändern
sending-discard = Verwerfen
sending-call-off = Absagen
sending-release = Freigeben
sending-not-released-offer = Nicht freigeben
sending-take-over = Übernehmen
sending-decline = Ablehnen mit Grund
sending-show = Ansehen
sending-show-number = Nr. { $number }
sending-no = Nein, zurück

## Erst fragen, dann handeln

sending-sure-send =
    { $title } wirklich senden? Sie geht sofort an { $whom }.{ $bundled ->
        [0] { "" }
        [one] { " " }Eine Person davon bekommt sie erst mit der Zusammenfassung.
       *[other] { " " }Davon bekommen { $bundled } sie erst mit der Zusammenfassung.
    }
sending-sure-alone = { $title } geht an { $whom }. Sendezeit: { $when }. Sonst liest das vorher eine zweite Person. Gerade gibt es keine. Möchten Sie trotzdem freigeben? Ich vermerke es im Protokoll.
sending-yes-alone = Ja, allein freigeben
sending-yes-send = Ja, senden
sending-sure-release = { $title } freigeben? Sie geht an { $whom }. Sendezeit: { $when }.
sending-yes-release = Ja, freigeben
sending-sure-correct =
    Die Korrektur zu Nachricht { $number } ersetzt { $count ->
        [one] eine Kopie
       *[other] { $count } Kopien
    }. Soll sie jetzt hinaus?
sending-yes-correct = Ja, korrigieren
sending-sure-discard = { $title } wirklich verwerfen? Text und Empfänger sind dann weg.
sending-yes-discard = Ja, verwerfen
sending-sure-cancel = { $title } wirklich abbrechen? Was noch nicht gesendet ist, wird nicht mehr gesendet.
sending-yes-cancel = Ja, abbrechen
sending-sure-withdraw = { $title } wirklich zurückziehen? Ich lösche sie bei allen, wo der Dienst es erlaubt. Gelesen haben sie manche schon.
sending-yes-withdraw = Ja, zurückziehen
sending-sure-leave = { $title }: Sollen die Ungewissen so bleiben? Dann sende ich ihnen nichts mehr nach. Das lässt sich nicht mehr ändern.
sending-yes-leave = Ja, so lassen
sending-sure-resend = { $title } an die Ungewissen noch einmal senden? Manche bekommen sie dann doppelt.
sending-yes-resend = Ja, erneut senden

## Test, Freigabe, Ablehnung

sending-tested = Oben steht der Test, nur für Sie: { $title }. Gesendet ist noch nichts. Sie können alles noch ändern.
sending-tested-later = Oben steht der Test, nur für Sie: { $title }. Ihr Stand: { $state }.
sending-nobody = Für diese Empfänger gibt es gerade niemanden. Der Entwurf bleibt. Bitte ändern Sie die Empfänger.
sending-begun = { $title } geht jetzt an { $whom }. Ich melde mich, wenn sie durch ist.
sending-released-begun = { $title } ist freigegeben und geht jetzt an { $whom }. Ich melde mich, wenn sie durch ist.
sending-released-planned = { $title } ist freigegeben. Geplant: { $when }. Bis dahin lässt sich alles noch ändern.
sending-not-released =
    { $title } wurde nicht freigegeben. Grund: { $reason }

    Es wurde nichts gesendet. Der Entwurf liegt wieder bei Ihnen.
sending-please-release = Eine Nachricht wartet auf Ihre Freigabe. Sendezeit: { $when }. Bitte lesen Sie sie und prüfen Sie, ob sie überparteilich ist.
sending-asked =
    { $count ->
        [one] Die Nachricht wartet jetzt auf Freigabe. Eine Person ist gefragt. Sendezeit: { $when }. Ich melde mich.
       *[other] Die Nachricht wartet jetzt auf Freigabe. { $count } Personen sind gefragt. Sendezeit: { $when }. Ich melde mich.
    }
sending-asked-nobody = Die Nachricht wartet jetzt auf Freigabe. Erreichen konnte ich dafür gerade niemanden. Bitte sagen Sie der Moderation selbst Bescheid.
sending-nobody-releases =
    Diese Nachricht braucht eine zweite Person, die sie freigibt. Gerade gibt es keine. Der Entwurf bleibt. { $owner ->
        [yes] Laden Sie mit /team jemanden für die Moderation ein.
       *[no] Bitten Sie die Leitung, mit /team jemanden für die Moderation einzuladen.
    }
sending-not-your-own = Die eigene Nachricht kann niemand selbst freigeben. Bitte lassen Sie eine zweite Person lesen.
sending-late = { $title } war geplant { $when }. Dieser Zeitpunkt ist vorbei. Wann soll sie gehen?
sending-late-now = Jetzt sofort
sending-another-time = Zu einer anderen Zeit
sending-not-yours = Das kann nur, wer die Nachricht geschrieben hat, oder die Moderation.
sending-only-moderators = Das kann nur die Moderation.
sending-too-late = Das ist schon entschieden: { $state }. Es hat sich nichts geändert.
sending-changed-since = Die Nachricht ist inzwischen geändert worden. Bitte sehen Sie sie noch einmal an.
sending-called-off = { $title } ist abgesagt und wieder ein Entwurf. Text und Empfänger bleiben, die Sendezeit nicht.
sending-called-off-by-team = { $title } wurde vom Team abgesagt und ist wieder ein Entwurf. Text und Empfänger bleiben, die Sendezeit nicht.
sending-discarded = { $title } ist verworfen. Es wurde nichts gesendet.
sending-discarded-by-team = { $title } wurde vom Team verworfen. Es wurde nichts gesendet.
sending-changed-by-team = { $title } wurde vom Team geändert. Es bleibt Ihre Nachricht, sie ist jetzt ein Entwurf.
sending-decline-title = Ablehnung mit Grund
sending-reason = Warum nicht? Der Grund geht an die Person, von der { $title } kommt.
sending-reason-help = Ein Satz genügt. Was müsste anders sein?
sending-decline-cancelled = Gut, es ist nichts entschieden. Mit /sendungen finden Sie sie wieder.
sending-declined = { $title } ist nicht freigegeben. Der Grund ist weitergegeben.
sending-request-declined = Die Bitte ist abgelehnt: { $title }. Der Grund ist weitergegeben.

## Bitten von Organisationen

sending-request =
    { "" }**{ $name }** bittet, etwas zu melden (Nr. { $number }):

    { $message }{ $hint }
requesting-no-member = Jemand, der nicht im Bündnis ist,
sending-taken-over = Nr. { $number } ist jetzt Ihr Entwurf. Es fehlen noch ein paar Angaben.

## Planen

sending-plan-title = Sendezeit
sending-plan-when = Wann soll die Nachricht gehen? Schreiben Sie zum Beispiel „morgen 9 Uhr“ oder „24.12. 17:00“.
sending-plan-help = Tag und Uhrzeit brauche ich beide. Regelmäßige Nachrichten gehen jede Woche oder jeden Monat.
sending-plan-weekly = Jede Woche
sending-plan-monthly = Jeden Monat
sending-plan-nth = Am wievielten im Monat, zum Beispiel am zweiten Montag? Den Wochentag frage ich gleich danach.
sending-plan-weekday = An welchem Wochentag?
sending-plan-at = Um wie viel Uhr? Sie können auch eine andere Zeit schreiben.
sending-plan-sure = Sendezeit: { $when }. Stimmt das?
sending-plan-yes = Ja, so planen
sending-planned = Geplant: { $when }. Bis dahin lässt sich alles noch ändern.
sending-planned-by-team = { $title } hat jetzt eine andere Sendezeit: { $when }.
sending-released-anew = { $title } hat eine andere Sendezeit. Damit braucht sie eine neue Freigabe.
sending-planned-not = sofort nach der Freigabe
sending-planned-once = am { $when }
sending-planned-weekly =
    { $weekday ->
        [0] montags
        [1] dienstags
        [2] mittwochs
        [3] donnerstags
        [4] freitags
        [5] samstags
       *[6] sonntags
    } um { $at } Uhr, das nächste Mal am { $when }
sending-planned-monthly =
    jeden Monat am { $nth } { $weekday ->
        [0] Montag
        [1] Dienstag
        [2] Mittwoch
        [3] Donnerstag
        [4] Freitag
        [5] Samstag
       *[6] Sonntag
    } um { $at } Uhr, das nächste Mal am { $when }
sending-clock =
    { $minute ->
        [0] { $hour }
       *[other] { $hour }:{ $minutes }
    }
sending-weekday =
    { $weekday ->
        [0] Montag
        [1] Dienstag
        [2] Mittwoch
        [3] Donnerstag
        [4] Freitag
        [5] Samstag
       *[6] Sonntag
    }
sending-nth =
    { $nth ->
        [1] ersten
        [2] zweiten
        [3] dritten
        [4] vierten
       *[-1] letzten
    }
sending-moment-nonsense = Diesen Zeitpunkt verstehe ich nicht. Bitte schreiben Sie ihn so: „24.12. 17:00“.
sending-moment-no-time = Mir fehlt noch die Uhrzeit. Bitte schreiben Sie sie dazu, zum Beispiel „morgen 9 Uhr“.
sending-moment-no-hour = Diese Uhrzeit gibt es nicht. Möglich ist 0 bis 23 Uhr.
sending-moment-past = Dieser Zeitpunkt ist schon vorbei. Bitte nennen Sie einen späteren.
sending-moment-far = Das ist mehr als ein Jahr hin. Bitte nennen Sie einen näheren Zeitpunkt.
sending-moment-skipped = Diese Stunde gibt es nicht: Die Uhr wird in dieser Nacht vorgestellt. Bitte nennen Sie eine andere.
sending-old =
    { $title } war geplant { $when }, und ich konnte sie nicht senden. Jetzt ist sie vielleicht überholt.

    Sie liegt wieder als Entwurf da. Was soll damit geschehen?
sending-held-back =
    { $title } ist nicht hinausgegangen. { $why }{ $repeats ->
        [yes] { " " }Bis zur Freigabe fällt sie aus.
       *[no] { "" }
    }

    { $then }
sending-needs-eyes = Inzwischen ginge die Nachricht an { $whom }. Das muss eine zweite Person lesen.
sending-releaser-gone = Wer sie freigegeben hat, darf das nicht mehr.
sending-draft-again = Die Nachricht liegt wieder als Entwurf da. Was soll damit geschehen?
sending-held-up =
    { $title } wurde aufgehalten. { $count ->
        [one] Ein Mensch hat
       *[other] { $count } Menschen haben
    } sie noch nicht bekommen. Inzwischen ist sie vielleicht überholt, darum mache ich eine Pause.

    Soll sie weitergehen?
sending-turn-missed = { $title } ist dieses Mal ausgefallen, weil ich nicht senden konnte. Weiter geht es { $when }.
