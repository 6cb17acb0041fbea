# Hilfe, Impressum, Datenschutz.

helping-what = Was ich für Sie tun kann
helping-all = Das kann ich für Sie tun:
helping-line = /{ $name } – { $what }
helping-topic =
    { "" }**{ $title }**

    { $lines }
helping-topic-alliance = Das Bündnis
helping-topic-deeds = Geschichten und Zusagen
helping-topic-news = Nachrichten und Fragen
helping-topic-data = Daten, Sprache, Rechtliches
helping-topic-team = Für das Team
helping-words = Sie können auch einfach schreiben. STOPP beendet alle Nachrichten. Und wenn etwas offen bleibt: Das Team hilft gern.
helping-imprint-what = Wer verantwortlich ist
helping-imprint =
    { "" }**Impressum**

    { $imprint }
helping-privacy-what = Der ganze Hinweis zum Datenschutz
helping-rights = Ihre Daten ansehen oder löschen können Sie gleich hier.
