# Was vielleicht nie angekommen ist.

unheard-nothing = Ich habe nichts mehr, was ich noch einmal zeigen kann.
unheard-left = Gut, dann lasse ich es dabei.
