# Nur in der Demo.

demo-name = { $name } ({ $mark })
demo-forward-what = Demo: Zeit vorspulen
demo-forward-done =
    { $count ->
        [one] Vorgespult. Gleich frage ich nach Ihrer Zusage.
       *[other] Vorgespult. Gleich frage ich nach Ihren { $count } Zusagen.
    }
demo-forward-none = Sie haben noch keine Zusage. Beginnen Sie mit /zusage, dann kann ich die Zeit vorspulen.
demo-forward-paused = Ihre Zusagen machen gerade Pause. Mit /meinezusagen geht es weiter.
