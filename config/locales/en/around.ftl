# Looking around: what the alliance is and who takes part.

around-what = Get to know the alliance
around-about =
    { "" }**The alliance in brief**

    { $about }
around-show-goals = Our goals
around-show-principles = Our principles
around-show-members = Who takes part?
around-show-stories = Read stories
around-goals =
    { "" }**What we want to achieve together by { $year }:**

    { $goals }
around-goal = **{ $name }**: { $what }
around-principles =
    { "" }**What everybody can rely on:**

    { $principles }
around-principle = { $what }
around-members =
    { "" }**{ $count } members are already taking part.**

    { $kinds }

    { "" }**And this is where they are from:**

    { $places }

    We do not show exact numbers for small groups. What is private stays private.
around-area-without = { $area } (without { $places })
around-group = { $name }: { $count }
around-group-small = { $name }: number not shown
around-few-members = The alliance is only just beginning. We will show numbers when more people have joined. If you come early, you help to shape it.
around-show-names = See names
around-more-names = More names
around-listed =
    { "" }**These members are shown by name:**

    { $names }
    { $more ->
        [0] { "" }
        [one] { "" }

        And one more.
       *[other] { "" }

        And { $more } more.
    }
around-name = { $name }, { $place }
around-nobody-listed = Nobody is shown by name yet. Every member decides that for themselves.
