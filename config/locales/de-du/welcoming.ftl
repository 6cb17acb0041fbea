# Nur, was beim Du anders klingt.

welcoming-hello =
    Hallo! Hier spricht der Assistent von **{ $alliance }**.

    Menschen, Betriebe, Vereine und Gemeinden haken sich hier unter. Das Ziel: klimaneutral bis { $year }. Ich helfe dir beim Mitmachen, beim Erzählen und beim Dranbleiben. Hinter mir stehen Menschen: { $team }.

    Was möchtest du tun?
welcoming-back =
    Schön, dass du wieder da bist, { $name }.

    Was möchtest du tun?
welcoming-team =
    Hallo! Du gehörst zum Team des Bündnisses ({ $role }).

    Was möchtest du tun? Bevor etwas nach außen geht, frage ich immer nach.
