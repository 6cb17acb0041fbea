# Nachrichten bekommen, ohne beizutreten.

following-what = Nachrichten bekommen, ohne beizutreten
following-question =
    Sie bekommen Nachrichten von { $alliance }. Wie oft, bestimmen Sie selbst. Einen Namen brauche ich dafür nicht.

    Gespeichert werden nur Ihre Adresse in diesem Chat und Ihr Wunsch. Verantwortlich ist: { $team }. STOPP beendet das jederzeit.
following-question-member =
    Sie bekommen Nachrichten von { $alliance }. Wie oft, bestimmen Sie selbst.

    Dafür merke ich mir zusätzlich nur Ihren Wunsch. Verantwortlich ist: { $team }. STOPP beendet das jederzeit.
following-yes = Ja, Nachrichten bekommen
following-no = Lieber nicht
following-privacy = Datenschutz lesen
following-done = Gern! Ab jetzt bekommen Sie die Nachrichten des Bündnisses. Mit STOPP ist jederzeit Schluss.
following-already = Sie bekommen die Nachrichten schon. Möchten Sie das beenden?
following-stop = Keine Nachrichten mehr
following-stopped = Erledigt. Sie bekommen keine Nachrichten mehr. Mit /folgen sind Sie wieder dabei.
following-not-member = In Ordnung. Sie bekommen keine Nachrichten.
following-not = In Ordnung. Von Ihren Angaben wurde nichts gespeichert.
