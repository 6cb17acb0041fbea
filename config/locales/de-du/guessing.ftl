# Nur, was beim Du anders klingt.

guessing-thanks = Sehr gern! Wenn du noch etwas brauchst: /hilfe
guessing-near = Meintest du: { $what }?
guessing-not-understood-yet = Das habe ich nicht verstanden. Möchtest du das Team fragen? Oder schreib „Hilfe“.
guessing-not-understood = Das habe ich nicht verstanden. Soll ich deine Nachricht ans Team weitergeben? Oder schreib „Hilfe“.
guessing-not-understood-team = Das habe ich nicht verstanden. Mit „Hilfe“ siehst du, was ich für dich tun kann.
guessing-stuck =
    Ich komme hier nicht weiter. Soll ich deine Nachricht ans Team weitergeben?

    > { $words }
guessing-no-command = Diesen Befehl kenne ich nicht. Mit /hilfe siehst du, was ich für dich tun kann.
guessing-gone = Diese Nachricht habe ich nicht mehr. Die ist schon beim Team, oder du hast sie verworfen.
guessing-kept = Gut, es geht nichts ans Team, und alles bleibt, wie es ist. Mit /hilfe siehst du, was ich für dich tun kann.
