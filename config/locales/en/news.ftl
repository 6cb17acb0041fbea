# News on and off.

news-what = Switch news on or off
news-are-on = You get the alliance's news. One tap ends that.
news-are-off =
    You are not getting news at the moment.

    { $meaning }
news-switch-off = Switch news off
news-switch-on = Switch news on
news-stopped = Done. You will not get any more news. Everything else stays as it is.
news-pledges-go-on = I will still ask about your pledges. You can pause that too.
