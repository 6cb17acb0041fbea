# The public pages and the browser chat's own words. What the assistant says in the chat stands in the other files.

web-language-name = Deutsch
web-skip = Zum Inhalt springen
web-nav = Seiten
web-nav-stories = Geschichten
web-nav-members = Mitglieder
web-nav-chat = Im Browser mitmachen
web-foot = { $alliance } · { $region }
web-privacy = Datenschutz
web-imprint = Impressum
web-number = { $count }
web-date = { $date }

web-home-title = Gemeinsam fürs Klima
web-home-kicker = { $region } · klimaneutral bis { $year }
web-home-join = Mitmachen
web-home-read = Geschichten lesen
web-home-about = Worum es geht
web-home-goals = Unsere Ziele
web-home-how = So machen Sie mit
web-home-how-note = Unser Assistent begleitet Sie Schritt für Schritt, in ein paar Minuten. Es kostet nichts, und Sie können jederzeit wieder gehen.
web-home-events = Die nächsten Termine
web-home-events-how = Anmelden geht im Chat mit /termine.
web-home-who = Wer schon dabei ist
web-home-listed = Sie zeigen sich gern
web-home-all-members = Alle { $count } Namen ansehen
web-home-stories = Geschichten des Gelingens
web-home-all-stories = { $count ->
    [one] Zur Geschichte
   *[other] Alle { $count } Geschichten
}

web-way-browser = Hier im Browser
web-way-browser-note = Ohne App und ohne Anmeldung.
web-way-browser-open = Im Browser mitmachen
web-way-telegram = Für alle, die Telegram nutzen. Telegram sitzt außerhalb der EU.
web-way-matrix = Offen und ohne Konzern, zum Beispiel mit der App Element.
web-way-open = In { $network } öffnen
web-way-qr = QR-Code für { $network }. Der Link steht daneben.

web-count-few = Das Bündnis beginnt gerade. Machen Sie den Anfang.
web-count-members = { $count ->
    [one] Mitglied
   *[other] Mitglieder
}
web-count-places-number = { $count } von { $all }
web-count-places = Städten und Gemeinden haben Mitglieder
web-count-stories = { $count ->
    [one] Geschichte
   *[other] Geschichten
}
web-count-small = Kleine Gruppen zählen wir nicht einzeln:

web-stories-title = Geschichten des Gelingens
web-stories-lead = Was Menschen hier schon geschafft haben, mit einem Tipp zum Nachmachen.
web-stories-none = Hier ist Platz für die erste Geschichte. Vielleicht ist es Ihre?
web-stories-pages = Weitere Seiten
web-stories-newer = Neuere
web-stories-older = Ältere
web-stories-page = Seite { $page } von { $pages }
web-story-tip = Tipp zum Nachmachen
web-story-picture = Bild zur Geschichte: { $title }
web-story-back = Alle Geschichten
web-members-title = Mitglieder im Bündnis
web-members-lead = Hier stehen alle, die öffentlich genannt werden möchten. Weitere sind ohne Namen dabei.
web-members-none = Noch möchte niemand öffentlich genannt werden.

web-trouble-missing = Diese Seite gibt es nicht
web-trouble-missing-text = Vielleicht wurde sie zurückgezogen, oder die Adresse hat einen Tippfehler.
web-trouble-broken = Da ist etwas schiefgegangen
web-trouble-broken-text = Das liegt an uns. Bitte versuchen Sie es in ein paar Minuten noch einmal.
web-trouble-home = Zur Startseite

web-demo-title = Zum Ausprobieren.
web-demo-note = Alle Personen, Geschichten und Zahlen auf dieser Seite sind erfunden. Im ersten Gespräch schreiben Sie als Mitglied, im zweiten als Leitung, im dritten als Redaktion. Dort schreibt /nachricht an alle, und die Leitung gibt frei. Nach einer Zusage lässt /vorspulen die Zeit vergehen.
web-demo-member = Als Mitglied
web-demo-organiser = Als Leitung des Teams
web-demo-editor = Als Redaktion des Teams

web-chat-title = Im Browser mitmachen
web-chat-heading = Mitmachen
web-chat-note = Dieser Browser merkt sich Ihr Gespräch mit einem Cookie.
web-chat-end = Gespräch beenden
web-chat-log = Unterhaltung
web-chat-box = Nachricht
web-chat-placeholder = Nachricht
web-chat-send = Senden
web-chat-add-file = Bilder oder Datei auswählen
web-chat-remove-file = Auswahl entfernen
web-chat-no-reply = Doch nicht antworten
web-chat-without-script = Für das Gespräch braucht Ihr Browser JavaScript. Alle anderen Seiten gehen auch ohne.

