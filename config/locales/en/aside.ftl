# What was put aside because it disturbed the service.

aside-what = What I could not process
aside-open = Show what was put aside
aside-told =
    { $count ->
        [one] Attention: I could not process one message. I have put it aside, and everything else goes on.
       *[other] Attention: I could not process { $count } messages. I have put them aside, and everything else goes on.
    }

    { $lines }

    Please pass this on to whoever runs the machine.
aside-line =
    { $tries ->
        [0] No. { $number }, { $network }, { $when }: not readable
       *[other] No. { $number }, { $network }, { $when }: crashed on it three times
    }
aside-none = Nothing has been put aside.
aside-list =
    This was put aside because I could not process it. The people who wrote it got no answer.

    { $lines }

    I do not show the content here. Discarding deletes it for good.
aside-more = These are the newest { $shown } of { $count }. The others follow here as soon as some of these are deleted.
aside-discard = Discard no. { $number }
aside-discarded = No. { $number } is deleted.
aside-gone = That is deleted already.
