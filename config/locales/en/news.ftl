# News: whether, about what, how often and when; quiet hours and a pause.

news-what = Set your news: topics, rhythm, quiet hours, pause
news-card =
    You get the alliance's news. This is how it is set:

    { $lines }

    One tap changes it. STOP ends all news.
news-are-off =
    News is switched off for you. If you switch it on:

    { $meaning }
news-noted = Noted.
news-switch-off = Switch news off
news-switch-on = Switch news on
news-stopped = Done. You will not get any more news. Everything else stays as it is.
news-pledges-go-on = I will still ask about your pledges. You can pause that too.

## Topics

news-topics-all = Topics: all
news-topics-without = Topics: all but { $names }
news-topics-none = Topics: none. You only get what concerns everybody.
news-topic-off = Unsubscribe from: { $name }
news-topic-on = Subscribe to: { $name }

## How often

news-rhythm =
    { $rhythm ->
        [daily] How often: once a day in one message, around 5 pm
        [weekly] How often: once a week in one message, on Thursdays around 5 pm
       *[other] How often: { $most ->
            [0] at once, when there is something
           *[other] at once, when there is something; more than { $most } in a week come in one message (check-ins count)
        }
    }
news-at-once = At once
news-daily = Daily
news-weekly = Weekly
news-waiting-comes =
    { $count ->
        [one] One announcement was waiting. It comes in a moment.
       *[other] { $count } announcements were waiting. They come in a moment, in one message.
    }
news-waiting-quiet =
    { $count ->
        [one] One announcement has been waiting. It comes after your quiet hours, at { $hour }:00.
       *[other] { $count } announcements have been waiting. They come after your quiet hours, at { $hour }:00.
    }

## Quiet hours

news-quiet = Quiet hours: from { $since }:00 to { $until }:00
news-quiet-none = Quiet hours: none
news-quiet-open = Quiet hours
news-quiet-title = your quiet hours
news-quiet-question = Between which hours should I send you no news? You can also write it, for example "from 21 to 7".
news-quiet-help = News waits during quiet hours and comes afterwards. I always answer your own questions.
news-hours = { $since }:00 to { $until }:00
news-quiet-never = No quiet hours
news-quiet-unclear = I do not understand these hours. Please write, for example, "from 21 to 7".
news-quiet-whole = Whole hours, please, for example "from 21 to 7".

## Pause

news-pause = Pause: until { $until }. Then everything comes in one message.
news-pause-open = Pause
news-pause-end = End the pause
news-pause-title = your pause
news-pause-question = Until when would you like to pause? You can also write a day, for example "6 January".
news-pause-help = You get no news until then. Afterwards you get everything in one message. You can end the pause at any time.
news-pause-week = One week
news-pause-month = One month
news-pause-unclear = I do not understand this day. Please write, for example, "6 January" or "2027-01-06".
news-pause-past = That day has passed already. Please name one that is still to come.
news-pause-far = That is more than a year away. Please name an earlier day.
news-paused = Noted. Your news is paused until then.
news-pause-ended = The pause is over.

## Where and in which language

news-network = Where: preferably via { $network }
news-network-last = Where: wherever you wrote last
news-rather = I prefer { $network }
news-language = Language: { $language }
news-speak = Language
