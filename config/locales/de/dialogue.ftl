# Was jedes Gespräch braucht, egal worum es geht.

dialogue-please-type = Bitte schreiben Sie mir die Antwort mit eigenen Worten.
dialogue-please-choose = Bitte wählen Sie eine der Antworten.
dialogue-please-picture = Hier brauche ich ein Bild. Bitte schicken Sie mir eines.

## Wege durch das Gespräch: Knöpfe und was man statt dessen tippen kann

dialogue-back = Zurück
dialogue-cancel = Abbrechen
dialogue-later = Später
dialogue-help = Hilfe
dialogue-change = Ändern
dialogue-continue = Weitermachen
dialogue-start-anew = Neu anfangen
dialogue-home = Zum Anfang
dialogue-discard = Entwurf löschen

dialogue-back-words = zurück, zurueck, eins zurück, einen schritt zurück, back
dialogue-cancel-words = abbrechen, abbruch, nicht mehr, cancel
dialogue-later-words = später, spaeter, weiter später, pause, later
dialogue-help-words = hilfe, hilf mir, was nun, help, ?
dialogue-skip-words = überspringen, ueberspringen, skip

dialogue-go-on-words = weiter, weitermachen, mach weiter, fortsetzen
dialogue-yes-words = ja, jo, jep, ja bitte, ja gern, ja gerne, gern, gerne, sehr gern, klar, na klar, ok, okay, einverstanden, in Ordnung, weiter, mach weiter
dialogue-no-words = nein, nö, nee, ne, nein danke, lieber nicht, bitte nicht, jetzt nicht

dialogue-which-change = Was möchten Sie ändern?
dialogue-nothing-before = Wir stehen ganz am Anfang. Weiter zurück geht es nicht.
dialogue-cannot-skip = Diese Frage lässt sich nicht überspringen.

## Ende, Pause und Wiederkommen

dialogue-cancelled = Abgebrochen. Ihre Angaben habe ich verworfen.
dialogue-said-before = Diese Antwort habe ich schon. Weiter geht es mit dieser Frage:
dialogue-dropped = Nicht fertig geworden: { $title }. Was noch offen war, ist verworfen.
dialogue-parked =
    Angehalten: { $title }. Ihr Entwurf bleibt { $days } Tage liegen.

    Weiter geht es, wann Sie möchten.
dialogue-offer =
    Hier liegt noch ein Entwurf: { $title }, zuletzt am { $when }.

    Möchten Sie weitermachen?
dialogue-discarded = Der Entwurf ist gelöscht.
dialogue-nothing-open = Im Moment ist nichts offen. Mit /hilfe sehen Sie, was ich für Sie tun kann.

## Wenn etwas nicht passt

dialogue-closed = Diese Frage ist nicht mehr offen. Es hat sich nichts geändert. Bitte antworten Sie auf meine letzte Nachricht oder schreiben Sie /hilfe.
dialogue-press-of-nobody = Dieser Knopf gehört zu einem früheren Gespräch. Von Ihnen ist hier nichts gespeichert. Mit /start fangen wir neu an.
dialogue-edit-of-nobody = Ihre Änderung gehört zu einem früheren Gespräch. Von Ihnen ist hier nichts gespeichert. Mit /start fangen wir neu an.
dialogue-changed-since = Inzwischen hat sich etwas geändert. Darum frage ich noch einmal.
dialogue-edited = Ihre Änderung habe ich gesehen. Bitte schicken Sie mir den Text noch einmal als neue Nachricht. Nur dann gilt er.
dialogue-no-use-here =
    { $what ->
        [sticker] Mit Stickern
        [voice] Mit Sprachnachrichten
        [audio] Mit Tonaufnahmen
        [video] Mit Videos
        [animation] Mit bewegten Bildern
        [contact] Mit Kontakten
        [location] Mit Standorten
        [poll] Mit Umfragen
        [game] Mit Spielen
        [dice] Mit Würfeln
        [document] Mit dieser Datei
       *[other] Damit
    } kann ich leider nichts anfangen. Ich habe nichts davon gespeichert. Bitte schreiben Sie mir oder wählen Sie eine Antwort.
dialogue-no-picture-here = Danke für das Bild. Hier kann ich es leider nicht verwenden und habe es nicht gespeichert.
dialogue-picture-broken = Dieses Bild lässt sich nicht öffnen. Bitte schicken Sie es noch einmal oder ein anderes.
dialogue-document-large = Diese Datei ist zu groß. Bis 20 MB sind möglich. Bitte schicken Sie sie kleiner.
dialogue-document-broken = Diese Datei ließ sich nicht holen. Bitte schicken Sie sie noch einmal.
dialogue-picture-large = Dieses Bild ist zu groß. Bis 10 MB sind möglich. Bitte schicken Sie es kleiner.
dialogue-picture-narrow = Dieses Bild ist zu schmal. Eine Seite darf höchstens 20-mal so lang sein wie die andere.
dialogue-picture-type = Dieses Format kenne ich nicht. Bitte schicken Sie ein Bild als JPEG, PNG oder WebP.
dialogue-files-refused = Das Bild oder die Datei dazu nimmt der Dienst nicht an. Bitte schicken Sie es anders.
dialogue-private-only = Das geht nur unter vier Augen. Bitte schreiben Sie mir dafür direkt.
dialogue-not-allowed = Das kann nur das Team des Bündnisses. Mit /hilfe sehen Sie, was ich für Sie tun kann.
dialogue-needs-role =
    { $role ->
        [owner] Das kann im Team nur die Leitung. Mit /hilfe sehen Sie, was ich für Sie tun kann.
       *[other] Das können im Team nur Moderation und Leitung. Mit /hilfe sehen Sie, was ich für Sie tun kann.
    }
dialogue-bug =
    Da ist bei mir etwas schiefgegangen. Das tut mir leid. Bitte versuchen Sie es noch einmal.

    Wenn es wieder passiert, nennen Sie dem Team bitte diese Nummer: { $id }
dialogue-unreadable =
    Dieser Raum ist verschlüsselt. Hier kann ich noch nicht mitlesen.

    Bitte beginnen Sie ein neues Gespräch mit mir und schalten Sie dabei die Verschlüsselung aus.

## Hilfe mitten im Gespräch

dialogue-help-draft = Sie haben etwas begonnen. „Weitermachen“ zeigt die nächste Frage. „Neu anfangen“ beginnt von vorn. „Entwurf löschen“ verwirft die Antworten.
dialogue-help-general =
    Sie können einen Knopf antippen oder schreiben. Das geht jederzeit:

    - **Zurück**: zur Frage davor
    - **Später**: anhalten, der Entwurf bleibt liegen
    - **Abbrechen**: aufhören, Ihre Antworten werden verworfen
    - **STOPP**: keine Nachrichten mehr

## Nebenbei

dialogue-chosen =
    { $question }

    { "" }**{ $answer }**
dialogue-still-open = Noch offen: { $title }.
dialogue-gap = Hinweis für Sie als Team: Bei { $network } fehlt mir ein Stück der Verbindung. Einzelne Nachrichten aus dieser Zeit können fehlen.
dialogue-unheard =
    { $count ->
        [one] Eine Antwort von mir ist vielleicht nicht bei Ihnen angekommen.
       *[other] { $count } Antworten von mir sind vielleicht nicht bei Ihnen angekommen.
    }
dialogue-unheard-show = Noch einmal zeigen
dialogue-unheard-leave = Nicht nötig
