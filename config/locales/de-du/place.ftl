# Nur, was beim Du anders klingt.

place-help = So sehen wir, wo schon etwas geschieht ({ $region }). Ein Tippfehler macht nichts. Von außerhalb bist du genauso willkommen.
place-which =
    { $count ->
        [one] Meinst du diesen Ort?
       *[other] Welchen Ort meinst du?
    }
place-no-place = Das klingt nicht nach einem Ort. Die ersten Buchstaben reichen. Mit „zurück“ änderst du die Antwort davor.
place-unknown = „{ $typed }“ finde ich in der Region nicht. Bitte schreib mindestens 2 Buchstaben vom Anfang. Oder wähle „Außerhalb“.
