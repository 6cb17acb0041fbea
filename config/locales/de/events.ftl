# Termine: ansehen, zusagen, planen, erinnern, danken.

events-what = Termine ansehen und sich anmelden
events-all = Alle Termine
events-none = Zurzeit steht kein Termin an.
events-list =
    { "" }**Die nächsten Termine:**

    { $lines }
events-line = **{ $title }**: { $when }, { $place }. { $coming }
events-when = { $day }, { $when } Uhr
events-card =
    { "" }**{ $title }**

    { $when }

    { $place }

    { $about }
events-coming =
    { $count ->
        [0] Noch ist niemand angemeldet.
        [one] Eine Anmeldung.
       *[other] { $count } Anmeldungen.
    }
events-coming-few = Weniger als { $least } Anmeldungen.
events-proposed = Noch nicht veröffentlicht.
events-earlier = Frühere
events-later = Spätere
events-gone = Diesen Termin gibt es nicht mehr.
events-ask = Kommen Sie?
events-join = Ich komme
events-leave = Ich komme doch nicht
events-signed-up = Sie sind angemeldet.
events-over = Dieser Termin ist vorbei.
events-off = Dieser Termin fällt aus.
events-off-why = Dieser Termin fällt aus. Grund: { $reason }
events-not-published = Dieser Termin ist noch nicht veröffentlicht.

events-join-title = Ihre Anmeldung
events-join-before = Sie sind schon angemeldet.
events-join-full = Leider sind alle Plätze vergeben.
events-join-closed = Für diesen Termin kann sich niemand mehr anmelden.
events-joined = Schön, dass Sie kommen! **{ $title }**: { $when }, { $place }.
events-joined-reminder = Am Tag davor erinnere ich Sie.
events-joined-soon = Bis bald!
events-left = Schade! Für „{ $title }“ sind Sie nicht mehr angemeldet.
events-not-left = Für „{ $title }“ waren Sie nicht angemeldet.

## Was von selbst kommt

events-reminder = Bald ist es so weit: **{ $title }**. { $when }, { $place }.
events-told-changed =
    Ein Termin hat sich geändert. So gilt er jetzt:

    { $card }
events-told-off = Leider fällt ein Termin aus: **{ $title }**, { $when }.
events-told-off-why = Leider fällt ein Termin aus: **{ $title }**, { $when }. Grund: { $reason }
events-thanks = Danke für Ihre Anmeldung zu „{ $title }“! Wie war es? Ein Satz fürs Team genügt. Ihr Name steht nicht dabei.
events-hushed = Auch an Ihre Termine erinnere ich nicht mehr. Angemeldet bleiben Sie.
events-say = Satz schreiben
events-say-again = Satz ändern
events-say-not = Lieber nicht
events-say-title = Ihr Satz zu einem Termin
events-say-words = Wie war „{ $title }“? Ein Satz genügt.
events-say-gone = Zu diesem Termin sind Sie nicht angemeldet.
events-say-nothing = In Ordnung. Bis zum nächsten Mal!
events-said = Danke! Das Team kann Ihren Satz jetzt lesen.

## Für das Team

events-new = Neuer Termin
events-past = Vergangene Termine
events-titled = { $title } ({ $when })
events-past-list =
    { $count ->
        [one] Ein Termin, vorbei oder abgesagt:
       *[other] { $count } Termine, vorbei oder abgesagt:
    }
events-plan-what = Einen Termin anlegen
events-plan-title = Neuer Termin
events-change-title = Termin ändern
events-title = Wie heißt der Termin? Ein kurzer Titel genügt.
events-time = Wann beginnt er? Zum Beispiel „24.12. 17:00“.
events-time-help = Schreiben Sie Tag und Uhrzeit, zum Beispiel „morgen 18 Uhr“.
events-place = Wo findet er statt?
events-about = Worum geht es? Ein paar Worte genügen.
events-seats = Wie viele Plätze gibt es? Schreiben Sie eine Zahl.
events-seats-none = Ohne Begrenzung
events-seats-unclear = Bitte schreiben Sie eine ganze Zahl von 1 bis { $most }.
events-part-title = Titel
events-part-when = Zeit
events-part-place = Ort
events-part-about = Beschreibung
events-part-seats = Plätze
events-preview =
    So sieht der Termin aus:

    { $card }

    { $seats }
events-preview-seats =
    { $seats ->
        [0] Plätze: ohne Begrenzung
       *[other] Plätze: { $seats }
    }
events-keep-publish = Termin veröffentlichen
events-keep-propose = Zur Freigabe geben
events-keep-save = So übernehmen
events-handed-in = Danke! Der Termin liegt jetzt bei der Moderation.
events-handed-in-nobody = Danke! Der Termin wartet jetzt auf Freigabe. Erreichen konnte ich dafür gerade niemanden. Bitte sagen Sie der Moderation selbst Bescheid.
events-request =
    Ein neuer Termin wartet auf die Freigabe:

    { $card }
