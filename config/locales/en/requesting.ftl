# Please announce: an organisation asks the team to write something to the alliance.

requesting-what = Ask the team to announce something to everyone
requesting-title = Please announce
requesting-members-only = Organisations in the alliance can ask for this. You are welcome to write to the team.
requesting-ask-team = Write to the team
requesting-enough =
    { $count ->
        [one] One request is with the team already. Please wait for the answer.
       *[other] { $count } requests are with the team already. Please wait for the answers.
    }
requesting-body = What should the team announce? Please send me the text. The team decides whether it goes out, and to whom.
requesting-preview =
    This is what the team gets:

    { $message }
requesting-send = Give it to the team
requesting-part-body = Text
requesting-part-files = Pictures or file
requesting-passed-on = Thank you! It is with the team now. I will tell you what becomes of it.
requesting-taken-over = The team has taken over your request and is preparing the announcement.
requesting-planned = Your request will be sent: { $title }. Time: { $when }.
requesting-sent = Your request is on its way: { $title }. Thank you!
requesting-declined =
    The team will not send it like this: { $title }. Reason: { $reason }

    With /pleaseannounce you can try again, in another way.
requesting-called-off = Your request will not be sent for now: { $title }. The team has called off the planned time.
requesting-discarded = The team will not send your request after all: { $title }. You are welcome to ask why: /ask
