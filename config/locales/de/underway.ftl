# Der Probelauf, und was unterwegs zu sehen ist. Für das Team.

## Probelauf

sending-rehearsal =
    Probelauf für { $title }. Gesendet wurde nichts.

    { $lines }
sending-preview = So auf { $network }
sending-preview-part =
    { $count ->
        [one] { $where }: eine Nachricht
       *[other] { $where }: Teil { $at } von { $count }
    }
sending-preview-files = { $where }: nach dem Text die Bilder oder die Datei für sich
sending-preview-end = So wird { $title } auf { $network } geteilt. Gesendet wurde nichts.
sending-rehearsal-network = { $network }: an { $whom }, Dauer { $span }
sending-rehearsal-server = { $network }: an { $whom }, Dauer etwa { $span }. Das Tempo bestimmt dort der Server. Üblich ist eine Nachricht in { $seconds } Sekunden
sending-rehearsal-assumed = { $network }: an { $whom }, Dauer { $span } (gerechnet mit { $rate } in der Sekunde)
sending-rehearsal-through = Alle, die sie sofort bekommen, haben sie am { $when } (Dauer: { $span })
sending-rehearsal-ahead =
    { $count ->
        [one] Davor geht noch eine Kopie einer anderen Nachricht hinaus
       *[other] Davor gehen noch { $count } Kopien anderer Nachrichten hinaus
    }
sending-rehearsal-quiet =
    { $count ->
        [one] Ein Mensch hat gerade Ruhezeit und bekommt sie danach
       *[other] { $count } Menschen haben gerade Ruhezeit und bekommen sie danach
    }
sending-rehearsal-last = Die letzte Person hat sie spätestens am { $when }
sending-seconds =
    { $count ->
        [one] eine Sekunde
       *[other] { $count } Sekunden
    }
sending-minutes =
    { $count ->
        [one] eine Minute
       *[other] { $count } Minuten
    }
sending-hours =
    { $count ->
        [one] eine Stunde
       *[other] { $count } Stunden
    }

## Unterwegs

sending-progress =
    { $title } ist unterwegs.

    Gesendet: { $sent } von { $total }
    Noch zu senden: { $open }
    Fehlgeschlagen: { $failed }
    Ungewiss: { $uncertain }
    { $left }{ $speed }
sending-progress-paused =
    { $title } ist angehalten. Es geht weiter, wenn Sie es sagen.

    Gesendet: { $sent } von { $total }
    Noch zu senden: { $open }
    Fehlgeschlagen: { $failed }
    Ungewiss: { $uncertain }
    { $left }{ $speed }
sending-speed =
    { "" }
    Tempo: höchstens { $count } in der Minute
sending-still = Noch etwa { $span }
sending-pause = Pause
sending-resume = Weiter
sending-slower = Langsamer
sending-faster = Schneller
sending-cancel = Senden abbrechen
