# Nur, was beim Du anders klingt.

mydata-summary =
    { "" }**Das weiß ich von dir:**

    { $facts }
mydata-consents =
    { "" }**Dazu hast du Ja gesagt:**

    { $consents }

    Jedes Ja kannst du einzeln zurücknehmen und später neu geben.
mydata-nothing-without = Ohne dein Ja dürfen wir nichts von dir behalten.
mydata-leave-only = Oder möchtest du nur die Mitgliedschaft beenden und alles andere behalten?
mydata-left = Erledigt. Du bist kein Mitglied mehr. Alles andere ist noch da, und /mitmachen steht dir immer offen.
