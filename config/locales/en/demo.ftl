# Only in the demo.

demo-name = { $name } ({ $mark })
demo-forward-what = Demo: fast-forward the time
demo-forward-done =
    { $count ->
        [one] Done. In a moment I will ask about your pledge.
       *[other] Done. In a moment I will ask about your { $count } pledges.
    }
demo-forward-none = You have no pledge yet. Begin with /pledge, then I can fast-forward the time.
demo-forward-paused = Your pledges are paused. You can go on with /mypledges.
