# Nach der Stadt oder Gemeinde fragen.

place-question = In welcher Stadt oder Gemeinde? Die ersten Buchstaben reichen.
place-help = So sehen wir, wo schon etwas geschieht ({ $region }). Ein Tippfehler macht nichts. Von außerhalb sind Sie genauso willkommen.
place-outside = Außerhalb
place-skip = Überspringen
place-is-outside = außerhalb
place-is-not-given = nicht genannt
place-which =
    { $count ->
        [one] Meinen Sie diesen Ort?
       *[other] Welchen Ort meinen Sie?
    }
place-again = Noch einmal schreiben
place-yes = Ja, { $name }
place-no = Nein, noch einmal schreiben
place-unknown = „{ $typed }“ finde ich in der Region nicht. Bitte schreiben Sie mindestens 2 Buchstaben vom Anfang. Oder wählen Sie „Außerhalb“.
place-no-place = Das klingt nicht nach einem Ort. Die ersten Buchstaben reichen. Mit „zurück“ ändern Sie die Antwort davor.
place-no-place-words = ändern, korrigieren, keine, keiner, nirgends, zuhause, zu Hause, daheim
