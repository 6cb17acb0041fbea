# Der Überblick für das Team: nur Zahlen, und was auf eine Entscheidung wartet.

overview-what = Das Bündnis in Zahlen
overview-all =
    { "" }**Überblick** am { $when }

    { $lines }
overview-members = Mitglieder: { $count }
overview-moves = In { $days } Tagen: { $joined } neu, { $left } ausgetreten
overview-resting = Ruhende Mitgliedschaften: { $count }
overview-followers = Nur Nachrichten, ohne Mitgliedschaft: { $count }
overview-places = Städte und Gemeinden mit Mitgliedern: { $covered } von { $count }
overview-stories = Geschichten: { $published } freigegeben, { $waiting } wartend, { $asked } in Rückfrage
overview-questions = Offene Fragen: { $count }
overview-pledges = Laufende Zusagen: { $count }
overview-check-ins = Rückmeldungen in { $days } Tagen: { $answered } von { $asked } beantwortet
overview-announcements = Nachrichten: { $running } unterwegs, { $scheduled } geplant
overview-nothing-waits = Nichts wartet auf eine Entscheidung. Danke!
overview-waiting =
    { "" }**Das wartet auf eine Entscheidung:**

    { $lines }
overview-waits-stories = Geschichten: { $count }, /warteschlange
overview-waits-events = Termine: { $count }, /termine
overview-waits-questions = Fragen ans Team: { $count }, /team-fragen
overview-waits-announcements = Nachrichten und Bitten darum: { $count }, /sendungen
overview-waits-places = Gruppen und Räume: { $count }, /orte
overview-waits-aside = Beiseitegelegt: { $count }, /beiseite
overview-to-stories = Geschichten prüfen
overview-to-events = Termine ansehen
overview-to-questions = Fragen beantworten
overview-to-announcements = Nachrichten ansehen
overview-to-places = Gruppen ansehen
overview-to-aside = Beiseitegelegtes ansehen
overview-file = Mitglieder als Datei (CSV)

team-export-sure =
    Soll ich alle Mitglieder als Datei schicken? Es sind { $count }.

    Darin stehen Namen, auch von allen, die nicht in der Liste stehen. Bitte nur für die Arbeit des Teams verwenden.
team-export-yes = Ja, Datei schicken
team-export-no = Nein, lieber nicht
team-export-done = Hier ist die Datei. Bitte bewahren Sie sie sicher auf. Im Protokoll steht, dass sie geholt wurde.
team-export-file = mitglieder
team-export-number = Mitgliedsnummer
team-export-kind = Art
team-export-name = Name
team-export-organisation = Organisation
team-export-place = Ort
team-export-listed = In der Liste
team-export-since = Seit
