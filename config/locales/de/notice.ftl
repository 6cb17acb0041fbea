# The short privacy notice (Art. 13 GDPR). The facts come from the alliance's profile.

notice-short =
    { "" }**Ihre Daten, kurz gesagt**

    - Verantwortlich: { $controller }, { $contact }
    - Datenschutz-Kontakt: { $dpo }
    - Wir speichern: Ihre Chat-Kennung, Ihre Angaben hier, Fragen ans Team, Zusagen, Rückmeldungen, Geschichten und Anmeldungen zu Terminen.
    - Wozu: für Ihre Teilnahme am Bündnis und für Nachrichten, die Sie bestellen.
    - Grundlage: { $basis }
    - Wer es sieht: das Team des Bündnisses und der Betreiber des Servers ({ $hoster }).
    - Weg der Nachrichten: { $network }. { $note }
    - Wie lange: bis Sie Ihre Daten löschen. Was ich Ihnen schreibe, bleibt { $kept } Tage gespeichert. Nachweise über zurückgenommene Einwilligungen bleiben höchstens { $period }. Anmeldungen zu Terminen werden { $period } nach dem Termin gelöscht. Sind Sie nicht Mitglied und haben keine Nachrichten bestellt, werden Ihre Daten nach { $dormant } gelöscht.

    Veröffentlicht wird nur, was Sie dafür freigeben. Ihre Angaben sind freiwillig; ohne sie können Sie nur lesen.

    Sie können jederzeit Auskunft, Berichtigung, Löschung, Einschränkung und Ihre Daten als Datei verlangen, widersprechen und jede Einwilligung widerrufen: /meinedaten oder /loeschen. Beschwerde: { $authority }. Über Sie entscheidet hier kein Automat.

    { $more }
notice-more-here = Ausführlich: { $link }
notice-more-there = Mehr vom Verantwortlichen: { $link }
notice-network = { $network ->
    [telegram] Telegram
    [matrix] Matrix
    [browser] diese Internetseite
   *[console] dieses Fenster
}
notice-agree = Einverstanden, weiter
notice-read = Gelesen, weiter
notice-only-look = Nur lesen
notice-help = Das ist ein Hinweis, keine Unterschrift. Mit „Gelesen, weiter“ geht es los. Mit „Nur lesen“ speichern wir keine Angaben.
notice-help-agree = Mit „Einverstanden, weiter“ dürfen wir Ihre Angaben speichern. Das können Sie jederzeit zurücknehmen: /meinedaten. Mit „Nur lesen“ speichern wir keine Angaben.
notice-otherwise = Haben Sie den Hinweis gelesen? Dann geht es weiter.
notice-otherwise-agree = Dürfen wir Ihre Angaben speichern? Ohne Ihr Ja können Sie nur lesen.
notice-nothing-stored = Gern. Ich speichere dafür nur Ihre Chat-Kennung, damit ich antworten kann. Sie können sich in Ruhe umsehen: /umsehen oder /geschichten.
