# One's own data: see it, take it along, take consents back.

mydata-what = See and download your data
mydata-open = My data
mydata-change = Change my details
mydata-change-title = changing your details
mydata-change-shown =
    This is what we have. What would you like to change?

    - Name: { $name }
    - Place: { $place }
    - In the public list: { $listed }
mydata-change-shown-organisation =
    This is what we have. What would you like to change?

    - Name: { $name }
    - Your function: { $function }
    - Place: { $place }
    - In the public list: { $listed }
mydata-change-save = Save these details
mydata-change-done = Thank you, that is what we have now. Member number and signature stay as they are.
mydata-change-no-member = Only members have such details. Nothing has changed.
mydata-erase = Delete everything
mydata-summary =
    { "" }**This is what I know about you:**

    { $facts }
mydata-contact =
    We write to each other { $network ->
        [telegram] on Telegram
        [matrix] on Matrix
        [browser] in the browser
       *[other] in this window
    }.
mydata-no-member = Membership: none
mydata-member = Member { $number }: { $name } ({ $kind })
mydata-place = Place: { $place }
mydata-listed = In the public list: { $listed }
mydata-rests = The membership has been suspended since { $when }. Reason: { $reason }
mydata-rested = The former membership was suspended since { $when }. Reason: { $reason }
mydata-draft = Draft: { $title }
mydata-language = Language: { $language }
mydata-news = News: { $wanted }
mydata-stories = Stories: { $count }
mydata-pledges = Pledges: { $count }
mydata-event = Signed up: { $title }, { $when }
mydata-role =
    Role in the team: { $role ->
        [owner] owner
        [moderator] moderator
       *[editor] editor
    }
mydata-no-consents = Consents: none so far.
mydata-consents =
    { "" }**This is what you have said yes to:**

    { $consents }

    You can take back each yes on its own, and give it again later.
mydata-consent = { $purpose }, version { $version }, { $when }
mydata-consent-withdrawn = { $consent }; taken back { $when }
mydata-consent-replaced = { $consent }; replaced { $when }
mydata-purpose =
    { $purpose ->
        [notice] Privacy notice read
        [agreement] Keeping your details
        [membership] Partner declaration
        [listing] Name in the list
        [news] News
        [story-alliance] Story in the alliance
       *[story-public] Story in public
    }
mydata-purpose-story =
    { $purpose ->
        [story-alliance] Story "{ $title }" in the alliance
       *[story-public] Story "{ $title }" in public
    }
mydata-withdraw = Take back: { $purpose }
mydata-agree = Agree to: { $purpose }
mydata-withdrawn = Taken back: { $purpose }. This applies from now on.
mydata-withdrawn-before = You have already taken that back. There is nothing left to do.
mydata-nothing-without = Without your yes we may keep nothing about you.
mydata-left =
    Done. You are no longer a member. Your signature is deleted, and your stories no longer show name and place. { $pledges ->
        [0] Everything else is still here.
        [one] Your pledge has ended too. Thank you for all you have done!
       *[other] Your { $pledges } pledges have ended too. Thank you for all you have done!
    } The door stays open: /join
mydata-file-name = my-data
mydata-file = And here is everything as a file (JSON). Other programs can read it.
