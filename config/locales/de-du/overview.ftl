# Nur, was beim Du anders klingt.

team-export-done = Hier ist die Datei. Bitte bewahre sie sicher auf. Im Protokoll steht, dass sie geholt wurde.
