# Die ersten Worte.

welcoming-hello =
    Guten Tag! Hier spricht der Assistent von **{ $alliance }**.

    Menschen, Betriebe, Vereine und Gemeinden haken sich hier unter. Das Ziel: klimaneutral bis { $year }. Ich helfe beim Mitmachen, beim Erzählen und beim Dranbleiben. Hinter mir stehen Menschen: { $team }.

    Was möchten Sie tun?
welcoming-back =
    Schön, dass Sie wieder da sind, { $name }.

    Was möchten Sie tun?
welcoming-join = Mitmachen
welcoming-look = Erst umsehen
welcoming-around = Umsehen
welcoming-follow = Nur Nachrichten bekommen
welcoming-story = Geschichte erzählen
welcoming-pledge = Zusage machen
welcoming-help = Hilfe
welcoming-team =
    Guten Tag! Sie gehören zum Team des Bündnisses ({ $role }).

    Was möchten Sie tun? Bevor etwas nach außen geht, frage ich immer nach.
welcoming-announce = Nachricht schreiben
welcoming-announcements = Alle Nachrichten
welcoming-queue = Geschichten prüfen
welcoming-questions = Offene Fragen
welcoming-overview = Überblick
welcoming-organisers = Team
