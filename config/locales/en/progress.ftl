# How far we are: together, and one's own part.

progress-what = What we have done together
progress-alliance =
    { "" }**The alliance in { $year }**, on the way to the goal of { $target }

    - Members: { $members ->
        [0] fewer than { $below }
       *[other] { $members }
    }
    - Success stories: { $stories }
progress-deeds =
    Reported together:

    { $lines }
progress-amount = { $title }: { $amount } { $unit }
progress-times =
    { $title }: { $times ->
        [one] once
       *[other] { $times } times
    }
progress-hidden = Pledges with fewer than { $below } people are not shown one by one.
progress-estimate = About { $kg } kg of CO2e avoided, estimated (range { $low } to { $high }). CO2e means: all greenhouse gases together, converted to CO2. A self-reported estimate, not an official emissions inventory.
progress-own =
    { "" }**Your part this year**

    { $lines }
progress-own-estimate = Of that, about { $kg } kg of CO2e avoided, estimated (range { $low } to { $high }).
progress-own-waiting = Your pledge is under way. After the first check-in you will see your part here.
progress-own-none = With a pledge, your part will be here, too. A small one is enough.
