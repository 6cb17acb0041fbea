# Check-ins on pledges.

checking-question =
    Quick check-in on your pledge **{ $title }**

    { $question }{ $plan }
checking-no-plan = { "" }
checking-plan = { "" }

    Your plan was: { $plan }
checking-amount = { $amount } { $unit }
checking-next =
    { $left ->
        [0] One more check-in:
       *[other] One more check-in, then { $left ->
            [one] another one
           *[other] { $left } others
        }:
    } **{ $title }**

    { $question }{ $plan }
checking-reminder =
    Still open: **{ $title }**

    { $question }

    One tap is enough.
checking-silence =
    Busy times? I will only ask about "{ $title }" again when you want.
checking-keep-asking = Keep asking
checking-entry-gone = One of your pledges is no longer in the catalogue. I will not ask about it any more. Feel free to pick a new one.
checking-not-there = This question does not belong to a pledge any more. Nothing has changed.
checking-closed = This check-in is closed already. Nothing has changed. Until next time!
checking-noted-before = That is noted already.
checking-skipped = All right. Until next time!
checking-thanks-honest = Thank you for the honest answer. Maybe next time.
checking-together = { $count } check-ins from the alliance this week already.
checking-noted = Noted, thank you! "{ $title }" worked out.
checking-noted-partly = Noted, thank you! Part of "{ $title }" counts, too.
checking-noted-under-way = Noted, thank you! "{ $title }" is under way.
checking-noted-amount = Noted, thank you! { $amount } { $unit } for "{ $title }".
checking-estimate = About { $kg } kg of CO2e avoided, estimated (range { $low } to { $high }). CO2e: all greenhouse gases, converted to CO2.
checking-later = Of course. I will ask again in a few days.
checking-if-measured = Did you measure it? Then feel free to tell me the number. Otherwise all is noted.
checking-how-many = Great! How many { $unit }?
checking-not-measured = All right. Everything is noted already.
checking-other-number = Other number
checking-amount-title = your check-in
checking-which-number = How much was it? Please write the number ({ $unit }).
checking-no-number = I did not understand that as a number. Just the number, please, such as "12" ({ $unit }).
checking-too-much = That would be a lot. I can note up to { $most } { $unit }. Perhaps there is one zero too many?
checking-all-done = Finished, congratulations! Would you like to complete the pledge now?
checking-finish = Complete the pledge

## What people can write instead of tapping

checking-words-yes = yes,yep,yeah,sure,done,did it,yes i did
checking-words-partly = partly,partially,half,half of it,a bit,somewhat,sort of,kind of
checking-words-no = no,nope,not,not yet,not really,i did not,not this time,did not work
checking-words-none = nothing,none,no,nope,not,not yet,not really,not this time,did not work
checking-words-pause = please pause
checking-words-skip = later,next
