# After sending: report, trying again, correcting, withdrawing, the list. For the team.

sending-report =
    { $heading }

    Audience: { $audience }

    { $lines }
sending-report-enqueuing = { "" }**{ $title }** is being sent.
sending-report-sending = { "" }**{ $title }** is being sent.
sending-report-paused = { "" }**{ $title }** is paused.
sending-report-done = { "" }**{ $title }** is done.
sending-report-cancelled = { "" }**{ $title }** was stopped.
sending-report-withdrawn = { "" }**{ $title }** is withdrawn.
sending-count-sent = Sent: { $count } of { $total }
sending-count-open = Still on their way: { $count }
sending-count-unreachable = Unreachable: { $count }
sending-count-refused = Refused by the network: { $count }
sending-count-uncertain = Uncertain: { $count }
sending-count-off = Unsubscribed: { $count }
sending-count-outside = No longer among the recipients: { $count }
sending-count-stopped = Not sent any more, because it was stopped: { $count }
sending-count-given-up = Given up after three days: { $count }
sending-count-left = Left uncertain: { $count }
sending-count-cancelled = Not sent any more: { $count }
sending-count-bundled = With a digest: { $count }
sending-count-part = { $network }, { $language }: { $sent } of { $count }
sending-bar-sent = Sent
sending-bar-unreachable = Unreachable
sending-bar-refused = Refused by the network
sending-bar-uncertain = Uncertain
sending-bar-cancelled = Unsubscribed, or not sent any more
sending-bar-number = { $count }
sending-chart = Bars of the report, { $count } of { $total } sent
sending-chart-fates = What became of it
sending-chart-part = { $network }, { $language }
sending-chart-parts = Sent, by network and language
sending-who-is-missing = Who is missing?
sending-retry = Try once more
sending-leave = Keep uncertain ones as they are
sending-resend =
    { $count ->
        [one] Send uncertain ones again (1)
       *[other] Send uncertain ones again ({ $count })
    }
sending-correct = Correct
sending-withdraw = Withdraw
sending-missed-unreachable = Unreachable, for example because the chat is blocked: { $who }.
sending-missed-refused = Refused by the network: { $who }.
sending-missed-uncertain = Perhaps arrived, perhaps not: { $who }. I will not send it there again by myself.
sending-missed-given-up = Did not arrive: { $who }.
sending-missed-off = Wanted no news by then, or none on this topic: { $who }.
sending-missed-outside = Were not among the recipients any more: { $who }.
sending-missed-why = The reason: { $why }
sending-why-long = The text is too long for this network.
sending-why-large = A picture or file is too large for this network.
sending-why-file = A picture or file could not be sent there.
sending-why-gone = The chat does not exist there any more.
sending-why-rights = The assistant may not write there.
sending-why-other = The network only gives a technical reason. Whoever runs the server finds it in the server's log.
sending-missed-more =
    { $count ->
        [one] And one more person.
       *[other] And { $count } more.
    }
sending-missed-file = All as a file
sending-file-who = Who
sending-file-network = Network
sending-file-what = What became of it
sending-file-why = Why
sending-file-unnamed = no name given
sending-file-name = Not delivered, announcement { $number }
sending-file-done = Here is everybody to whom nothing was sent, with the reason. The file is for the team only.
sending-file-unwritten = Here is everybody to whom nothing was sent, with the reason. { $more } more are not in it: their turn had not come when it was stopped. The file is for the team only.
sending-file-more = Here are the first { $count } to whom nothing was sent, with the reason. { $more } more do not fit into the file. It is for the team only.
sending-why-given-up = Tried for three days, then given up.
sending-why-off = They wanted no news, or none on this topic.
sending-why-outside = The person is no longer among the recipients.
sending-why-stopped = Sending was stopped.
sending-why-left = Uncertain, and left as it is.
sending-what-now = What would you like to do?
sending-who-both =
    { $names } and { $count ->
        [one] one person without a name
       *[other] { $count } people without a name
    }
sending-who-unnamed =
    { $count ->
        [one] one person without a name
       *[other] { $count } people without a name
    }
sending-decided-retry =
    { $count ->
        [0] None of them can be reached at the moment. Nothing was sent.
        [one] I am trying once more, for one person.
       *[other] I am trying once more, for { $count } people.
    }
