# Only what differs from "de".

news-are-on = Du bekommst die Nachrichten des Bündnisses. Ein Tipp genügt, und damit ist Schluss.
news-are-off =
    Du bekommst gerade keine Nachrichten.

    { $meaning }
news-stopped = Erledigt. Du bekommst keine Nachrichten mehr. Alles andere bleibt, wie es ist.
news-pledges-go-on = Nach deinen Zusagen frage ich weiter. Auch das kannst du anhalten.
