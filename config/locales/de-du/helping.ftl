# Nur, was beim Du anders klingt.

helping-what = Was ich für dich tun kann
helping-all = Das kann ich für dich tun:
helping-words = Du kannst auch einfach schreiben. STOPP beendet alle Nachrichten. Und wenn etwas offen bleibt: Das Team hilft gern.
helping-rights = Deine Daten ansehen oder löschen kannst du gleich hier.
