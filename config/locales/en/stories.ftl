# Success stories: telling and changing them.

stories-what-it-does = Tell a story
stories-dialogue = your story
stories-dialogue-change = changing your story

stories-title = What is your story called? A short title is enough.
stories-title-help = A few words are enough. At the end you can still change them.
stories-title-long = The title is a little long: { $length } characters. At most { $most }, please.
stories-what = What did you do? Tell it as you would tell a neighbour, in 3 to 6 sentences.
stories-what-help = Just write. At the end you will see it all again and can change it.
stories-tip = Your tip: what is the first step for others?
stories-tip-help = One sentence is enough. What would you advise others who want to begin?
stories-goal = Which goal does your story fit best?
stories-goal-help = Choose the goal that fits best. It helps others to find your story.
stories-picture = A picture? Please only your own. People who can be recognised must agree.
stories-no-picture = No picture
stories-picture-help = Send a photo or tap "No picture". I remove place and camera data from the picture.
stories-scope =
    Who may see the story?

    - Alliance only: { $alliance }
    - Public: { $public }
    - Only the team for now: nobody else sees it.
stories-consent-alliance = All members of the alliance may read the story.
stories-consent-public = Everybody may read it, also on the alliance's website.
stories-scope-help = "Public" means: on the internet, too. The team reads every story first. You can withdraw it at any time.
stories-scope-alliance = Alliance only
stories-scope-public = Public
stories-scope-team = Only the team for now
stories-seen-alliance = the alliance
stories-seen-public = everybody, also on the internet
stories-seen-team = only the team
stories-preview =
    This is how it looks:

    { $card }

    { $picture ->
        [yes] With your picture.
       *[no] Without a picture.
    } Who may see it: { $scope }.{ $first ->
        [yes] { "" } The team reads it first.
       *[no] { "" }
    }
stories-send = Send
stories-send-help = "Send" hands the story to the team. It is only published when the team approves it.
stories-part-title = Title
stories-part-what = What you did
stories-part-tip = Tip
stories-part-goal = Goal
stories-part-picture = Picture
stories-part-scope = Who may see it
stories-sent = Thank you! Your story is now with the team. I will tell you as soon as they have decided.
stories-sent-again = Thank you! The new version is now with the team. Until it is approved, the story cannot be seen.
stories-enough-waiting = { $count } of your stories are already waiting for the team. As soon as one has been read, there is room for the next.
stories-not-there = This story is not here any more.

stories-card =
    { "" }**{ $title }**

    { $what }

    Tip: { $tip }

    _{ $by } · { $goal }_
stories-by = By { $name }
stories-by-from = By { $name }, { $place }
stories-by-nobody = Told without a name

## The shelf: reading, and one's own stories

shelf-what = Read stories
shelf-own-what = Your own stories
shelf-none = There is no story here yet. Perhaps yours will be the first?
shelf-page =
    { $count ->
        [one] One success story. Tap the title.
       *[other] Success stories, { $first } to { $last } of { $count }. Tap a title.
    }
shelf-newer = Newer
shelf-older = More
shelf-back = All stories
shelf-gone = This story can no longer be seen.
shelf-copy = I will do that too
shelf-hide = Hide
shelf-flag = Report
shelf-flag-title = reporting a story
shelf-flag-words = What is wrong with "{ $title }"? One sentence to the team is enough. If you are a member, the team sees your name with it.
shelf-flag-without = Report without words
shelf-flag-nothing-said = This story was reported without words.
shelf-flag-look = Look at the story
shelf-tell = Tell your own
shelf-tell-another = Tell another one
shelf-own = My stories
shelf-none-own = There is no story of yours yet.
shelf-own-list =
    { $count ->
        [one] Your story:
       *[other] Your { $count } stories:
    }
shelf-own-title = { $title } ({ $state })
shelf-own-story =
    { $card }

    State: { $state }. Who may see it: { $scope }.
shelf-state-submitted = waiting for the team
shelf-state-asked = the team has a question
shelf-state-approved = approved
shelf-state-declined = not published
shelf-state-withdrawn = withdrawn
shelf-change = Change
shelf-withdraw = Withdraw
shelf-withdraw-sure = Withdraw "{ $title }"? I will stop showing it at once. People who already have it in a chat keep it there. You can send it again later.
shelf-withdraw-yes = Yes, withdraw
shelf-keep = No, leave it
shelf-withdrawn = "{ $title }" is withdrawn. Only you can still see it.
shelf-delete = Delete
shelf-delete-sure = Delete "{ $title }"? Words and picture will be gone for good. This cannot be undone.
shelf-delete-yes = Yes, delete
shelf-deleted = Your story is deleted, words and picture.
