# Questions to the team and answers from it.

asking-what = Ask the team something
asking-open = Ask the team
asking-title = your question to the team
asking-question = What would you like to ask the team? The team sees your words and, if you are a member, your name. More about this: /privacy
asking-empty = I cannot see any words in that yet. Please write your message.
asking-long = That is a little long. Please use at most { $most } characters.
asking-passed-on = Your message is with the team. The answer will come right here.
asking-by-member = Member { $name }
asking-by-guest = Somebody who is not a member yet
asking-arrived =
    { $asker } asks the team:

    > { $words }
asking-answer = Answer
asking-answer-number = Answer question { $number }
asking-team-what = Open questions to the team
asking-none-open = No question is open. Everything is answered!
asking-open-questions =
    { $count ->
        [one] **One question is waiting for an answer:**
       *[other] **{ $count } questions are waiting for an answer:**
    }
asking-one =
    Question { $number }, { $when }

    > { $words }
asking-answered-before = This question has already been answered. Thank you!
asking-gone = This question is no longer here.
asking-answer-title = your answer to a question
asking-reply =
    What would you like to answer?

    > { $words }
asking-reply-help = Your answer goes to the chat the question came from. Your name is not shown.
asking-part =
    { $sort ->
        [question] The question
        [reason] The reason
       *[answer] The answer
    }
asking-preview =
    { $sort ->
        [question] This is how the question goes out:
        [reason] This is how the reason goes out:
        [team] Is this your answer to the team?
       *[answer] This is how the answer goes out:
    }

    > { $words }
asking-send = Send
asking-sent = Your answer is on its way. Thank you!
asking-unreachable = The answer cannot be delivered, sorry. That chat can no longer be reached.
asking-reply-arrived =
    The team answers your message:

    > { $asked }

    { $words }
asking-again = Ask something else
asking-about = Announcement { $number } of { $when }: { $quoted }
asking-about-several = Announcements up to { $when }: { $quoted }
asking-about-story = Story "{ $title }"
asking-arrived-about =
    { $asker } { $sort ->
        [asking-about-story] has something to say about a story:
       *[other] replies to an announcement:
    }

    > { $about }

    { $sort ->
        [asking-about-story] The report:
       *[other] The reply:
    }

    > { $words }
asking-one-about =
    Question { $number }, { $when }, { $sort ->
        [asking-about-story] about a story:
       *[other] about an announcement:
    }

    > { $about }

    The question:

    > { $words }
asking-reply-about =
    What would you like to answer? { $sort ->
        [asking-about-story] It is about this story:
       *[other] It is about this announcement:
    }

    > { $about }

    The question:

    > { $words }
