# Events: looking, coming, planning, reminding, thanking.

events-what = See events and sign up
events-all = All events
events-none = No event is coming up at the moment.
events-list =
    { "" }**The next events:**

    { $lines }
events-line = **{ $title }**: { $when }, { $place }. { $coming }
events-when = { $day }, { $when }
events-card =
    { "" }**{ $title }**

    { $when }

    { $place }

    { $about }
events-coming =
    { $count ->
        [0] Nobody has signed up yet.
        [one] One person has signed up.
       *[other] { $count } people have signed up.
    }
events-coming-few = Fewer than { $least } people have signed up.
events-proposed = Not published yet.
events-earlier = Earlier
events-later = Later
events-gone = This event no longer exists.
events-ask = Are you coming?
events-join = I am coming
events-leave = I am not coming after all
events-signed-up = You are signed up.
events-over = This event is over.
events-off = This event is called off.
events-off-why = This event is called off. Reason: { $reason }
events-not-published = This event is not published yet.

events-join-title = Your sign-up
events-join-before = You are signed up already.
events-join-full = Unfortunately all places are taken.
events-join-closed = It is no longer possible to sign up for this event.
events-joined = Good to have you! **{ $title }**: { $when }, { $place }.
events-joined-reminder = I will remind you the day before.
events-joined-soon = See you soon!
events-left = What a pity! You are not signed up for "{ $title }" any more.
events-not-left = You were not signed up for "{ $title }".

## What comes by itself

events-reminder = It is almost time: **{ $title }**. { $when }, { $place }.
events-told-changed =
    An event has changed. This is how it stands now:

    { $card }
events-told-off = Unfortunately an event is called off: **{ $title }**, { $when }.
events-told-off-why = Unfortunately an event is called off: **{ $title }**, { $when }. Reason: { $reason }
events-thanks = Thank you for signing up for "{ $title }"! How was it? One sentence for the team is enough. Your name is not shown with it.
events-hushed = I will not remind you of your events any more either. You stay signed up.
events-say = Write a sentence
events-say-again = Change the sentence
events-say-not = Rather not
events-say-title = Your sentence about an event
events-say-words = How was "{ $title }"? One sentence is enough.
events-say-gone = You are not signed up for this event.
events-say-nothing = All right. Until next time!
events-said = Thank you! The team can read your sentence now.

## For the team

events-new = New event
events-past = Past events
events-titled = { $title } ({ $when })
events-past-list =
    { $count ->
        [one] One event, over or called off:
       *[other] { $count } events, over or called off:
    }
events-plan-what = Set up an event
events-plan-title = New event
events-change-title = Change an event
events-title = What is the event called? A short title is enough.
events-time = When does it begin? For example "24 December 17:00".
events-time-help = Write the day and the time, for example "tomorrow 6 pm".
events-place = Where does it take place?
events-about = What is it about? A few words are enough.
events-seats = How many places are there? Please write a number.
events-seats-none = No limit
events-seats-unclear = Please write a whole number from 1 to { $most }.
events-part-title = Title
events-part-when = Time
events-part-place = Place
events-part-about = Description
events-part-seats = Places
events-preview =
    This is how the event looks:

    { $card }

    { $seats }
events-preview-seats =
    { $seats ->
        [0] Places: no limit
       *[other] Places: { $seats }
    }
events-keep-publish = Publish the event
events-keep-propose = Hand in for release
events-keep-save = Save it like this
events-handed-in = Thank you! The event is with the moderators now.
events-handed-in-nobody = Thank you! The event is now waiting for release. I could not reach anybody to ask. Please tell the moderators yourself.
events-request =
    A new event is waiting for release:

    { $card }
events-publish = Release
events-published = "{ $title }" is published. Everybody can find the event with /events.
events-published-by-team = Your event "{ $title }" is published. Thank you!
events-look = See the event
events-announce = Announce it
events-announce-title = Announcement about an event
events-announcement =
    { "" }**{ $title }**

    { $when }
    { $place }

    { $about }

    Sign up with: /events
events-announcement-held = An announcement about this event was still to go out: { $title }. I have stopped it, and it is a draft again. Its text says what was true before.
events-announcement-draft = There is a draft about this event: { $title }. Its text says what was true before.
events-announcement-paused = An announcement about this event is going out: { $title }. I have paused it. You can correct it, let it go on or stop it.
events-announcement-gone = An announcement about this event has arrived already: { $title }. It can be corrected.
events-announcement-news =
    { $off ->
        [yes] The event "{ $title }" is called off.
       *[no] The event "{ $title }" has changed.
    } { $became }
events-announcement-look = See announcement { $number }
events-change = Change
events-changed = "{ $title }" is changed.
events-changed-told = "{ $title }" is changed. Everybody who signed up will hear of it.
events-changed-since = This has changed in the meantime. This is how it stands now:
events-begun-since = This event has begun in the meantime and cannot be changed any more. What you wrote is here as a new event:
events-gone-since = This event no longer exists. What you wrote is here as a new event:
events-seats-fewer = { $count } people have signed up already. That is more than the number of places now ({ $seats }). All of them stay signed up.
events-call-off = Call off
events-off-title = Call off an event
events-off-reason = Why is "{ $title }" called off? Everybody who signed up will read the reason.
events-off-no-reason = Call off without a reason
events-off-sure =
    Really call off "{ $title }"? This cannot be undone. { $count ->
        [0] Nobody has signed up yet.
        [one] One person has signed up and will hear of it.
       *[other] { $count } people have signed up and will hear of it.
    }
events-off-yes = Yes, call it off
events-off-done = "{ $title }" is called off.
events-off-told = "{ $title }" is called off. Everybody who signed up will hear of it.
events-off-by-team = Your event "{ $title }" was called off by the team.
events-off-by-team-why = Your event "{ $title }" was called off by the team. Reason: { $reason }
events-refused-by-team = Your event "{ $title }" is not released.
events-refused-by-team-why = Your event "{ $title }" is not released. Reason: { $reason }
events-refuse-reason = Why do you not want to release "{ $title }"? The person who wrote it will read the reason.
events-refuse-no-reason = No reason
events-refuse-sure = Really not release "{ $title }"? This cannot be undone.
events-refuse-yes = Do not release
events-refuse-done = "{ $title }" will not be published.
events-back-sure = Really take "{ $title }" back? The proposal will not be published then.
events-back-yes = Take back
events-back-done = "{ $title }" is taken back.
events-names = Who is coming?
events-names-since = Signed up on
events-names-file = sign-ups
events-names-done =
    { $count ->
        [one] One person has signed up for "{ $title }". The log keeps a note of this.
       *[other] { $count } people have signed up for "{ $title }". The log keeps a note of this.
    }
events-nameless = no name
events-read = Read what people say
events-read-all =
    { $count ->
        [one] One sentence about "{ $title }":
       *[other] { $count } sentences about "{ $title }":
    }
events-read-one = > { $words }
events-read-left =
    { $count ->
        [one] One more sentence is waiting.
       *[other] { $count } more sentences are waiting.
    }
events-read-more = Read on
