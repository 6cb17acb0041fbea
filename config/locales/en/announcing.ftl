# Announcements to the alliance: writing, sending, looking back. For the team.

announcing-what = Write an announcement to the alliance
announcing-title = announcement to the alliance
announcing-body =
    What would you like to write? Send me the text as it should arrive.

    Nothing is sent yet.
announcing-body-help = \*\*Two stars\*\* around a word make it bold. I add the line about unsubscribing myself.
announcing-empty = There is nothing there yet. Please write the text of the announcement.
announcing-long = That is a little long: { $length } characters. At most { $most }, please.
announcing-audience = Who is the announcement for? In brackets: how many would get it.
announcing-audience-help = Only people who want news and can be reached are counted.
announcing-to-everyone = Everyone ({ $count })
announcing-to-members = Members only ({ $count })
announcing-to-followers = Followers only ({ $count })
announcing-to-kind = One kind of member
announcing-to-place = One town or municipality
announcing-kind = Which kind of member?
announcing-option = { $name } ({ $count })
announcing-rather-members = All members after all
announcing-place = Which town or municipality? The first letters are enough.
announcing-place-unknown = I do not know "{ $typed }" here. Please write the first letters once more.
announcing-place-which = More than one place fits: { $names }. Please write the whole name.
announcing-preview =
    This is how it arrives:

    { $message }

    ---

    Recipients: { $audience }. That is { $count ->
        [0] **0** people at the moment, so it cannot be sent
        [one] exactly **1** person
       *[other] exactly **{ $count }** people
    }.{ $hint }
announcing-send =
    { $count ->
        [one] Send now (to 1)
       *[other] Send now (to { $count })
    }
announcing-release = Hand in for release
announcing-test = Test to me
announcing-discard = Discard
announcing-preview-help = "Send now" sends the announcement to { $count } people. "Test to me" sends it only to you. "Discard" throws it away.
announcing-part-body = Text
announcing-part-audience = Recipients
announcing-discarded = Discarded. Nothing was sent.

## Sending

sending-message =
    { $body }

    _{ $alliance } · Message settings: /messages · Unsubscribe: STOP_
sending-to-everyone = members and followers
sending-to-members = all members
sending-to-followers = followers who are not members
sending-to-kind = members of the kind "{ $kind }"
sending-to-place = members from { $place }
sending-tested = Above is the test, only for you. The announcement itself is still waiting. Recipients: { $audience } ({ $count }).
sending-begun =
    { $count ->
        [one] The announcement is now going to 1 person. I will tell you when it has arrived.
       *[other] The announcement is now going to { $count } people. I will tell you when all are done.
    }
sending-released =
    { $count ->
        [one] Your announcement was released. It is now going to 1 person.
       *[other] Your announcement was released. It is now going to { $count } people.
    }
sending-not-released = Your announcement was not released. Nothing was sent. It is best to ask in the team.
sending-please-release =
    An announcement is waiting for release. This is how it arrives:

    { $message }

    ---

    Recipients: { $audience } ({ $count }).
sending-asked = The announcement is now waiting for release. I will tell you.
sending-nobody-releases = At the moment there is nobody who may release announcements. Please ask the owners of the team.
sending-too-late = This has been decided already: { $state }. Nothing has changed.
sending-state-waiting = waiting
sending-state-enqueuing = being sent
sending-state-sending = being sent
sending-state-done = sent
sending-state-cancelled = discarded
sending-progress = On its way: { $through } of { $total } are done.
sending-report =
    { "" }**Announcement { $number }** ({ $state }): { $beginning }

    Recipients: { $audience }

    { $lines }
sending-count-sent = Arrived: { $count } of { $total }
sending-count-open = Still on the way: { $count }
sending-count-unreachable = Could not be reached: { $count }
sending-count-refused = Refused by the network: { $count }
sending-count-uncertain = Uncertain: { $count }
sending-count-cancelled = Unsubscribed meanwhile: { $count }
sending-details = Who is missing?
sending-missed-unreachable = Could not be reached: { $who }.
sending-missed-refused = Refused by the network: { $who }.
sending-missed-uncertain = Perhaps arrived, perhaps not: { $who }. I do not send there again by myself.
sending-who-named = { $names }
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
sending-what = The last announcements and who got them
sending-none = No announcement has been written yet.
sending-recent =
    The last announcements:

    { $lines }
sending-line = No. { $number }, { $when }: { $beginning } ({ $state }, { $sent } of { $total } arrived)
sending-show = No. { $number }
sending-uncertain-in-all =
    It is uncertain whether these messages have arrived: { $reply } replies, { $check_in } check-ins, { $announcement } announcements.

    I do not send them again by myself, so that nobody gets anything twice.
