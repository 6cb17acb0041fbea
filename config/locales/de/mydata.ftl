# Die eigenen Daten: ansehen, mitnehmen, Einwilligungen zurücknehmen.

mydata-what = Eigene Daten ansehen und mitnehmen
mydata-open = Meine Daten
mydata-change = Angaben ändern
mydata-change-title = Eigene Angaben ändern
mydata-change-shown =
    Das steht bei uns. Was soll anders werden?

    - Name: { $name }
    - Ort: { $place }
    - In der öffentlichen Liste: { $listed }
mydata-change-shown-organisation =
    Das steht bei uns. Was soll anders werden?

    - Name: { $name }
    - Ihre Funktion: { $function }
    - Ort: { $place }
    - In der öffentlichen Liste: { $listed }
mydata-change-save = So übernehmen
mydata-change-done = Danke, so steht es jetzt bei uns. Mitgliedsnummer und Unterschrift bleiben, wie sie sind.
mydata-change-no-member = Diese Angaben gibt es nur bei Mitgliedern. Es hat sich nichts geändert.
mydata-erase = Alles löschen
mydata-summary =
    { "" }**Das weiß ich von Ihnen:**

    { $facts }
mydata-contact =
    Wir schreiben uns über { $network ->
        [telegram] Telegram
        [matrix] Matrix
        [browser] den Browser
       *[other] dieses Fenster
    }.
mydata-no-member = Mitgliedschaft: keine
mydata-member = Mitglied { $number }: { $name } ({ $kind })
mydata-place = Ort: { $place }
mydata-listed = In der öffentlichen Liste: { $listed }
mydata-rests = Die Mitgliedschaft ruht seit { $when }. Grund: { $reason }
mydata-rested = Die frühere Mitgliedschaft ruhte seit { $when }. Grund: { $reason }
mydata-draft = Entwurf: { $title }
mydata-language = Sprache: { $language }
mydata-news = Nachrichten: { $wanted }
mydata-stories = Geschichten: { $count }
mydata-pledges = Zusagen: { $count }
mydata-event = Angemeldet: { $title }, { $when }
mydata-role =
    Aufgabe im Team: { $role ->
        [owner] Leitung
        [moderator] Moderation
       *[editor] Redaktion
    }
mydata-no-consents = Einwilligungen: bisher keine.
mydata-consents =
    { "" }**Dazu haben Sie Ja gesagt:**

    { $consents }

    Jedes Ja können Sie einzeln zurücknehmen und später neu geben.
mydata-consent = { $purpose }, Fassung { $version }, { $when }
mydata-consent-withdrawn = { $consent }; zurückgenommen { $when }
mydata-consent-replaced = { $consent }; ersetzt { $when }
mydata-purpose =
    { $purpose ->
        [notice] Hinweis zum Datenschutz gelesen
        [agreement] Speichern der eigenen Angaben
        [membership] Partnererklärung
        [listing] Name in der Liste
        [news] Nachrichten
        [story-alliance] Geschichte im Bündnis
       *[story-public] Geschichte öffentlich
    }
mydata-purpose-story =
    { $purpose ->
        [story-alliance] Geschichte „{ $title }“ im Bündnis
       *[story-public] Geschichte „{ $title }“ öffentlich
    }
mydata-withdraw = Zurücknehmen: { $purpose }
mydata-agree = Zustimmen: { $purpose }
mydata-withdrawn = Zurückgenommen: { $purpose }. Das gilt ab sofort.
mydata-withdrawn-before = Das war schon zurückgenommen. Es ist nichts mehr offen.
mydata-nothing-without = Ohne Ihr Ja dürfen wir nichts von Ihnen behalten.
mydata-left =
    Erledigt. Sie sind kein Mitglied mehr. Ihre Unterschrift ist gelöscht, und an Ihren Geschichten stehen Name und Ort nicht mehr. { $pledges ->
        [0] Alles andere ist noch da.
        [one] Auch Ihre Zusage ist beendet. Danke für alles, was Sie geschafft haben!
       *[other] Auch Ihre { $pledges } Zusagen sind beendet. Danke für alles, was Sie geschafft haben!
    } Die Tür bleibt offen: /mitmachen
mydata-file-name = meine-daten
mydata-file = Und hier ist alles als Datei (JSON). Andere Programme können sie lesen.
