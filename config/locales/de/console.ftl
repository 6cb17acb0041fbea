# Words of the terminal around what the assistant says.

console-hello = Bilder und Dateien senden Sie mit @ und dem Pfad der Datei. Beenden mit Strg+D.
console-also = Sie können auch schreiben:
console-saved = Gespeichert als
console-picture = (Hier kommt ein Bild. Im Terminal ist es nicht zu sehen.)
console-pictures = Hier kommen mehrere Bilder, die im Terminal nicht zu sehen sind:
console-withdrawn = (Eine frühere Nachricht wurde zurückgenommen. Bitte richten Sie sich nicht mehr nach ihr.)
