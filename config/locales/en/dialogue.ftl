# What every conversation needs, whatever it is about.

dialogue-please-type = Please write the answer in your own words.
dialogue-please-choose = Please choose one of the answers.
dialogue-please-picture = I need a picture here. Please send me one.

## Ways through the conversation: buttons, and what can be typed instead

dialogue-back = Back
dialogue-cancel = Cancel
dialogue-later = Later
dialogue-help = Help
dialogue-change = Change
dialogue-continue = Continue
dialogue-start-anew = Start anew
dialogue-home = Start
dialogue-discard = Delete draft

dialogue-back-words = back, go back, one step back, previous, zurück
dialogue-cancel-words = cancel, abort, quit, abbrechen
dialogue-later-words = later, not now, pause, später
dialogue-help-words = help, help me, what now, hilfe, ?
dialogue-skip-words = skip, skip it, überspringen

dialogue-go-on-words = continue, go on, resume
dialogue-yes-words = yes, yep, yeah, yes please, sure, of course, ok, okay, agreed, go on, carry on
dialogue-no-words = no, nope, nah, no thanks, no thank you, rather not

dialogue-which-change = What would you like to change?
dialogue-nothing-before = We are at the very start. There is nothing to go back to.
dialogue-cannot-skip = This question cannot be skipped.

## End, pause and coming back

dialogue-cancelled = Cancelled. I have dropped what you entered.
dialogue-said-before = I have that answer already. We go on with this question:
dialogue-dropped = Not finished: { $title }. What was still open has been dropped.
dialogue-parked =
    Paused: { $title }. Your draft stays for { $days } days.

    We go on whenever you like.
dialogue-offer =
    There is still a draft: { $title }, last changed on { $when }.

    Would you like to continue?
dialogue-discarded = The draft is deleted.
dialogue-nothing-open = Nothing is open at the moment. Write /help to see what I can do for you.

## When something does not fit

dialogue-closed = This question is no longer open. Nothing has changed. Please answer my latest message or write /help.
dialogue-press-of-nobody = This button belongs to an earlier conversation. Nothing about you is stored here. With /start we begin again.
dialogue-edit-of-nobody = Your change belongs to an earlier conversation. Nothing about you is stored here. With /start we begin again.
dialogue-changed-since = Something has changed in the meantime. So I am asking again.
dialogue-edited = I saw your change. Please send me the text again as a new message. Only then does it count.
dialogue-no-use-here =
    { $what ->
        [sticker] I cannot use stickers.
        [voice] I cannot use voice messages.
        [audio] I cannot use sound recordings.
        [video] I cannot use videos.
        [animation] I cannot use moving pictures.
        [contact] I cannot use contacts.
        [location] I cannot use locations.
        [poll] I cannot use polls.
        [game] I cannot use games.
        [dice] I cannot use dice.
        [document] I cannot use this file.
       *[other] I cannot use that.
    } None of it was saved. Please write to me or choose an answer.
dialogue-no-picture-here = Thank you for the picture. I cannot use it here and have not saved it.
dialogue-picture-broken = This picture cannot be opened. Please send it once more, or another one.
dialogue-document-large = This file is too large. Up to 20 MB are possible. Please send a smaller one.
dialogue-document-broken = This file could not be fetched. Please send it once more.
dialogue-picture-large = This picture is too large. Up to 10 MB are possible. Please send a smaller one.
dialogue-picture-narrow = This picture is too narrow. One side may be at most 20 times as long as the other.
dialogue-picture-type = I do not know this format. Please send the picture as JPEG, PNG or WebP.
dialogue-files-refused = The network does not accept this picture or file. Please send it in another form.
dialogue-private-only = This only works in private. Please write to me directly.
dialogue-not-allowed = Only the alliance team can do this. Write /help to see what I can do for you.
dialogue-needs-role =
    { $role ->
        [owner] Only owners of the team can do this. Write /help to see what I can do for you.
       *[other] Only moderators and owners of the team can do this. Write /help to see what I can do for you.
    }
dialogue-bug =
    Something went wrong on my side. I am sorry. Please try again.

    If it happens again, please give the team this number: { $id }
dialogue-unreadable =
    This room is encrypted. I cannot read here yet.

    Please start a new conversation with me and switch encryption off for it.

## Help in the middle of a conversation

dialogue-help-draft = You have begun something. "Continue" shows the next question. "Start anew" begins from scratch. "Delete draft" drops the answers.
dialogue-help-general =
    You can tap a button or write. This works at any time:

    - **Back**: to the question before
    - **Later**: pause, your draft stays here
    - **Cancel**: stop, your answers are dropped
    - **STOP**: no more news

## By the way

dialogue-chosen =
    { $question }

    { "" }**{ $answer }**
dialogue-still-open = Still open: { $title }.
dialogue-gap = A note for you as the team: I missed part of what was written on { $network }. Some messages from that time may be missing.
dialogue-unheard =
    { $count ->
        [one] An answer of mine may not have reached you.
       *[other] { $count } answers of mine may not have reached you.
    }
dialogue-unheard-show = Show it again
dialogue-unheard-leave = No need
