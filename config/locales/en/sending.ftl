# From an announcement's card to its sending. For the team.

## How an announcement arrives

sending-message =
    { $body }

    _{ $alliance } · Message settings: /messages · Unsubscribe: STOP_
sending-message-marked =
    _({ $written })_

    { $body }

    _{ $alliance } · Message settings: /messages · Unsubscribe: STOP_
sending-published =
    { $body }

    _{ $alliance }_
sending-as-it-is = { $message }
sending-written-in =
    { $language ->
        [de] in German
        [en] in English
       *[other] in { $language }
    }
sending-network =
    { $network ->
        [telegram] Telegram
        [matrix] Matrix
        [browser] Browser
        [console] Terminal
       *[other] { $network }
    }

## Audiences in words

sending-to-everyone = members and followers
sending-to-members = all members
sending-to-followers = followers who are not members
sending-to-nobody = no single people
sending-only-kinds = kind: { $names }
sending-only-municipalities = from { $names }
sending-only-topics = with the topic { $names }
sending-only-goals = with the goal { $names }
sending-only-languages = language: { $names }
sending-only-networks = on { $names }
sending-only-places = and published in { $names }
sending-many-kinds = { $count } kinds of member
sending-many-municipalities = from { $count } places
sending-many-topics = with one of { $count } topics
sending-many-goals = with one of { $count } goals
sending-many-languages = in { $count } languages
sending-many-networks = on { $count } networks
sending-many-places = and published in { $count } groups and channels

## The card

sending-title = Announcement { $number } ("{ $beginning }")
sending-card =
    { "" }**Announcement { $number }** ({ $state })

    { $message }{ $before }

    { "" }**Details**

    { $lines }{ $hint }
sending-card-before =
    { "" }

    { "" }**So far**

    { $message }
sending-card-author = Written by: { $name }
sending-card-asker = Asked for by: { $name }
sending-card-nobody = That is nobody at the moment. It can be sent once the audience is changed.
sending-card-replaces =
    { $count ->
        [0] Nobody has a copy yet
        [one] It replaces one copy
       *[other] It replaces { $count } copies
    }
sending-card-only-new =
    { $count ->
        [one] One copy is about to go out with the new words
       *[other] { $count } copies are about to go out with the new words
    }
sending-card-old-in-digest =
    { $count ->
        [one] One person has it in a digest. A short correction goes there
       *[other] { $count } people have it in a digest. A short correction goes there
    }
sending-card-audience = Audience: { $audience }
sending-card-count =
    { $count ->
        [0] That is nobody at the moment
        [one] That is exactly **1** person
       *[other] That is exactly **{ $count }** people
    }
sending-card-places =
    { $count ->
        [one] And one group or channel
       *[other] And { $count } groups and channels
    }
sending-card-names = For example: { $names }
sending-whom =
    { $count ->
        [0] { $places ->
            [0] nobody
            [one] one group or channel
           *[other] { $places } groups and channels
        }
        [one] { $places ->
            [0] one person
            [one] one person, and to one group or channel
           *[other] one person, and to { $places } groups and channels
        }
       *[other] { $places ->
            [0] { $count } people
            [one] { $count } people, and to one group or channel
           *[other] { $count } people, and to { $places } groups and channels
        }
    }
sending-card-topic = Topic: { $name }
sending-card-goal = Goal: { $name }
sending-card-date-off = Please note: the event that this announcement is about has been called off.
sending-card-date-changed = Please note: the event that this announcement is about has changed since it was written.
sending-card-files =
    { $count ->
        [one] Attached: a picture or a file
       *[other] Attached: { $count } pictures
    }
sending-left-news-off = Left out, because unsubscribed: { $count }
sending-left-topic-off = Left out, because the topic is off: { $count }
sending-left-unreachable = Left out, because unreachable: { $count }
sending-left-bundled = Bundled, with the next digest: { $count }
sending-fits-version = { $network }, { $written }
sending-fits-marked = { $network }, { $written } with a mark
sending-fits-in-places = { $network }, in groups and channels
sending-fits-split = { $network }: arrives there in { $count } parts
sending-fits-apart = { $network }: text and pictures are sent separately there, in { $count } parts
sending-fits-refused =
    { $network }: { $count ->
        [one] one file is too large there and is refused
       *[other] { $count } files are too large there and are refused
    }
