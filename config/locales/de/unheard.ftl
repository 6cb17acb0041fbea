# Was vielleicht nie angekommen ist.

unheard-perhaps =
    { $count ->
        [one] Eine Antwort von mir ist vielleicht nicht bei Ihnen angekommen.
       *[other] { $count } Antworten von mir sind vielleicht nicht bei Ihnen angekommen.
    }
unheard-show = Noch einmal zeigen
unheard-nothing = Da fehlt nichts mehr: Sie haben schon alles von mir.