sending-decided-resend =
    { $count ->
        [0] Nothing was uncertain any more.
        [one] One message goes out once more.
       *[other] { $count } messages go out once more.
    }
sending-decided-leave =
    { $count ->
        [0] Nothing was uncertain any more.
        [one] Good, this one stays as it is.
       *[other] Good, these { $count } stay as they are.
    }

## Correcting and withdrawing

sending-correct-title = Correction
sending-correct-body =
    What should the text { $written } say now? So far it says:

    { $body }
sending-correct-same = Keep as is
sending-correct-sure =
    This is how everybody who has the announcement will see it:

    { $message }
sending-correct-now = Correct it everywhere
sending-correcting = I am now correcting every copy: { $title }. Where that is not possible, I send a short correction.
sending-correction =
    { "" }**Correction** of an earlier announcement. It now reads:

    { $message }
sending-withdrawing = I am now withdrawing every copy: { $title }. I will tell you when it is done.
sending-taken-back = This announcement was withdrawn. ({ $alliance })
sending-notice = Withdrawn from a digest: the announcement of { $when }. ({ $alliance })
sending-correction-ends = This ends the correction that was under way.
sending-correct-outdated = This correction no longer fits. The announcement has been changed or withdrawn in the meantime. Nothing was sent.
sending-origin-unchanged = This announcement repeats itself: { $title }. Next time it will still have the old text.
sending-change-origin = Change it there too
sending-progress-over =
    { $title }: { $state }.

    Sent: { $sent } of { $total }
sending-not-now = Something else is still going on with this announcement. Please try again in a few minutes.
sending-stopped = { $title } is stopped. Nothing more is sent.
sending-over-correction =
    The correction is done: { $title }.{ $count ->
        [0] { "" }
        [one] { " " }In one chat the old version could not be changed. A short correction was sent there instead.
       *[other] { " " }In { $count } chats the old version could not be changed. A short correction was sent there instead.
    }{ $digests }
sending-over-withdrawal =
    Withdrawn: { $title }.{ $count ->
        [0] { "" }
        [one] { " " }In one chat deleting was not possible. There is a note there now.
       *[other] { " " }In { $count } chats deleting was not possible. There is a note there now.
    }{ $digests }
sending-over-digests =
    { "" }

    { $count ->
        [one] One person already got it with a digest. A short separate message went there.
       *[other] { $count } people already got it with a digest. A short separate message went there.
    }

## The list

sending-what = All announcements: drafts, scheduled, running and past ones
sending-none = This announcement does not exist any more.
sending-none-yet = No announcement has been written yet.
sending-write = Write an announcement
sending-write-on = Go on with the one you began
sending-list-parked = There is an announcement you began and put aside.
sending-list-requested =
    { "" }**Asked for by organisations**

    { $lines }
sending-list-waiting =
    { "" }**Waiting for release**

    { $lines }
sending-list-running =
    { "" }**Running now**

    { $lines }
sending-list-scheduled =
    { "" }**Scheduled**

    { $lines }
sending-list-draft =
    { "" }**Drafts**

    { $lines }
sending-list-past =
    { "" }**Past**

    { $lines }
sending-list-open = Which one would you like to look at?
sending-list-more =
    { $group ->
        [requested] More requests
        [waiting] More waiting ones
        [running] More running ones
        [scheduled] More scheduled ones
        [draft] More drafts
       *[past] More past ones
    }
sending-line = { $title }, from { $when }: { $state }
sending-line-sent = { $title }, from { $when }: { $state }, { $sent } of { $total } sent
sending-uncertain-in-all =
    Some messages of the last 30 days are uncertain. Replies: { $reply }, check-ins: { $check_in }, announcements: { $announcement }.

    I will not send any of them again by myself, so that nobody gets anything twice.
sending-doubts =
    The newest of them, without announcements:

    { $lines }
sending-doubt =
    No. { $number }: { $lane ->
        [check-in] check-in
        [announcement] digest
       *[reply] reply
    } via { $network }, { $when }
sending-doubt-again = Send no. { $number } again
sending-doubt-again-sure = Send no. { $number } again? It may have arrived already. Then it comes twice.
sending-doubt-leave = Keep no. { $number } as is
sending-doubt-leave-sure = Keep no. { $number } as it is? Then I will not send it again, and will not ask about it any more. This cannot be changed later.