sending-state-requested = asked for by an organisation
sending-state-draft = draft
sending-state-waiting = waiting for release
sending-state-draft-intended = draft, meant for { $when }
sending-state-scheduled = scheduled
sending-state-planned = scheduled { $when }
sending-state-waiting-planned = waiting for release, scheduled { $when }
sending-state-enqueuing = being sent
sending-state-sending = being sent
sending-state-paused = paused
sending-state-done = sent
sending-state-cancelled = ended
sending-state-withdrawn = withdrawn
sending-state-correction = correction of announcement { $number }

## Buttons

sending-test = Test to me
sending-rehearse = Rehearsal
sending-plan = Schedule
sending-plan-anew = Reschedule
sending-now =
    { $places ->
        [0] Send now (to { $count })
        [one] Send now (to { $count }, and 1 group)
       *[other] Send now (to { $count }, and { $places } groups and channels)
    }
sending-hand-in = Hand in for release
sending-as-intended = At the time it had
sending-change = Change
sending-discard = Discard
sending-call-off = Call off
sending-release = Release
sending-not-released-offer = Do not release
sending-take-over = Take over
sending-decline = Decline with a reason
sending-show = Look at it
sending-show-number = No. { $number }
sending-no = No, back

## First ask, then act

sending-sure-send =
    Really send { $title }? It goes to { $whom } at once.{ $bundled ->
        [0] { "" }
        [one] { " " }One of them gets it only with the digest.
       *[other] { " " }{ $bundled } of them get it only with the digest.
    }
sending-sure-alone = { $title } goes to { $whom }. Time: { $when }. Usually a second person reads it first. There is nobody at the moment. Release it anyway? I will note it in the log.
sending-yes-alone = Yes, release it alone
sending-yes-send = Yes, send
sending-sure-release = Release { $title }? It goes to { $whom }. Time: { $when }.
sending-yes-release = Yes, release
sending-sure-correct =
    The correction of announcement { $number } replaces { $count ->
        [one] one copy
       *[other] { $count } copies
    }. Shall it go out now?
sending-yes-correct = Yes, correct it
sending-sure-discard = Really discard { $title }? Its text and audience will be gone.
sending-yes-discard = Yes, discard
sending-sure-cancel = Really stop { $title }? What has not been sent yet will not be sent.
sending-yes-cancel = Yes, stop it
sending-sure-withdraw = Really withdraw { $title }? I delete it for everybody, where the network allows it. Some have read it already.
sending-yes-withdraw = Yes, withdraw
sending-sure-leave = { $title }: Keep the uncertain ones as they are? Then I will not send it to them again. This cannot be changed later.
sending-yes-leave = Yes, keep as is
sending-sure-resend = Send { $title } once more to the uncertain ones? Some will get it twice then.
sending-yes-resend = Yes, send again

## Test, release, refusal

sending-tested = Above is the test, only for you: { $title }. Nothing has been sent. You can still change everything.
sending-tested-later = Above is the test, only for you: { $title }. Its state: { $state }.
sending-nobody = There is nobody in this audience at the moment. The draft stays. Please change the audience.
sending-begun = { $title } is now going to { $whom }. I will tell you when it is done.
sending-released-begun = { $title } is released and now going to { $whom }. I will tell you when it is done.
sending-released-planned = { $title } is released. Scheduled: { $when }. Until then everything can still be changed.
sending-not-released =
    { $title } was not released. Reason: { $reason }

    Nothing was sent. The draft is yours again.
sending-please-release = An announcement is waiting for your release. Time: { $when }. Please read it, and check that it does not take sides in party politics.
sending-asked =
    { $count ->
        [one] The announcement is now waiting for release. One person has been asked. Time: { $when }. I will tell you.
       *[other] The announcement is now waiting for release. { $count } people have been asked. Time: { $when }. I will tell you.
    }
sending-asked-nobody = The announcement is now waiting for release. I could not reach anybody to ask. Please tell the moderators yourself.
sending-nobody-releases =
    This announcement needs a second person to release it. There is nobody at the moment. The draft stays. { $owner ->
        [yes] Invite a moderator with /team.
       *[no] Ask an owner to invite a moderator with /team.
    }
