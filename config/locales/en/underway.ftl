# The rehearsal, and what is seen on the way. For the team.

## Rehearsal

sending-rehearsal =
    Rehearsal of { $title }. Nothing was sent.

    { $lines }
sending-preview = As on { $network }
sending-preview-part =
    { $count ->
        [one] { $where }: one message
       *[other] { $where }: part { $at } of { $count }
    }
sending-preview-files = { $where }: after the text, the pictures or the file come separately
sending-preview-end = This is how { $title } is divided on { $network }. Nothing was sent.
sending-rehearsal-network = { $network }: to { $whom }, taking { $span }
sending-rehearsal-server = { $network }: to { $whom }, taking about { $span }. There the server decides how fast. One message every { $seconds } seconds is usual
sending-rehearsal-assumed = { $network }: to { $whom }, taking { $span } (assuming { $rate } a second)
sending-rehearsal-through = Everybody who gets it at once has it by { $when } (it takes { $span })
sending-rehearsal-ahead =
    { $count ->
        [one] One copy of another announcement goes first
       *[other] { $count } copies of other announcements go first
    }
sending-rehearsal-quiet =
    { $count ->
        [one] One person has quiet hours now and gets it afterwards
       *[other] { $count } people have quiet hours now and get it afterwards
    }
sending-rehearsal-last = The last person has it by { $when } at the latest
sending-seconds =
    { $count ->
        [one] one second
       *[other] { $count } seconds
    }
sending-minutes =
    { $count ->
        [one] one minute
       *[other] { $count } minutes
    }
sending-hours =
    { $count ->
        [one] one hour
       *[other] { $count } hours
    }

## On its way

sending-progress =
    { $title } is on its way.

    Sent: { $sent } of { $total }
    Still to send: { $open }
    Failed: { $failed }
    Uncertain: { $uncertain }
    { $left }{ $speed }
sending-progress-paused =
    { $title } is paused. It goes on when you say so.

    Sent: { $sent } of { $total }
    Still to send: { $open }
    Failed: { $failed }
    Uncertain: { $uncertain }
    { $left }{ $speed }
sending-speed =
    { "" }
    Speed: at most { $count } a minute
sending-still = About { $span } left
sending-pause = Pause
sending-resume = Resume
sending-slower = Slower
sending-faster = Faster
sending-cancel = Stop sending
