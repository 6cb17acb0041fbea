# Looking after stories: for the team, and what authors are told.

moderating-what = Stories waiting for approval
moderating-request =
    { "" }**New story to review** (no. { $number })

    { $card }

    From: { $author }. Goal: { $goal }. Who may see it: { $scope }.{ $hint }
moderating-no-member = somebody who is not in the alliance
moderating-member = { $name } ({ $kind }, { $place })
moderating-no-hint = { "" }
moderating-hint = { "" }

    Hint: please read with non-partisanship in mind ({ $terms }). Only a hint, not a verdict.
moderating-approve = Approve
moderating-ask = Ask the author
moderating-decline = Do not publish
moderating-title-declined = not publishing a story
moderating-title-hidden = hiding a story
moderating-restore = Approve after all
moderating-undo = Take approval back
moderating-next = Show the next one
moderating-queue-open = Review stories
moderating-queue =
    { $count ->
        [one] One story is waiting.
       *[other] { $count } stories are waiting. This is number { $at }.
    }
moderating-queue-empty = No story is waiting. All read, thank you!
moderating-left =
    { $count ->
        [one] One more story is waiting.
       *[other] { $count } more stories are waiting.
    }
moderating-approved = Approved: "{ $title }". Who may see it now: { $scope }.
moderating-undone = Taken back: "{ $title }" is waiting again. Nobody else sees it at the moment.
moderating-reason-declined =
    Why should "{ $title }" not appear as it is?

    Your reason goes to the author, who can then change the story. Nothing is deleted.
moderating-reason-hidden =
    Why should "{ $title }" no longer be seen?

    The reason goes to the author, who can object. Nothing is deleted.
moderating-reason-help = One sentence is enough, such as: "Please leave out the neighbour's name." With "Cancel" everything stays as it is.
moderating-declined = The reason is on its way. "{ $title }" will not appear.
moderating-declined-unreachable = "{ $title }" will not appear. Its author cannot be reached at the moment.
moderating-hidden = The reason is on its way. "{ $title }" is hidden now.
moderating-hidden-unreachable = "{ $title }" is hidden now. The author cannot be reached at the moment.
moderating-faster = Somebody was faster: "{ $title }" is now "{ $state }". Nothing has changed.
moderating-changed = The story has changed in the meantime: "{ $title }". Nothing has been decided. This is the new version:
moderating-own = Please let somebody else on the team decide about "{ $title }". That way a second person always reads it.
moderating-gone = This story does not exist any more. Nothing has changed.
moderating-author-shared = All members can read your story "{ $title }" now. Thank you for sharing it!
moderating-author-approved = Your story "{ $title }" is published. Thank you for sharing it!
moderating-author-read = The team has read your story "{ $title }". Thank you! It stays with the team.
moderating-author-undone = The team is taking another look at your story "{ $title }". Until then it cannot be seen.
moderating-author-declined =
    The team does not want to publish your story "{ $title }" as it is.

    Reason: { $reason }

    You can change it or ask.
moderating-author-hidden =
    The team has hidden your story "{ $title }". At the moment it cannot be seen.

    Reason: { $reason }

    You can change it, ask, or object.
moderating-author-change = Change
moderating-author-ask = Ask
moderating-author-delete = Delete

## Question and answer

letters-title = asking the author
letters-question = What would you like to know about "{ $title }"? Your question goes to its author.
letters-help = Write your question in one or two sentences. With "Cancel" everything stays as it is.
letters-sent = Your question about "{ $title }" is on its way. The answer will come here.
letters-unreachable = The author of "{ $title }" cannot be reached at the moment.
letters-gone = This story does not exist any more, or it has no author any more.
letters-asked =
    The team has a question about your story "{ $title }":

    { $words }
letters-answer = Answer
letters-change = Change the story
letters-answer-title = an answer to the team
letters-your-answer = What would you like to write to the team about "{ $title }"?
letters-answer-sent = Thank you! Your answer is with the team.
letters-answered =
    Answer about "{ $title }":

    { $words }

    The story:

    { $card }
