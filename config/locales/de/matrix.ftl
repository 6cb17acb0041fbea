# Was auf Matrix unter eine Frage mit Auswahl geschrieben wird, denn dort gibt es keine Knöpfe.

# Unter einer nummerierten Liste.
matrix-choose = Die Zahl genügt als Antwort, getippt oder als Reaktion.
# Danach folgen die Wörter, durch Kommas getrennt.
matrix-words = Sie können auch schreiben:
