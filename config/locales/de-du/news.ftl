# Only what differs from "de".

news-card =
    Du bekommst die Nachrichten des Bündnisses. So ist es eingestellt:

    { $lines }

    Ein Tipp genügt, um etwas zu ändern. STOPP beendet alle Nachrichten.
news-are-off =
    Deine Nachrichten sind ausgeschaltet. Wenn du sie einschaltest, gilt:

    { $meaning }
news-stopped = Erledigt. Du bekommst keine Nachrichten mehr. Alles andere bleibt, wie es ist.
news-pledges-go-on = Nach deinen Zusagen frage ich weiter. Auch das kannst du anhalten.
news-quiet-title = deine Ruhezeit
news-quiet-question = In welcher Zeit soll keine Nachricht kommen? Du kannst auch schreiben, zum Beispiel „von 21 bis 7“.
news-quiet-help = In der Ruhezeit warten die Nachrichten. Danach kommen sie. Auf deine eigenen Fragen antworte ich immer.
news-quiet-unclear = Diese Zeit verstehe ich nicht. Bitte schreib zum Beispiel „von 21 bis 7“.
news-pause-title = deine Pause
news-pause-question = Bis wann soll Pause sein? Du kannst auch einen Tag schreiben, zum Beispiel „6. Januar“.
news-pause-help = Bis dahin kommt keine Nachricht. Danach bekommst du alles in einem Stück. Die Pause lässt sich jederzeit beenden.
news-pause-unclear = Diesen Tag verstehe ich nicht. Bitte schreib zum Beispiel „6. Januar“ oder „6.1.“.
news-pause-past = Dieser Tag ist schon vorbei. Bitte nenn einen, der noch kommt.
news-pause-far = Das ist weiter weg als ein Jahr. Bitte nenn einen früheren Tag.
news-network-last = Wo: dort, wo du zuletzt geschrieben hast