events-publish = Freigeben
events-published = „{ $title }“ ist veröffentlicht. Alle finden den Termin unter /termine.
events-published-by-team = Ihr Termin „{ $title }“ ist veröffentlicht. Danke!
events-look = Termin ansehen
events-announce = Nachricht dazu
events-announce-title = Nachricht zu einem Termin
events-announcement =
    { "" }**{ $title }**

    { $when }
    { $place }

    { $about }

    Anmelden mit: /termine
events-announcement-held = Zu diesem Termin sollte noch eine Nachricht hinausgehen: { $title }. Ich habe sie angehalten, sie ist wieder ein Entwurf. Der Text nennt den alten Stand.
events-announcement-draft = Zu diesem Termin gibt es einen Entwurf: { $title }. Sein Text nennt den alten Stand.
events-announcement-paused = Zu diesem Termin geht gerade eine Nachricht hinaus: { $title }. Ich habe sie angehalten. Sie können sie korrigieren, weitergehen lassen oder abbrechen.
events-announcement-gone = Zu diesem Termin ist schon eine Nachricht angekommen: { $title }. Die lässt sich noch korrigieren.
events-announcement-news =
    { $off ->
        [yes] Der Termin „{ $title }“ fällt aus.
       *[no] Der Termin „{ $title }“ hat sich geändert.
    } { $became }
events-announcement-look = Nachricht { $number } ansehen
events-change = Ändern
events-changed = „{ $title }“ ist geändert.
events-changed-told = „{ $title }“ ist geändert. Alle Angemeldeten erfahren es.
events-changed-since = Das hat sich inzwischen geändert. So steht es jetzt:
events-begun-since = Dieser Termin hat inzwischen begonnen und lässt sich nicht mehr ändern. Was Sie geschrieben haben, steht hier als neuer Termin:
events-gone-since = Diesen Termin gibt es nicht mehr. Was Sie geschrieben haben, steht hier als neuer Termin:
events-seats-fewer = Angemeldet sind schon { $count }, mehr als es jetzt Plätze gibt ({ $seats }). Alle bleiben angemeldet.
events-call-off = Absagen
events-off-title = Termin absagen
events-off-reason = Warum fällt „{ $title }“ aus? Alle Angemeldeten lesen den Grund.
events-off-no-reason = Ohne Grund absagen
events-off-sure =
    „{ $title }“ wirklich absagen? Das lässt sich nicht zurücknehmen. { $count ->
        [0] Noch ist niemand angemeldet.
        [one] Eine Person ist angemeldet und erfährt es.
       *[other] { $count } sind angemeldet und erfahren es.
    }
events-off-yes = Ja, absagen
events-off-done = „{ $title }“ ist abgesagt.
events-off-told = „{ $title }“ ist abgesagt. Alle Angemeldeten erfahren es.
events-off-by-team = Ihr Termin „{ $title }“ ist vom Team abgesagt.
events-off-by-team-why = Ihr Termin „{ $title }“ ist vom Team abgesagt. Grund: { $reason }
events-refused-by-team = Ihr Termin „{ $title }“ ist nicht freigegeben.
events-refused-by-team-why = Ihr Termin „{ $title }“ ist nicht freigegeben. Grund: { $reason }
events-refuse-reason = Warum geben Sie „{ $title }“ nicht frei? Wer ihn geschrieben hat, liest den Grund.
events-refuse-no-reason = Ohne Grund
events-refuse-sure = „{ $title }“ wirklich nicht freigeben? Das lässt sich nicht zurücknehmen.
events-refuse-yes = Nicht freigeben
events-refuse-done = „{ $title }“ wird nicht veröffentlicht.
events-back-sure = „{ $title }“ wirklich zurücknehmen? Der Vorschlag wird dann nicht veröffentlicht.
events-back-yes = Zurücknehmen
events-back-done = „{ $title }“ ist zurückgenommen.
events-names = Wer kommt?
events-names-since = Angemeldet am
events-names-file = anmeldungen
events-names-done =
    { $count ->
        [one] Eine Anmeldung zu „{ $title }“. Im Protokoll steht, dass die Datei geholt wurde.
       *[other] { $count } Anmeldungen zu „{ $title }“. Im Protokoll steht, dass die Datei geholt wurde.
    }
events-nameless = ohne Namen
events-read = Sätze dazu lesen
events-read-all =
    { $count ->
        [one] Ein Satz zu „{ $title }“:
       *[other] { $count } Sätze zu „{ $title }“:
    }
events-read-one = > { $words }
events-read-left =
    { $count ->
        [one] Noch ein Satz wartet.
       *[other] Noch { $count } Sätze warten.
    }
events-read-more = Weiterlesen
