# Wenn ich etwas nicht verstanden habe.

guessing-hello-words = hallo, hi, hey, guten tag, guten morgen, guten abend, grüß gott, moin, servus, grüezi, start
guessing-thanks-words = danke, dankeschön, danke schön, vielen dank, herzlichen dank, merci, ok, okay, alles klar, super, prima
guessing-thanks-more = dir, ihnen, euch, ihr, sehr, ganz, so, viel, vielmals, herzlich, herzlichst, schön, lieb, nochmal, nochmals, auch, für, die, das, den, alles, hilfe, antwort, info, infos, information, informationen, auskunft, erinnerung, nachricht, mühe, schnelle, gute, tolle
guessing-thanks = Sehr gern! Wenn Sie noch etwas brauchen: /hilfe
guessing-stop-words = stopp, stop, abbestellen, keine nachrichten, keine news
guessing-stop = Sollen keine Nachrichten des Bündnisses mehr kommen?
guessing-stop-yes = Ja, Nachrichten ausschalten
guessing-near = Meinten Sie: { $what }?
guessing-yes = Ja, /{ $name }
guessing-not-understood = Das habe ich nicht verstanden. Soll ich Ihre Nachricht ans Team weitergeben? Oder schreiben Sie „Hilfe“.
guessing-not-understood-yet = Das habe ich nicht verstanden. Möchten Sie das Team fragen? Oder schreiben Sie „Hilfe“.
guessing-not-understood-team = Das habe ich nicht verstanden. Mit „Hilfe“ sehen Sie, was ich für Sie tun kann.
guessing-ask = Ja, das Team fragen
guessing-pass-on = Ja, ans Team
guessing-pass-on-instead = Ans Team weitergeben
guessing-no = Nein, danke
guessing-stuck =
    Ich komme hier nicht weiter. Soll ich Ihre Nachricht ans Team weitergeben?

    > { $words }
guessing-no-command = Diesen Befehl kenne ich nicht. Mit /hilfe sehen Sie, was ich für Sie tun kann.
guessing-gone = Diese Nachricht habe ich nicht mehr. Die ist schon beim Team, oder Sie haben sie verworfen.
guessing-kept = Gut, es geht nichts ans Team, und alles bleibt, wie es ist. Mit /hilfe sehen Sie, was ich für Sie tun kann.
