# Was auf Matrix unter eine Frage mit Auswahl geschrieben wird, denn dort gibt es keine Knöpfe.

# Unter einer nummerierten Liste.
matrix-choose = Schreiben Sie einfach die Zahl oder die Worte.
# Danach folgen die Wörter, durch Kommas getrennt.
matrix-words = Oder schreiben Sie:
