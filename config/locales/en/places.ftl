# Places: groups, rooms and channels where announcements may be published. For the team.

places-what = Groups, rooms and channels for announcements
places-hello = Hello, I am the assistant of { $alliance }: if the team allows it, I publish announcements of the alliance here; I do not store what you say to each other.
places-name = "{ $title }" ({ $network })
places-without-title = Group { $number } without a name ({ $network })
places-invited = I was invited: { $place }. Shall I publish the alliance's announcements there?
places-open-here = Publish here
places-not-here = Not here
places-opened = Good. { $place } can be chosen now when you write an announcement.
places-closed = Good. I publish nothing in { $place }.
places-out = I am not there any more. Nothing has changed.
places-none = So far I have not been invited to any group, room or channel.
places-list =
    { $count ->
        [one] { "" }**One group or channel where I am:**
       *[other] { "" }**{ $count } groups and channels where I am:**
    }

    { $lines }
places-line =
    { $place }: { $state ->
        [open] announcements are published here
       *[other] nothing is published here
    }
places-open = Open: { $place }
places-close = Close: { $place }
places-more = More groups and channels
