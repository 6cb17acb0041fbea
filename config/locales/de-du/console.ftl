# Nur, was beim Du anders klingt.

console-hello = Bilder sendest du mit @ und dem Pfad der Datei. Beenden mit Strg+D.
console-also = Du kannst auch schreiben:
