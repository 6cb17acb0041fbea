# Nachrichten ein und aus.

news-what = Nachrichten ein- oder ausschalten
news-are-on = Sie bekommen die Nachrichten des Bündnisses. Ein Tipp genügt, und damit ist Schluss.
news-are-off =
    Sie bekommen gerade keine Nachrichten.

    { $meaning }
news-switch-off = Nachrichten ausschalten
news-switch-on = Nachrichten einschalten
news-stopped = Erledigt. Sie bekommen keine Nachrichten mehr. Alles andere bleibt, wie es ist.
news-pledges-go-on = Nach Ihren Zusagen frage ich weiter. Auch das können Sie anhalten.
