# In welcher Sprache wir miteinander reden.

speaking-what = Sprache wechseln
speaking-name =
    { $language ->
        [de] Deutsch (Sie)
        [de-du] Deutsch (Du)
        [en] English
        [de-x-place] Gruppen und Kanäle, Deutsch
        [en-x-place] Gruppen und Kanäle, Englisch
       *[other] { $language }
    }
speaking-which = Gerade sprechen wir: { $now }. Welche Sprache möchten Sie?
speaking-changed = Gern. Ab jetzt spreche ich Deutsch, mit Sie.
speaking-wish-words = deutsch, auf deutsch, bitte deutsch, sie, bitte sie, german, in german
