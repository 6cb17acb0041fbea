# Was beiseitegelegt wurde, weil es den Betrieb gestört hat.

aside-what = Was ich nicht verarbeiten konnte
aside-open = Beiseitegelegtes ansehen
aside-told =
    { $count ->
        [one] Achtung: Eine Nachricht konnte ich nicht verarbeiten. Ich habe sie beiseitegelegt, alles andere läuft weiter.
       *[other] Achtung: { $count } Nachrichten konnte ich nicht verarbeiten. Ich habe sie beiseitegelegt, alles andere läuft weiter.
    }

    { $lines }

    Bitte geben Sie das an die Technik weiter.
aside-line =
    { $tries ->
        [0] Nr. { $number }, { $network }, { $when }: nicht lesbar
       *[other] Nr. { $number }, { $network }, { $when }: dreimal daran abgestürzt
    }
aside-none = Es liegt nichts beiseite.
aside-list =
    Das liegt beiseite, weil ich daran gescheitert bin. Wer es geschrieben hat, bekam keine Antwort.

    { $lines }

    Den Inhalt zeige ich hier nicht. Verwerfen löscht ihn endgültig.
aside-more = Das sind die neuesten { $shown } von { $count }. Die anderen kommen hier nach, sobald welche davon gelöscht sind.
aside-discard = Nr. { $number } verwerfen
aside-discarded = Nr. { $number } ist gelöscht.
aside-gone = Das ist schon gelöscht.
