# Störungen: was die Leitung erfährt, wenn ein Dienst nicht geht.

alarms-trouble =
    { $network } ist gerade gestört. Was ansteht, wartet und geht später von selbst hinaus. Dauert es länger als einen Tag, können ankommende Nachrichten fehlen.

    Für die IT: { $problem }
alarms-over =
    { $network } läuft wieder. Was gewartet hat, geht jetzt nach und nach hinaus.

    Für die IT, behoben ist: { $problem }
