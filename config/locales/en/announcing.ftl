# Writing an announcement to the alliance. For the team.

announcing-what = Write an announcement to the alliance
announcing-title = Announcement to the alliance
announcing-title-change = Changing an announcement
announcing-body =
    What would you like to write? Send me the text exactly as it should arrive. You can forward it, too.

    Nothing is sent yet.
announcing-body-help = \*\*Two asterisks\*\* around a word make it bold. I add the line about unsubscribing myself.
announcing-empty = There is nothing there yet. Please write the text of the announcement.
announcing-long = That is too long: { $length } characters. At most { $most }, please.
announcing-more = That is a long text. Some devices send it in several parts. Is there more to come?
announcing-all = That was all

## Pictures or a file

announcing-files = Would you like to add a picture or a file? Up to { $most } pictures are possible, or one file.
announcing-files-help = Send the pictures one by one. Please only pictures everyone in them has agreed to.
announcing-files-only = This is only about pictures or a file. You can still change the text at the end.
announcing-files-none = None
announcing-files-more =
    { $count ->
        [one] One picture is here. Another one?
       *[other] { $count } pictures are here. Another one?
    }
announcing-files-full = { $most } pictures are here. There is no room for more.
announcing-files-done = Done
announcing-files-too-many = This picture was left out.
announcing-files-either = Either pictures or a file. This file is left out.
announcing-files-gone = I no longer have a file of this draft. Please send it once more.

## Second language, topic, goal

announcing-second = Is there a version in another language, too? Otherwise everybody gets it { $written }.
announcing-second-none =
    { $language ->
        [de] No, German only
        [en] No, English only
       *[other] No
    }
announcing-second-yes =
    { $language ->
        [de] Yes, in German
        [en] Yes, in English
       *[other] Yes, in { $language }
    }
announcing-written-in =
    { $language ->
        [de] The text is in German
        [en] The text is in English
       *[other] The text is in { $language }
    }
announcing-second-body = Please send me the text { $written }.
announcing-topic = What is it about? People who have switched this topic off do not get the announcement.
announcing-topic-help = Without a topic it goes to everyone who wants announcements.
announcing-no-topic = No topic
announcing-goal = Which goal does it fit best?
announcing-goal-help = This is only a note for the team. It does not change who gets it.
announcing-no-goal = None in particular

## Audience

announcing-audience = Who is the announcement for? In brackets: how many would get it.
announcing-audience-help = Only people who want announcements and can be reached are counted.
announcing-to-everyone = Everyone ({ $count })
announcing-to-members = Members only ({ $count })
announcing-to-followers = Followers only ({ $count })
announcing-to-nobody = Only groups and channels
announcing-narrower =
    Audience: { $audience }. { $count ->
        [0] That is nobody at the moment.
        [one] That is exactly one person.
       *[other] That is exactly { $count } people.
    }

    Narrower still, or keep it as is?
announcing-narrower-help = Two places mean: one or the other. A place and a topic mean: both at once.
announcing-enough = Keep as is
announcing-by-kinds = Kind of member
announcing-by-municipalities = Place or area
announcing-by-topics = People who want a topic
announcing-by-goals = The members' goal
announcing-by-languages = Language
announcing-by-networks = Network
announcing-by-places = Groups and channels too
announcing-which-kinds = Which kind of member?
announcing-which-municipalities = Which place? The first letters are enough. Or choose a whole area.
announcing-which-topics = Which topic do they want?
announcing-which-goals = Which goal do they do something for? Current pledges and stories count.
announcing-which-languages = Which language do they read?
announcing-which-networks = On which network do they write to us?
announcing-which-places = Where else should it appear?
announcing-option = { $name } ({ $count })
announcing-place-unknown = I do not know "{ $typed }" here. Please write the first letters once more.
announcing-place-which = Do you mean { $names }? Please write the whole name.

## The last look

announcing-preview =
    This is how it arrives:

    { $message }{ $behind }

    { "" }**Details**

    Audience: { $audience }. That is { $count ->
        [0] **0** people at the moment
        [one] exactly **1** person
       *[other] exactly **{ $count }** people
    }{ $places ->
        [0] { "" }
        [one] , and one group or channel
       *[other] , and { $places } groups or channels
    }.{ $hint }
announcing-also =
    And { $written }:

    { $message }
announcing-also-marked =
    { $language ->
        [de] People who read German get the same words, marked "{ $mark }".
        [en] People who read English get the same words, marked "{ $mark }".
       *[other] People who read another language get the same words, marked "{ $mark }".
    }
announcing-also-places = In groups and channels it says the same, without the line about unsubscribing.
announcing-keep = That is right
announcing-preview-help = "That is right" keeps the draft and shows what you can do with it. Nothing is sent yet.
announcing-part-body = Text
announcing-part-version = Text { $written }
announcing-behind =
    { "" }

    { "" }**Only the first text was changed. The one { $written } is still as before.**
announcing-part-files = Pictures or file
announcing-part-second = Languages
announcing-part-topic = Topic
announcing-part-goal = Goal
announcing-part-audience = Audience
announcing-changed-waiting = The announcement is changed. It is no longer waiting for release and is a draft again.
announcing-changed-scheduled = The announcement is changed. It is **no longer scheduled** and is a draft again.
