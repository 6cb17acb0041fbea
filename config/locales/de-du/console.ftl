# Nur, was beim Du anders klingt.

console-hello = Bilder und Dateien sendest du mit @ und dem Pfad der Datei. Beenden mit Strg+D.
console-also = Du kannst auch schreiben:
console-withdrawn = (Eine frühere Nachricht wurde zurückgenommen. Bitte richte dich nicht mehr nach ihr.)
