# What may never have arrived.

unheard-perhaps =
    { $count ->
        [one] An answer of mine may not have reached you.
       *[other] { $count } answers of mine may not have reached you.
    }
unheard-show = Show it again
unheard-nothing = Nothing is missing any more: you have everything from me.
