# Nur, was beim Du anders klingt.

aside-told =
    { $count ->
        [one] Achtung: Eine Nachricht konnte ich nicht verarbeiten. Ich habe sie beiseitegelegt, alles andere läuft weiter.
       *[other] Achtung: { $count } Nachrichten konnte ich nicht verarbeiten. Ich habe sie beiseitegelegt, alles andere läuft weiter.
    }

    { $lines }

    Bitte gib das an die Technik weiter.
