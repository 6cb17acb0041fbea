# Gesammelte Nachrichten: alles seit dem letzten Mal in einem Stück.

digest-message =
    { $count ->
        [one] { "" }**Eine Nachricht des Bündnisses**
       *[other] { "" }**{ $count } Nachrichten des Bündnisses**
    }

    { $items }

    _{ $alliance } · Nachrichten einstellen: /nachrichten · Abbestellen: STOPP_
digest-item =
    { "" }**{ $when }**
    { $words }
digest-item-marked =
    { "" }**{ $when }** { $mark }
    { $words }
digest-other-language =
    { $language ->
        [de] (auf Deutsch)
        [en] (auf Englisch)
       *[other] (nur auf { $language })
    }
digest-read = Ganz lesen: { $beginning }
digest-taken-back = Diese Nachricht wurde zurückgezogen.
