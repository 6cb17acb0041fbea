# Nur, was beim Du anders klingt.

sending-what-now = Was möchtest du tun?
sending-not-now = Gerade läuft für diese Nachricht noch etwas anderes. Bitte versuch es in ein paar Minuten noch einmal.
sending-list-parked = Eine Nachricht hast du angefangen und zur Seite gelegt.
sending-list-open = Welche möchtest du ansehen?
