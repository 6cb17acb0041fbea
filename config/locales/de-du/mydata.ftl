# Nur, was beim Du anders klingt.

mydata-change-shown-organisation =
    Das steht bei uns. Was soll anders werden?

    - Name: { $name }
    - Deine Funktion: { $function }
    - Ort: { $place }
    - In der öffentlichen Liste: { $listed }
mydata-summary =
    { "" }**Das weiß ich von dir:**

    { $facts }
mydata-consents =
    { "" }**Dazu hast du Ja gesagt:**

    { $consents }

    Jedes Ja kannst du einzeln zurücknehmen und später neu geben.
mydata-nothing-without = Ohne dein Ja dürfen wir nichts von dir behalten.
mydata-left =
    Erledigt. Du bist kein Mitglied mehr. Deine Unterschrift ist gelöscht, und an deinen Geschichten stehen Name und Ort nicht mehr. { $pledges ->
        [0] Alles andere ist noch da.
        [one] Auch deine Zusage ist beendet. Danke für alles, was du geschafft hast!
       *[other] Auch deine { $pledges } Zusagen sind beendet. Danke für alles, was du geschafft hast!
    } Die Tür bleibt offen: /mitmachen
