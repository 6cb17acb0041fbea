# Only what differs from "de".

pledging-title = deine Zusage
pledging-goal = Wofür möchtest du etwas tun?
pledging-goal-help = Wähle das Ziel, das dir am nächsten liegt. Danach zeige ich dir passende Zusagen.
pledging-entry = Welche Zusage passt zu dir? Eine kleine ist so gut wie eine große.
pledging-entry-help = Alles ist freiwillig. Du kannst jede Zusage anhalten oder beenden.
pledging-plan =
    Wann oder wo passt es am besten? Schreib es als Wenn-dann-Satz.

    Zum Beispiel: „Wenn ich dienstags zur Schule fahre, nehme ich das Rad.“
pledging-plan-help = So ein Satz hilft beim Drandenken. Du kannst ihn auch überspringen.
pledging-plan-empty = Da steht noch nichts. Schreib einen Satz oder tipp auf „Überspringen“.
pledging-hour-help = Wähle eine Uhrzeit oder schreib eine volle Stunde von { $first } bis { $last } Uhr.
pledging-hour-unclear = Schreib bitte eine volle Stunde von { $first } bis { $last }, zum Beispiel „17 Uhr“.
pledging-summary =
    Deine Zusage: **{ $title }**

    { $plan }

    Ich frage { $rhythm }. Stimmt das so?
pledging-with-plan = Dein Plan: { $plan }
pledging-summary-help = Mit „Ja“ beginnt deine Zusage. Anhalten oder beenden geht jederzeit mit /meinezusagen.
pledging-enough = Du hast schon { $count } Zusagen. Mehr Fragen möchte ich dir nicht zumuten. Beende eine, dann ist Platz für eine neue.
pledging-nothing-left = Alles, was im Katalog zu dir passt, hast du schon zugesagt. Großartig!
keeping-what = Deine Zusagen ansehen, anhalten, beenden
keeping-none = Du hast gerade keine Zusage. Möchtest du eine machen?
keeping-list = Deine { $count } Zusagen. Tipp auf eine:
keeping-paused = Pause für „{ $title }“. Ich frage erst wieder, wenn du es möchtest.
keeping-end-sure = „{ $title }“ beenden? Ich frage dann nicht mehr. Was du gemeldet hast, zählt weiter.
keeping-ended = „{ $title }“ ist beendet. Danke für alles, was du geschafft hast!
pledging-weekday-help = An diesem Tag frage ich kurz nach. Am Ende kannst du ihn noch ändern.
