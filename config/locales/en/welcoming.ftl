# The first words.

welcoming-what = from the very start
welcoming-hello =
    Hello! This is the assistant of **{ $alliance }**.

    People, companies, clubs and towns link arms here. The goal: climate-neutral by { $year }. I help you take part, tell your story and keep going. Behind me is the team: { $team }.

    What would you like to do?
welcoming-back =
    Good to see you again, { $name }.

    What would you like to do?
welcoming-join = Take part
welcoming-look = Look around first
welcoming-follow = Only get news
welcoming-story = Tell a story
welcoming-pledge = Make a pledge
welcoming-help = Help
