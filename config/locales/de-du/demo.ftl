# Nur, was beim Du anders klingt.

demo-forward-done =
    { $count ->
        [one] Vorgespult. Gleich frage ich nach deiner Zusage.
       *[other] Vorgespult. Gleich frage ich nach deinen { $count } Zusagen.
    }
demo-forward-none = Du hast noch keine Zusage. Beginne mit /zusage, dann kann ich die Zeit vorspulen.
demo-forward-paused = Deine Zusagen machen gerade Pause. Mit /meinezusagen geht es weiter.