web-chat-word-you = Sie
web-chat-word-assistant = Assistent
web-chat-word-connecting = Verbindung wird aufgebaut …
web-chat-word-connected = Verbunden
web-chat-word-interrupted = Unterbrochen. Neuer Versuch läuft.
web-chat-word-crowded = Gerade beginnen hier sehr viele. Gleich geht es weiter.
web-chat-word-sending = Wird gesendet …
web-chat-word-refused = Das kam nicht richtig an. Bitte laden Sie die Seite neu.
web-chat-word-answers = Antworten
web-chat-word-picture = Bild
web-chat-word-picture-large = Das Bild ist zu groß. Es darf höchstens 10 MB haben.
web-chat-word-file = Datei
web-chat-word-file-large = Die Datei ist zu groß. Sie darf höchstens 20 MB haben.
web-chat-word-file-failed = Das kam nicht an. Bitte senden Sie es noch einmal.
web-chat-word-file-ready = Wird mitgesendet:
web-chat-word-files-many = Höchstens 10 auf einmal.
web-chat-word-long = Das ist zu lang für eine Nachricht. Bitte teilen Sie den Text.
web-chat-word-download = Datei herunterladen
web-chat-word-reply = Antworten
web-chat-word-replying = Antwort auf:
web-chat-word-end-sure = Gespräch wirklich beenden? Sie kommen dann nicht mehr hinein, und Nachrichten kommen hier nicht mehr an. Eine Mitgliedschaft bleibt bestehen. Wollen Sie austreten oder Ihre Daten löschen, schreiben Sie das bitte vorher: /austreten oder /loeschen
web-chat-word-end-failed = Das hat gerade nicht geklappt. Bitte versuchen Sie es noch einmal.
web-chat-word-ended = Beendet. Laden Sie die Seite neu, wenn Sie neu beginnen möchten.

web-privacy-title = Datenschutz
web-privacy-version = Fassung { $version }
web-privacy-controller = Wer verantwortlich ist
web-privacy-controller-text = { $words }
web-privacy-dpo = An wen Sie sich wenden können
web-privacy-dpo-text = Für Fragen zum Datenschutz: { $words }
web-privacy-what = Was wir speichern
web-privacy-what-text =
    - Ihre Chat-Kennung, damit der Assistent Ihnen antworten kann
    - Ihre Angaben beim Mitmachen und die unterzeichnete Erklärung
    - Ihre Zusagen, Rückmeldungen und Geschichten
    - Ihre Anmeldungen zu Terminen und Ihre Sätze dazu
    - Ihre Fragen und Antworten an das Team
    - Ihre Bitten um Nachrichten und Ihre Bilder
    - Ihre Einstellungen: Sprache, Nachrichten, Ruhezeit, Pause
    - beim Team: wer was getan hat
web-privacy-why = Wozu
web-privacy-why-text = Für Ihre Teilnahme am Bündnis und für die Nachrichten, die Sie bestellen. Wir messen nicht, was Sie lesen.
web-privacy-basis = Rechtsgrundlage
web-privacy-basis-text = { $words }
web-privacy-who = Wer Ihre Daten sieht
web-privacy-who-text = Das Team des Bündnisses und der Betreiber des Servers ({ $words }). Wer über Telegram oder Matrix schreibt, nutzt außerdem deren Server: siehe unten.
web-privacy-public = Was öffentlich wird
web-privacy-public-text = Nur was Sie dafür freigeben: Ihr Name und Ort in der Liste, Ihre Geschichte, Ihr Bild. Sie können jede Freigabe zurücknehmen.
web-privacy-period = Wie lange
web-privacy-period-text = Bis Sie Ihre Daten löschen. Nachweise über zurückgenommene Einwilligungen bleiben höchstens { $words }. Anmeldungen zu Terminen werden { $words } nach dem Termin gelöscht.
web-privacy-kept = Was vorher von selbst gelöscht wird
web-privacy-kept-text =
    - ein Entwurf, an dem Sie nicht weiterschreiben: nach { $drafts } Tagen
    - der Text unserer Nachrichten an Sie: nach { $sent } Tagen
    - wann wir Ihnen geschrieben haben: nach { $ledger } Tagen. Dass und wann Sie eine Nachricht des Bündnisses bekommen haben, bleibt aber, bis Sie Ihre Daten löschen.
    - eine Nachricht von Ihnen, die sich nicht bearbeiten ließ: nach { $aside } Tagen
    - falsche Einladungscodes: nach einer Stunde
    - Einladungen ins Team: { $invitations } Tage nachdem sie benutzt wurden oder abgelaufen sind
web-privacy-dormant = Wer lange nicht da war
web-privacy-dormant-text = Sind Sie nicht Mitglied und haben keine Nachrichten bestellt, werden Ihre Daten nach { $words } gelöscht.
web-privacy-rights = Ihre Rechte
web-privacy-rights-text =
    Sie können jederzeit Auskunft, Berichtigung, Löschung und Einschränkung verlangen, widersprechen und Einwilligungen widerrufen.

    Im Gespräch geht das sofort: **/meinedaten** gibt Ihnen alles als Datei, **/loeschen** löscht alles. Bei **/austreten** wählen Sie: nur die Mitgliedschaft beenden oder alles löschen. Ihre Angaben sind freiwillig.
web-privacy-authority = Beschwerde
web-privacy-authority-text = { $words }
web-privacy-browser = Diese Internetseite
web-privacy-browser-text = Die öffentlichen Seiten setzen kein Cookie und laden nichts von anderen Anbietern. Erst wenn Sie das Gespräch öffnen, setzen wir ein notwendiges Cookie. Es hält 1 Jahr und sagt nur, welches Gespräch Ihres ist. Was Sie schreiben, bleibt im geöffneten Fenster sichtbar, bis Sie es schließen.
web-privacy-decisions = Automatische Entscheidungen
web-privacy-decisions-text = Gibt es nicht. Über Veröffentlichungen entscheidet ein Mensch.
web-privacy-more = Mehr vom Verantwortlichen:
web-privacy-networks = Andere Netze
