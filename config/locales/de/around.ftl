# Umsehen: was das Bündnis ist und wer mitmacht.

around-what = Das Bündnis kennenlernen
around-about =
    { "" }**Das Bündnis, kurz gesagt**

    { $about }
around-show-goals = Unsere Ziele
around-show-principles = Unsere Grundsätze
around-show-members = Wer macht mit?
around-show-stories = Geschichten lesen
around-goals =
    { "" }**Das wollen wir gemeinsam bis { $year }:**

    { $goals }
around-goal = **{ $name }**: { $what }
around-principles =
    { "" }**Darauf können sich alle verlassen:**

    { $principles }
around-principle = { $what }
around-members =
    { "" }**Schon { $count } Mitglieder sind dabei.**

    { $kinds }

    { "" }**Und sie kommen von hier:**

    { $places }

    Kleine Gruppen zeigen wir nicht genau. So bleibt privat, was privat ist.
around-area-without = { $area } (ohne { $places })
around-group = { $name }: { $count }
around-group-small = { $name }: Zahl nicht gezeigt
around-few-members = Das Bündnis fängt gerade erst an. Genaue Zahlen zeigen wir, sobald mehr dabei sind. Wer früh kommt, gestaltet mit.
around-show-names = Namen ansehen
around-more-names = Weitere Namen
around-listed =
    { "" }**Diese Mitglieder zeigen sich mit Namen:**

    { $names }
    { $more ->
        [0] { "" }
        [one] { "" }

        Und noch eines.
       *[other] { "" }

        Und { $more } weitere.
    }
around-name = { $name }, { $place }
around-nobody-listed = Noch zeigt sich niemand mit Namen. Das entscheidet jedes Mitglied selbst.
