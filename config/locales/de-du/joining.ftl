# Nur, was beim Du anders klingt.

joining-title = dein Beitritt
joining-kind = Für wen machst du mit?
joining-name = Wie dürfen wir dich nennen? Ein Vorname oder ein Spitzname genügt.
joining-name-help = Der Name steht auf deiner Erklärung. Gezeigt wird er nur, wenn du das später erlaubst.
joining-town = Wie heißt deine Stadt oder Gemeinde?
joining-organisation = Wie heißt deine Organisation?
joining-organisation-help = Schreib den Namen so, wie man ihn kennt. Gezeigt wird er nur, wenn du das später erlaubst.
joining-name-empty = Ich sehe darin noch keinen Namen. Bitte schreib ihn mit Buchstaben.
joining-taken =
    Ein Mitglied mit dem Namen „{ $name }“ gibt es schon. Bist du das, oder ist es jemand aus deinem Kreis?

    Dann hilft das Team gern weiter. Es wird nichts zusammengelegt, ohne dass du es weißt.
joining-taken-help = Zwei Mitglieder dürfen gleich heißen. Wenn du schon Mitglied bist oder eine Kollegin es ist, findet das Team den richtigen Weg.
joining-not-yet = Gern, nimm dir Zeit. Deine Angaben habe ich verworfen. Mit /mitmachen geht es jederzeit los.
joining-listed-help = In der Liste stehen der Name und der Ort, sonst nichts. Ein Ja nimmst du mit /meinedaten jederzeit zurück.
joining-news = Möchtest du Nachrichten des Bündnisses bekommen? Wie oft, bestimmst du selbst. Ein Wort genügt, und es ist Schluss: STOPP.
joining-receipt =
    { "" }**Danke, und willkommen im Bündnis!**

    Das ist dein Beleg:

    - Mitglied: { $number }
    - Unterzeichnet am { $when }
    - Fassung: { $version }
    - Fingerabdruck des Textes, zum Vergleichen (SHA-256): `{ $sha256 }`

    Zurückziehen geht jederzeit mit /austreten.
joining-already = Du bist schon dabei: { $name }, Mitglied { $number }, seit { $since }. Danke!
