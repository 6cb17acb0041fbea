# The first words.

welcoming-hello =
    Hello! This is the assistant of **{ $alliance }**.

    People, companies, clubs and towns link arms here. The goal: climate-neutral by { $year }. I help you take part, tell your story and keep going. There are people behind me: { $team }.

    What would you like to do?
welcoming-back =
    Good to see you again, { $name }.

    What would you like to do?
welcoming-join = Take part
welcoming-look = Look around first
welcoming-around = Look around
welcoming-follow = Only get news
welcoming-story = Tell a story
welcoming-pledge = Make a pledge
welcoming-help = Help
welcoming-team =
    Hello! You are part of the alliance team ({ $role }).

    What would you like to do? Before anything goes out, I always ask.
welcoming-announce = Write an announcement
welcoming-announcements = All announcements
welcoming-queue = Review stories
welcoming-questions = Open questions
welcoming-overview = Overview
welcoming-organisers = Team
