# Only what differs from "de".

notice-short =
    { "" }**Deine Daten, kurz gesagt**

    - Verantwortlich: { $controller }, { $contact }
    - Datenschutz-Kontakt: { $dpo }
    - Wir speichern: deine Chat-Kennung, deine Angaben hier, Fragen ans Team, Zusagen, Rückmeldungen, Geschichten und Anmeldungen zu Terminen.
    - Wozu: für deine Teilnahme am Bündnis und für Nachrichten, die du bestellst.
    - Grundlage: { $basis }
    - Wer es sieht: das Team des Bündnisses und der Betreiber des Servers ({ $hoster }).
    - Weg der Nachrichten: { $network }. { $note }
    - Wie lange: bis du deine Daten löschst. Was ich dir schreibe, bleibt { $kept } Tage gespeichert. Nachweise über zurückgenommene Einwilligungen bleiben höchstens { $period }. Anmeldungen zu Terminen werden { $period } nach dem Termin gelöscht. Bist du nicht Mitglied und hast keine Nachrichten bestellt, werden deine Daten nach { $dormant } gelöscht.

    Veröffentlicht wird nur, was du dafür freigibst. Deine Angaben sind freiwillig; ohne sie kannst du nur lesen.

    Du kannst jederzeit Auskunft, Berichtigung, Löschung, Einschränkung und deine Daten als Datei verlangen, widersprechen und jede Einwilligung widerrufen: /meinedaten oder /loeschen. Beschwerde: { $authority }. Über dich entscheidet hier kein Automat.

    { $more }
notice-help-agree = Mit „Einverstanden, weiter“ dürfen wir deine Angaben speichern. Das kannst du jederzeit zurücknehmen: /meinedaten. Mit „Nur lesen“ speichern wir keine Angaben.
notice-otherwise = Hast du den Hinweis gelesen? Dann geht es weiter.
notice-otherwise-agree = Dürfen wir deine Angaben speichern? Ohne dein Ja kannst du nur lesen.
notice-nothing-stored = Gern. Ich speichere dafür nur deine Chat-Kennung, damit ich antworten kann. Du kannst dich in Ruhe umsehen: /umsehen oder /geschichten.
