# Looking at members and suspending a membership: for the team, and what the member reads of it.

team-member-what = See a member, or suspend one
team-member-title = finding a member
team-member-which = Which member is it about? The number or the name is enough.
team-member-found =
    { $count ->
        [one] Is this the member you mean?
       *[other] Which member do you mean?
    }
team-member-named = { $name } ({ $number })
team-member-hit = { $kind }, { $place }
team-member-unknown = I cannot find such a member. Please check the spelling.
team-member-again = Search again
team-member-show = See member
team-member-card =
    { "" }**{ $name }** ({ $kind }, { $place })

    Member { $number } since { $since }.
team-member-rests =
    This membership has been suspended since { $when }.

    Reason: { $reason }
team-member-of-team = This member belongs to the team. Their membership cannot be suspended.
team-member-gone = This member is no longer there. Nothing has changed.
team-pause = Suspend membership
team-pause-title = suspending a membership
team-pause-reason =
    Why should the membership of { $name } be suspended?

    The reason goes to the member, who may object. Nothing is deleted.
team-pause-help = One sentence is enough. With "Cancel" everything stays as it is.
team-pause-sure =
    Suspend the membership of { $name } from now on?

    Their name is then not on any list. We accept no new stories or requests. Everything else stays as it is.

    Reason: { $reason }
team-pause-yes = Yes, suspend
team-pause-no = No, leave it
team-pause-not = Everything stays as it is.
team-paused = The membership of { $name } is suspended now. The reason is on its way.
team-paused-unreachable = The membership of { $name } is suspended now. The member cannot be reached at the moment.
team-resume = Lift the suspension
team-resumed = The membership of { $name } is no longer suspended. The member knows.
team-resumed-unreachable = The membership of { $name } is no longer suspended. The member cannot be reached at the moment.

resting-told =
    The team has suspended your membership from now on.

    Reason: { $reason }

    Until then your name is not on any list. We accept no new stories or requests. Everything else stays as it is.

    You can ask or object at any time: /ask
resting-not-now =
    Your membership is suspended at the moment. Until then we accept no new stories or requests from you, and your name is not on any list.

    Reason: { $reason }

    You can ask or object at any time: /ask
resting-kept =
    Your membership was suspended when you left. That still holds, even if you join again. We accept no new stories or requests.

    Reason: { $reason }

    You can ask or object at any time: /ask. With /delete we forget everything.
resting-object = Ask or object
resting-over = Good news: your membership is no longer suspended. Everything works as before.
