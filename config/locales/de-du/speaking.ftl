# Nur, was beim Du anders klingt.

speaking-which = Gerade sprechen wir: { $now }. Welche Sprache möchtest du?
speaking-changed = Gern. Ab jetzt sagen wir Du.
speaking-wish-words = du, bitte du, duzen, per du
