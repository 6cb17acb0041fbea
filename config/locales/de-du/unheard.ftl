# Nur, was beim Du anders klingt.

unheard-perhaps =
    { $count ->
        [one] Eine Antwort von mir ist vielleicht nicht bei dir angekommen.
       *[other] { $count } Antworten von mir sind vielleicht nicht bei dir angekommen.
    }
unheard-nothing = Da fehlt nichts mehr: Du hast schon alles von mir.
