# Pledges: making one, looking at them, pausing, ending.

pledging-what = Make a pledge
pledging-title = your pledge
pledging-goal = What would you like to do something about?
pledging-goal-help = Choose the goal that matters most to you. Then I will show you pledges that fit.
pledging-entry = Which pledge suits you? A small one is as good as a big one.
pledging-entry-help = Everything is voluntary. You can pause or end any pledge.
pledging-plan =
    When or where does it fit best? Write it as an if-then sentence.

    For example: "When I go to work on Tuesdays, I take the bike."
pledging-plan-help = A sentence like this helps you to remember. You can also skip it.
pledging-plan-empty = There is nothing there yet. Write a sentence or tap "Skip".
pledging-plan-long = A short sentence is enough, at most { $most } characters.
pledging-skip = Skip
pledging-weekday = On which day shall I ask?
pledging-weekday-help = On this day I will ask you a short question. You can still change it at the end.
pledging-day = { $day ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}
pledging-days = { $day ->
    [0] on Mondays
    [1] on Tuesdays
    [2] on Wednesdays
    [3] on Thursdays
    [4] on Fridays
    [5] on Saturdays
   *[6] on Sundays
}
pledging-day-short = { $day ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[6] Sun
}
pledging-day-on = { $day ->
    [0] on Monday
    [1] on Tuesday
    [2] on Wednesday
    [3] on Thursday
    [4] on Friday
    [5] on Saturday
   *[6] on Sunday
}
pledging-day-every = { $day ->
    [0] Mondays
    [1] Tuesdays
    [2] Wednesdays
    [3] Thursdays
    [4] Fridays
    [5] Saturdays
   *[6] Sundays
}
pledging-hour = At what time shall I ask?
pledging-at = { $hour }:00
pledging-hour-help = Choose a time, or write a full hour from { $first } to { $last }.
pledging-hour-unclear = Please write a full hour from { $first } to { $last }, such as "17" or "5 pm".
pledging-hour-late = I do not want to disturb anybody at that time. Please choose an hour from { $first } to { $last }.
pledging-rhythm = { $cadence ->
    [weekly] { $day } at { $hour }:00
    [monthly] on the first working day of the month at { $hour }:00
   *[quarterly] on the first working day of the quarter at { $hour }:00
}
pledging-summary =
    Your pledge: **{ $title }**

    { $plan }

    I will ask { $rhythm }. Is that right?
pledging-with-plan = Your plan: { $plan }
pledging-without-plan = Without a fixed plan.
pledging-promise = Yes, I pledge that
pledging-summary-help = With "Yes" your pledge begins. You can pause or end it at any time with /mypledges.
pledging-part-entry = Pledge
pledging-part-plan = Plan
pledging-part-weekday = Day
pledging-part-hour = Time
pledging-promised =
    Agreed: **{ $title }**. I will ask { $rhythm }, for the first time on { $first }.

    "Not this time" is a good answer, too.
pledging-mine = My pledges
pledging-enough = You already have { $count } pledges. I do not want to ask you more than that. End one, and there is room for a new one.
pledging-nothing-left = You have already pledged everything in the catalogue that suits you. Wonderful!

## One's own pledges

keeping-what = See, pause or end your pledges
keeping-none = You have no pledge at the moment. Would you like to make one?
keeping-new = New pledge
keeping-list = Your { $count } pledges. Tap one:
keeping-one =
    { "" }**{ $title }**

    { $plan }

    { $state }
keeping-next = I will ask again on { $when }.
keeping-state-active = I am not asking at the moment.
keeping-state-paused = This pledge is paused.
keeping-state-ended = This pledge has ended.
keeping-pause = Pause
keeping-resume = Go on with the pledge
keeping-end = End pledge
keeping-not-there = This pledge does not exist any more.
keeping-paused = "{ $title }" is paused. I will only ask again when you want me to.
keeping-resumed = "{ $title }" goes on. I will ask again on { $when }.
keeping-end-sure = End "{ $title }"? I will not ask any more. What you have reported still counts.
keeping-end-yes = Yes, end it
keeping-end-no = No, keep it
keeping-ended = "{ $title }" has ended. Thank you for everything you did!
