# News in one message: everything since the last time.

digest-message =
    { $count ->
        [one] { "" }**One announcement from the alliance**
       *[other] { "" }**{ $count } announcements from the alliance**
    }

    { $items }

    _{ $alliance } · Message settings: /messages · Unsubscribe: STOP_
digest-item =
    { "" }**{ $when }**
    { $words }
digest-item-marked =
    { "" }**{ $when }** { $mark }
    { $words }
digest-other-language =
    { $language ->
        [de] (in German)
        [en] (in English)
       *[other] (in { $language } only)
    }
digest-read = Read it all: { $beginning }
digest-taken-back = This announcement was withdrawn.
