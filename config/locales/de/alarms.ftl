# Störungen: was die Leitung erfährt, wenn ein Netz nicht geht.

alarms-trouble =
    { $network } ist gerade gestört. Nichts geht verloren: Was ansteht, wartet und geht später von selbst hinaus.

    Für die IT: { $problem }
alarms-over =
    { $network } läuft wieder. Was gewartet hat, geht jetzt nach und nach hinaus.

    Für die IT, behoben ist: { $problem }
