# The public pages and the browser chat's own words. What the assistant says in the chat stands in the other files.

web-language-name = English
web-skip = Skip to content
web-nav = Pages
web-nav-stories = Stories
web-nav-members = Members
web-nav-chat = Take part in the browser
web-foot = { $alliance } · { $region }
web-privacy = Privacy
web-imprint = Legal notice
web-number = { $count }
web-date = { $date }

web-home-title = Together for the climate
web-home-kicker = { $region } · climate-neutral by { $year }
web-home-join = Take part
web-home-read = Read stories
web-home-about = What it is about
web-home-goals = Our goals
web-home-how = How to take part
web-home-how-note = Our assistant guides you step by step, in a few minutes. It is free, and you can leave at any time.
web-home-events = The next events
web-home-events-how = You can sign up in the chat with /events.
web-home-who = Who is already taking part
web-home-listed = Happy to be named
web-home-all-members = See all { $count } names
web-home-stories = Success stories
web-home-all-stories = { $count ->
    [one] To the story
   *[other] All { $count } stories
}

web-way-browser = Here in the browser
web-way-browser-note = Without an app and without signing up.
web-way-browser-open = Take part in the browser
web-way-telegram = For everybody who uses Telegram. Telegram is based outside the EU.
web-way-matrix = Open and independent, for example with the app Element.
web-way-open = Open in { $network }
web-way-qr = QR code for { $network }. The link is beside it.

web-count-few = The alliance is just beginning. Be one of the first.
web-count-members = { $count ->
    [one] member
   *[other] members
}
web-count-places-number = { $count } of { $all }
web-count-places = towns and municipalities have members
web-count-stories = { $count ->
    [one] story
   *[other] stories
}
web-count-small = We do not count small groups one by one:

web-stories-title = Success stories
web-stories-lead = What people here have already achieved, with a tip for doing the same.
web-stories-none = There is room here for the first story. Will it be yours?
web-stories-pages = More pages
web-stories-newer = Newer
web-stories-older = Older
web-stories-page = Page { $page } of { $pages }
web-story-tip = A tip for doing the same
web-story-picture = Picture of the story: { $title }
web-story-back = All stories
web-members-title = Members of the alliance
web-members-lead = Here are all who wish to be named in public. Others take part without being named.
web-members-none = So far nobody wishes to be named in public.

web-trouble-missing = This page does not exist
web-trouble-missing-text = It may have been withdrawn, or the address has a typing mistake.
web-trouble-broken = Something went wrong
web-trouble-broken-text = This is our fault. Please try again in a few minutes.
web-trouble-home = To the front page

web-demo-title = For trying out.
web-demo-note = All people, stories and numbers on this page are invented. In the first conversation you write as a member, in the second as an owner, in the third as an editor. There /announce writes to everybody, and the owner releases it. After a pledge, /fast-forward lets time pass.
web-demo-member = As a member
web-demo-organiser = As an owner of the team
web-demo-editor = As an editor of the team

web-chat-title = Take part in the browser
web-chat-heading = Take part
web-chat-note = This browser remembers your conversation with a cookie.
web-chat-end = End the conversation
web-chat-log = Conversation
web-chat-box = Message
web-chat-placeholder = Message
web-chat-send = Send
web-chat-add-file = Choose pictures or a file
web-chat-remove-file = Remove selection
web-chat-no-reply = Do not reply
web-chat-without-script = The conversation needs JavaScript in your browser. All other pages work without it.

web-chat-word-you = You
web-chat-word-assistant = Assistant
web-chat-word-connecting = Connecting …
web-chat-word-connected = Connected
web-chat-word-interrupted = Interrupted. Trying again.
web-chat-word-crowded = Very many people are starting here right now. Just a moment.
web-chat-word-sending = Sending …
web-chat-word-refused = This did not arrive properly. Please reload the page.
web-chat-word-answers = Answers
web-chat-word-picture = Picture
web-chat-word-picture-large = The picture is too large. It may be at most 10 MB.
web-chat-word-file = File
web-chat-word-file-large = The file is too large. It may be at most 20 MB.
web-chat-word-file-failed = This did not arrive. Please send it again.
web-chat-word-file-ready = Will be sent with it:
web-chat-word-files-many = At most 10 at once.
web-chat-word-long = This is too long for one message. Please split the text.
web-chat-word-download = Download file
web-chat-word-reply = Reply
web-chat-word-replying = Reply to:
web-chat-word-end-sure = Really end the conversation? You cannot come back to it, and messages no longer arrive here. If you are a member, you stay one. If you want to leave the alliance or have your data deleted, please write that first: /leave or /delete
web-chat-word-end-failed = That did not work just now. Please try again.
web-chat-word-ended = Ended. Reload the page when you would like to start again.

web-privacy-title = Privacy
web-privacy-version = Version { $version }
web-privacy-controller = Who is responsible
web-privacy-controller-text = { $words }
web-privacy-dpo = Whom you can contact
web-privacy-dpo-text = For questions about data protection: { $words }
web-privacy-what = What we store
web-privacy-what-text =
    - your chat ID, so that the assistant can answer you
    - what you tell us when you take part, and the declaration you signed
    - your pledges, check-ins and stories
    - your sign-ups for events and your sentences about them
    - your questions to the team and your answers
    - your requests for announcements and your pictures
    - your settings: language, news, quiet hours, pause
    - for the team: who did what
web-privacy-why = What for
web-privacy-why-text = For taking part in the alliance and for the messages you ask for. We do not measure what you read.
web-privacy-basis = Legal basis
web-privacy-basis-text = { $words }
web-privacy-who = Who sees your data
web-privacy-who-text = The alliance's team and the operator of the server ({ $words }). If you write via Telegram or Matrix, you also use their servers: see below.
web-privacy-public = What becomes public
web-privacy-public-text = Only what you agree to: your name and place in the list, your story, your picture. You can take back every yes.
web-privacy-period = How long
web-privacy-period-text = Until you delete your data. Records of consents taken back are kept for at most { $words }. Sign-ups for events are deleted { $words } after the event.
web-privacy-kept = What is deleted by itself before that
web-privacy-kept-text =
    - a draft that you do not go on with: after { $drafts } days
    - the text of our messages to you: after { $sent } days
    - when we wrote to you: after { $ledger } days. But that you got an announcement of the alliance, and when, stays until you delete your data.
    - a message of yours that could not be handled: after { $aside } days
    - wrong invitation codes: after one hour
    - invitations to the team: { $invitations } days after they were used or ended
web-privacy-dormant = If you have not written for a long time
web-privacy-dormant-text = If you are not a member and get no news, your data are deleted after { $words }.
web-privacy-rights = Your rights
web-privacy-rights-text =
    You may at any time ask for access, correction, deletion and restriction, object, and withdraw consent.

    In the conversation you can do this at once: **/mydata** gives you everything as a file, **/delete** deletes everything. With **/leave** you choose: end only the membership, or delete everything. What you tell us is voluntary.
web-privacy-authority = Complaints
web-privacy-authority-text = { $words }
web-privacy-browser = This website
web-privacy-browser-text = The public pages set no cookie and load nothing from other providers. Only when you open the conversation do we set one necessary cookie. It lasts 1 year and only says which conversation is yours. What you write stays visible in the open window until you close it.
web-privacy-decisions = Automated decisions
web-privacy-decisions-text = There are none. People decide what is published.
web-privacy-more = More from those responsible:
web-privacy-networks = Other networks
