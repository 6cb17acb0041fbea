# Nachrichten: ob, wovon, wie oft und wann; Ruhezeit und Pause.

news-what = Nachrichten einstellen: Themen, Rhythmus, Ruhezeit, Pause
news-card =
    Sie bekommen die Nachrichten des Bündnisses. So ist es eingestellt:

    { $lines }

    Ein Tipp genügt, um etwas zu ändern. STOPP beendet alle Nachrichten.
news-are-off =
    Ihre Nachrichten sind ausgeschaltet. Wenn Sie sie einschalten, gilt:

    { $meaning }
news-noted = Gemerkt.
news-switch-off = Nachrichten ausschalten
news-switch-on = Nachrichten einschalten
news-stopped = Erledigt. Sie bekommen keine Nachrichten mehr. Alles andere bleibt, wie es ist.
news-pledges-go-on = Nach Ihren Zusagen frage ich weiter. Auch das können Sie anhalten.

## Themen

news-topics-all = Themen: alle
news-topics-without = Themen: alle, nur nicht { $names }
news-topics-none = Themen: keine. Nur was alle angeht, kommt noch.
news-topic-off = { $name } abbestellen
news-topic-on = { $name } bestellen

## Wie oft

news-rhythm =
    { $rhythm ->
        [daily] Wie oft: einmal am Tag gesammelt, gegen 17 Uhr
        [weekly] Wie oft: einmal in der Woche gesammelt, donnerstags gegen 17 Uhr
       *[other] Wie oft: { $most ->
            [0] sofort, wenn es etwas gibt
           *[other] sofort, wenn es etwas gibt; mehr als { $most } in einer Woche kommen gesammelt (Rückmeldungen zählen mit)
        }
    }
news-at-once = Sofort
news-daily = Täglich
news-weekly = Wöchentlich
news-waiting-comes =
    { $count ->
        [one] Eine Nachricht hat schon gewartet und kommt gleich.
       *[other] { $count } Nachrichten haben schon gewartet und kommen gleich, in einem Stück.
    }
news-waiting-quiet =
    { $count ->
        [one] Eine Nachricht hat schon gewartet. Nach der Ruhezeit kommt sie, um { $hour } Uhr.
       *[other] { $count } Nachrichten haben schon gewartet. Nach der Ruhezeit kommen sie, um { $hour } Uhr.
    }

## Ruhezeit

news-quiet = Ruhezeit: von { $since } bis { $until } Uhr
news-quiet-none = Ruhezeit: keine
news-quiet-open = Ruhezeit
news-quiet-title = Ihre Ruhezeit
news-quiet-question = In welcher Zeit soll keine Nachricht kommen? Sie können auch schreiben, zum Beispiel „von 21 bis 7“.
news-quiet-help = In der Ruhezeit warten die Nachrichten. Danach kommen sie. Auf Ihre eigenen Fragen antworte ich immer.
news-hours = { $since } bis { $until } Uhr
news-quiet-never = Keine Ruhezeit
news-quiet-unclear = Diese Zeit verstehe ich nicht. Bitte schreiben Sie zum Beispiel „von 21 bis 7“.
news-quiet-whole = Bitte volle Stunden, zum Beispiel „von 21 bis 7“.

## Pause

news-pause = Pause: bis { $until }. Danach kommt alles gesammelt.
news-pause-open = Pause
news-pause-end = Pause beenden
news-pause-title = Ihre Pause
news-pause-question = Bis wann soll Pause sein? Sie können auch einen Tag schreiben, zum Beispiel „6. Januar“.
news-pause-help = Bis dahin kommt keine Nachricht. Danach bekommen Sie alles in einem Stück. Die Pause lässt sich jederzeit beenden.
news-pause-week = Eine Woche
news-pause-month = Einen Monat
news-pause-unclear = Diesen Tag verstehe ich nicht. Bitte schreiben Sie zum Beispiel „6. Januar“ oder „6.1.“.
news-pause-past = Dieser Tag ist schon vorbei. Bitte nennen Sie einen, der noch kommt.
news-pause-far = Das ist weiter weg als ein Jahr. Bitte nennen Sie einen früheren Tag.
news-paused = Gemerkt. Bis dahin ist Pause.
news-pause-ended = Die Pause ist vorbei.

## Wo und in welcher Sprache

news-network = Wo: am liebsten per { $network }
news-network-last = Wo: dort, wo Sie zuletzt geschrieben haben
news-rather = Lieber per { $network }
news-language = Sprache: { $language }
news-speak = Sprache
