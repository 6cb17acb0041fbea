# Nur, was beim Du anders klingt.

team-export-done = Hier ist die Datei. Bitte bewahre sie sicher auf. Das Protokoll hält den Abruf fest.
