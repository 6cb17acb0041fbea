# Nur, was beim Du anders klingt.

sending-progress-paused =
    { $title } ist angehalten. Es geht weiter, wenn du es sagst.

    Gesendet: { $sent } von { $total }
    Noch zu senden: { $open }
    Fehlgeschlagen: { $failed }
    Ungewiss: { $uncertain }
    { $left }{ $speed }
