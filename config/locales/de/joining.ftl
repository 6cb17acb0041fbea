# Mitmachen: von der ersten Frage bis zum Beleg.

joining-what = Dem Bündnis beitreten
joining-title = Ihr Beitritt
joining-kind = Für wen machen Sie mit?
joining-kind-help = Wer für sich selbst mitmacht, braucht nur einen Namen. Für einen Betrieb, einen Verein oder eine Gemeinde frage ich noch, wer unterzeichnet.
joining-kind-otherwise = Das kann ich noch nicht zuordnen. Welche Antwort passt am ehesten?
joining-kind-short = Für wen
joining-name = Wie dürfen wir Sie nennen? Ein Vorname oder ein Spitzname genügt.
joining-name-help = Der Name steht auf Ihrer Erklärung. Gezeigt wird er nur, wenn Sie das später erlauben.
joining-name-short = Name
joining-organisation = Wie heißt Ihre Organisation?
joining-organisation-help = Schreiben Sie den Namen so, wie man ihn kennt. Gezeigt wird er nur, wenn Sie das später erlauben.
joining-town = Wie heißt Ihre Stadt oder Gemeinde?
joining-organisation-short = Name
joining-signatory = Und wer unterzeichnet für sie? Bitte Vor- und Nachname.
joining-signatory-help = Unterzeichnen kann, wer für die Organisation sprechen darf. Dieser Name wird nicht veröffentlicht.
joining-signatory-short = Wer unterzeichnet
joining-function = In welcher Funktion? Zum Beispiel Geschäftsführerin, Vorstand oder Bürgermeister.
joining-function-help = Ein Wort genügt. Es gehört zur Unterschrift und steht nicht in der Liste.
joining-function-short = Funktion
joining-place-short = Ort
joining-name-empty = Ich sehe darin noch keinen Namen. Bitte schreiben Sie ihn mit Buchstaben.
joining-name-long = Das ist ein wenig lang. Bitte höchstens { $most } Zeichen.
joining-taken =
    Ein Mitglied mit dem Namen „{ $name }“ gibt es schon. Sind Sie das, oder ist es jemand aus Ihrem Kreis?

    Dann hilft das Team gern weiter. Es wird nichts zusammengelegt, ohne dass Sie es wissen.
joining-taken-other = Das ist jemand anderes, weiter
joining-taken-team = Das Team fragen
joining-taken-help = Zwei Mitglieder dürfen gleich heißen. Wenn Sie schon Mitglied sind oder eine Kollegin es ist, findet das Team den richtigen Weg.
joining-name-question = Ein Mitglied mit dem Namen „{ $name }“ gibt es schon. Ich möchte wissen, wie ich dabei sein kann.
joining-house-rules =
    { "" }**So gehen wir miteinander um:**

    { $rules }
joining-house-rule = - { $rule }
joining-not-yet = Gern, nehmen Sie sich Zeit. Ihre Angaben habe ich verworfen. Mit /mitmachen geht es jederzeit los.
joining-listed = Dürfen wir **{ $name }** in der Liste der Mitglieder zeigen? Die Liste ist öffentlich und zeigt Name und Ort.
joining-listed-yes = Ja, gern zeigen
joining-listed-no = Nein, nur mitzählen
joining-listed-help = In der Liste stehen der Name und der Ort, sonst nichts. Ein Ja nehmen Sie mit /meinedaten jederzeit zurück.
joining-listed-short = In der Liste
joining-news = Möchten Sie Nachrichten des Bündnisses bekommen? Wie oft, bestimmen Sie selbst. Ein Wort genügt, und es ist Schluss: STOPP.
joining-news-yes = Ja, bitte
joining-news-no = Nein, danke
joining-news-short = Nachrichten
joining-summary-person =
    { "" }**Stimmt alles so?**

    - Für wen: { $kind }
    - Name: { $name }
    - Ort: { $place }
    - Partnererklärung: ja, Fassung { $version }
    - In der Liste zeigen: { $listed }
    - Nachrichten: { $news }
joining-summary-organisation =
    { "" }**Stimmt alles so?**

    - Für wen: { $kind }
    - Name: { $name }
    - Es unterzeichnet: { $signatory }, { $function }
    - Ort: { $place }
    - Partnererklärung: ja, Fassung { $version }
    - In der Liste zeigen: { $listed }
    - Nachrichten: { $news }
joining-do-it = Ja, beitreten
joining-receipt =
    { "" }**Danke, und willkommen im Bündnis!**

    Das ist Ihr Beleg:

    - Mitglied: { $number }
    - Unterzeichnet am { $when }
    - Fassung: { $version }
    - Fingerabdruck des Textes, zum Vergleichen (SHA-256): `{ $sha256 }`

    Zurückziehen geht jederzeit mit /austreten.
joining-next = Wie wäre es mit einem ersten kleinen Schritt?
joining-already = Sie sind schon dabei: { $name }, Mitglied { $number }, seit { $since }. Danke!
