matrix-choose = Schreib einfach die Zahl oder die Worte.
matrix-words = Oder schreib:
