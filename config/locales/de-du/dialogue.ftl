# Nur, was beim Du anders klingt; alles Übrige steht in de.

dialogue-please-type = Bitte schreib mir die Antwort mit eigenen Worten.
dialogue-please-choose = Bitte wähle eine der Antworten.
dialogue-please-picture = Hier brauche ich ein Bild. Bitte schick mir eines.
dialogue-which-change = Was möchtest du ändern?
dialogue-cancelled = Abgebrochen. Deine Angaben habe ich verworfen.
dialogue-parked =
    Angehalten: { $title }. Dein Entwurf bleibt { $days } Tage liegen.

    Weiter geht es, wann du möchtest.
dialogue-offer =
    Hier liegt noch ein Entwurf: { $title }, zuletzt am { $when }.

    Möchtest du weitermachen?
dialogue-nothing-open = Im Moment ist nichts offen. Mit /hilfe siehst du, was ich für dich tun kann.
dialogue-closed = Diese Frage ist nicht mehr offen. Es hat sich nichts geändert. Bitte antworte auf meine letzte Nachricht oder schreib /hilfe.
dialogue-edited = Deine Änderung habe ich gesehen. Bitte schick mir den Text noch einmal als neue Nachricht. Nur dann gilt er.
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
        [file] Mit dieser Datei
       *[other] Damit
    } kann ich leider nichts anfangen. Ich habe nichts davon gespeichert. Bitte schreib mir oder wähle eine Antwort.
dialogue-picture-broken = Dieses Bild lässt sich nicht öffnen. Bitte schick es noch einmal oder ein anderes.
dialogue-document-large = Diese Datei ist zu groß. Bis 20 MB sind möglich. Bitte schick sie kleiner.
dialogue-document-broken = Diese Datei ließ sich nicht holen. Bitte schick sie noch einmal.
dialogue-picture-large = Dieses Bild ist zu groß. Bis 10 MB sind möglich. Bitte schick es kleiner.
dialogue-picture-type = Dieses Format kenne ich nicht. Bitte schick ein Bild als JPEG, PNG oder WebP.
dialogue-files-refused = Das Bild oder die Datei dazu nimmt der Dienst nicht an. Bitte schick es anders.
dialogue-private-only = Das geht nur unter vier Augen. Bitte schreib mir dafür direkt.
dialogue-not-allowed = Das kann nur das Team des Bündnisses. Mit /hilfe siehst du, was ich für dich tun kann.
dialogue-needs-role =
    { $role ->
        [owner] Das kann im Team nur die Leitung. Mit /hilfe siehst du, was ich für dich tun kann.
       *[other] Das können im Team nur Moderation und Leitung. Mit /hilfe siehst du, was ich für dich tun kann.
    }
dialogue-bug =
    Da ist bei mir etwas schiefgegangen. Das tut mir leid. Bitte versuch es noch einmal.

    Wenn es wieder passiert, nenn dem Team bitte diese Nummer: { $id }
dialogue-unreadable =
    Dieser Raum ist verschlüsselt. Hier kann ich noch nicht mitlesen.

    Bitte beginne ein neues Gespräch mit mir und schalte dabei die Verschlüsselung aus.
dialogue-help-draft = Du hast etwas begonnen. „Weitermachen“ zeigt die nächste Frage. „Neu anfangen“ beginnt von vorn. „Entwurf löschen“ verwirft die Antworten.
dialogue-help-general =
    Du kannst einen Knopf antippen oder schreiben. Das geht jederzeit:

    - **Zurück**: zur Frage davor
    - **Später**: anhalten, der Entwurf bleibt liegen
    - **Abbrechen**: aufhören, deine Antworten werden verworfen
    - **STOPP**: keine Nachrichten mehr
dialogue-gap = Hinweis für dich als Team: Bei { $network } fehlt mir ein Stück der Verbindung. Einzelne Nachrichten aus dieser Zeit können fehlen.
dialogue-press-of-nobody = Dieser Knopf gehört zu einem früheren Gespräch. Von dir ist hier nichts gespeichert. Mit /start fangen wir neu an.
dialogue-edit-of-nobody = Deine Änderung gehört zu einem früheren Gespräch. Von dir ist hier nichts gespeichert. Mit /start fangen wir neu an.
dialogue-unheard =
    { $count ->
        [one] Eine Antwort von mir ist vielleicht nicht bei dir angekommen.
       *[other] { $count } Antworten von mir sind vielleicht nicht bei dir angekommen.
    }
