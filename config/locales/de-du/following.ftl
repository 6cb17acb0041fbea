# Nur, was beim Du anders klingt.

following-question =
    Du bekommst Nachrichten von { $alliance }. Wie oft, bestimmst du selbst. Einen Namen brauche ich dafür nicht.

    Gespeichert werden nur deine Adresse in diesem Chat und dein Wunsch. Verantwortlich ist: { $team }. STOPP beendet das jederzeit.
following-question-member =
    Du bekommst Nachrichten von { $alliance }. Wie oft, bestimmst du selbst.

    Dafür merke ich mir zusätzlich nur deinen Wunsch. Verantwortlich ist: { $team }. STOPP beendet das jederzeit.
following-done = Gern! Ab jetzt bekommst du die Nachrichten des Bündnisses. Mit STOPP ist jederzeit Schluss.
following-already = Du bekommst die Nachrichten schon. Möchtest du das beenden?
following-stopped = Erledigt. Du bekommst keine Nachrichten mehr. Mit /folgen bist du wieder dabei.
following-not-member = In Ordnung. Du bekommst keine Nachrichten.
following-not = In Ordnung. Von deinen Angaben wurde nichts gespeichert.