sending-not-your-own = Nobody can release their own announcement. Please let a second person read it.
sending-late = { $title } was scheduled { $when }. That time has passed. When should it go out?
sending-late-now = Right now
sending-another-time = At another time
sending-not-yours = Only the person who wrote the announcement can do that, or a moderator.
sending-only-moderators = Only moderators can do that.
sending-too-late = That has been decided already: { $state }. Nothing has changed.
sending-changed-since = The announcement has been changed in the meantime. Please look at it once more.
sending-called-off = { $title } is called off. It is a draft again: its text and audience stay, its time does not.
sending-called-off-by-team = { $title } was called off by the team. It is a draft again: its text and audience stay, its time does not.
sending-discarded = { $title } is discarded. Nothing was sent.
sending-discarded-by-team = { $title } was discarded by the team. Nothing was sent.
sending-changed-by-team = { $title } was changed by the team. It stays your announcement and is a draft now.
sending-decline-title = Declining with a reason
sending-reason = Why not? The reason goes to the person who wrote { $title }.
sending-reason-help = One sentence is enough. What would have to be different?
sending-decline-cancelled = Good, nothing has been decided. You can find it again with /broadcasts.
sending-declined = { $title } is not released. The reason has been passed on.
sending-request-declined = The request is declined: { $title }. The reason has been passed on.

## Requests of organisations

sending-request =
    { "" }**{ $name }** asks you to announce something (no. { $number }):

    { $message }{ $hint }
requesting-no-member = Somebody who is not in the alliance
sending-taken-over = No. { $number } is your draft now. A few things are still missing.

## Scheduling

sending-plan-title = Time of sending
sending-plan-when = When should it go out? Write for example "tomorrow 9 am" or "24 December 17:00".
sending-plan-help = I need both a day and a time. Regular announcements go every week or every month.
sending-plan-weekly = Every week
sending-plan-monthly = Every month
sending-plan-nth = Which one in the month, for example the second Monday? I will ask for the weekday next.
sending-plan-weekday = On which weekday?
sending-plan-at = At what time? You can write another one, too.
sending-plan-sure = Time of sending: { $when }. Is that right?
sending-plan-yes = Yes, schedule it
sending-planned = Scheduled: { $when }. Until then everything can still be changed.
sending-planned-by-team = { $title } has another time now: { $when }.
sending-released-anew = { $title } has another time. So it needs a new release.
sending-planned-not = at once after the release
sending-planned-once = on { $when }
sending-planned-weekly =
    every { $weekday ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    } at { $at }, next on { $when }
sending-planned-monthly =
    every month on the { $nth } { $weekday ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    } at { $at }, next on { $when }
sending-clock =
    { $minute ->
        [0] { $hour }:00
       *[other] { $hour }:{ $minutes }
    }
sending-weekday =
    { $weekday ->
        [0] Monday
        [1] Tuesday
        [2] Wednesday
        [3] Thursday
        [4] Friday
        [5] Saturday
       *[6] Sunday
    }
sending-nth =
    { $nth ->
        [1] first
        [2] second
        [3] third
        [4] fourth
       *[-1] last
    }
sending-moment-nonsense = I do not understand this time. Please write it like this: "24 December 17:00".
sending-moment-no-time = The time of day is still missing. Please add it, for example "tomorrow 9 am".
sending-moment-no-hour = There is no such time of day. It goes from 0:00 to 23:59.
sending-moment-past = This time has already passed. Please name a later one.
sending-moment-far = That is more than a year away. Please name an earlier time.
sending-moment-skipped = This hour does not exist: the clocks go forward that night. Please name another one.
sending-old =
    { $title } was scheduled { $when }, and I could not send it. It may be out of date now.

    It is a draft again. What would you like to do with it?
sending-held-back =
    { $title } was not sent. { $why }{ $repeats ->
        [yes] { " " }Until it is released, it is left out.
       *[no] { "" }
    }

    { $then }
sending-needs-eyes = It would go to { $whom } now. A second person has to read it first.
sending-releaser-gone = The person who released it may no longer do that.
sending-draft-again = It is a draft again. What would you like to do with it?
sending-held-up =
    { $title } was held up. { $count ->
        [one] One person does
       *[other] { $count } people do
    } not have it yet. It may be out of date by now, so I have paused it.

    Shall it go on?
sending-turn-missed = { $title } was left out this time, because I could not send. It goes on { $when }.
