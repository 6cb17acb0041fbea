# The team: inviting, removing, looking back.

team-what = See the team, invite, remove
team-deeds-what = See who did what
team-list =
    { $count ->
        [one] One person belongs to the team:
       *[other] { $count } people belong to the team:
    }

    { $lines }
team-list-page =
    { $count } people belong to the team. Here are { $first } to { $last }:

    { $lines }
team-before = Previous
team-after = More
team-line = { $who }: { $role }
team-line-you = You: { $line }
team-called = { $role } ({ $network }, here since { $since }, no. { $number })
team-called-member = { $name }, no. { $number } ({ $network })
team-called-briefly = no. { $number }
team-no-role = Somebody without a role
team-no-network = cannot be reached
team-role-editor = Editor
team-role-moderator = Moderator
team-role-owner = Owner
team-invite = Invite somebody
team-which-role =
    What should the new person be able to do?

    - Editor: write announcements, answer questions
    - Moderator: also approve stories and announcements, withdraw announcements, suspend memberships
    - Owner: also invite and remove people, fetch all members as a file, read the log
team-back = To the team
team-invitation =
    Here is the invitation for the role { $role }. It is good for { $hours } hours and one person.

    Pass this code on. The person sends it to me in their own chat:

    `{ $code }`

    I show the code only this once.
team-wrong-code = This code is not valid. Perhaps it has been used, or it is older than a day. Please ask for a new one.
team-locked = Those were too many wrong codes. You can try again in an hour.
team-guessing = Please note: { $who } has sent { $count } wrong invitation codes. I will not take any more from there for an hour.
team-guessing-of-all = Please note: { $count } wrong invitation codes came from several conversations within this hour. Whoever has a right code can still redeem it.
team-joined = { $who } now belongs to the team. Role: { $role }.
team-welcome = Welcome to the team! Your role: { $role }. /help shows what you can do with it.
team-first-editor = Write an announcement
team-first-moderator = Review stories
team-first-owner = See the team
team-remove = Remove: { $who }
team-remove-sure = Remove { $who } from the team? The role { $role } ends at once. Membership, stories and pledges stay.
team-remove-yes = Yes, remove from the team
team-keep = No, keep in the team
team-removed = { $who } does not belong to the team any more.
team-you-are-removed = Your role in the team has ended. Thank you for your work! Your membership stays as it is.
team-not-in-it = This person does not belong to the team any more.
team-last-owner = This is the last owner. Without one, nobody could invite people any more. Please invite another owner first.
team-deeds-open = Log
team-no-deeds = The log is still empty.
team-deeds =
    This happened last:

    { $lines }
team-by-itself = By itself
team-by-command-line = Technical team (on the server)
team-by-gone = No. { $number }, no longer here
team-about =
    { $kind ->
        [story] story { $number }
        [announcement] announcement { $number }
        [question] question { $number }
        [member] member { $number }
        [members] all members
        [event] event { $number }
        [place] group or channel { $number }
        [conversations] { $number } together, from several conversations
        [person] no. { $number }
        [role] { $number ->
            [owner] owner
            [moderator] moderator
           *[editor] editor
        }
       *[other] no. { $number }
    }
team-deed =
    { $when }, { $who }: { $what ->
        [organiser-invited] created an invitation
        [organiser-joined] joined the team
        [organiser-removed] removed from the team
        [invitation-guessing] sent wrong codes
        [story-approved] approved a story
        [story-undone] took an approval back
        [story-asked] asked the author
        [story-declined] declined a story
        [story-hidden] hid a story
        [announcement-written] announcement written
        [announcement-changed] announcement changed
        [announcement-handed-in] announcement handed in for release
        [announcement-held-back] asked for a new release before sending
        [announcement-alone] announcement for groups released alone
        [announcement-planned] announcement scheduled
        [announcement-sent] announcement sent
        [announcement-declined] announcement not released
        [announcement-discarded] announcement discarded
        [announcement-taken-over] request for an announcement taken over
        [announcement-paused] sending paused
        [announcement-resumed] sending resumed
        [announcement-slower] sending slowed down
        [announcement-faster] sending sped up
        [announcement-cancelled] sending stopped
        [announcement-retried] unsent copies tried again
        [announcement-resent] uncertain copies sent again
        [announcement-left] uncertain copies left as they are
        [announcement-correction-written] correction written
        [announcement-corrected] announcement corrected
        [announcement-withdrawn] announcement withdrawn
        [announcement-called-off] sending time called off
        [event-proposed] event handed in for release
        [event-published] event published
        [event-changed] event changed
        [event-called-off] event called off
        [event-refused] event not released, or taken back
        [event-guests-exported] list of guests fetched as a file
        [announcement-missing-exported] what was not delivered fetched as a file
        [question-answered] answered a question
        [member-paused] membership suspended
        [member-resumed] suspension lifted
        [members-exported] members fetched as a file
        [place-opened] group or channel opened
        [place-closed] group or channel closed
        [message-resent] uncertain message sent again
        [message-left] uncertain message left as it is
        [message-discarded] discarded what was put aside
       *[other] { $what }
    } ({ $subject })
