matrix-words = Du kannst auch schreiben:
