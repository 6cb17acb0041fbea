# Nur, was beim Du anders klingt.

asking-title = deine Frage ans Team
asking-question = Was möchtest du das Team fragen? Das Team sieht deine Worte und, wenn du Mitglied bist, deinen Namen. Mehr dazu: /datenschutz
asking-empty = Ich sehe darin noch keine Worte. Bitte schreib deine Nachricht.
asking-passed-on = Deine Nachricht ist beim Team. Die Antwort kommt hier in diesen Chat.
asking-reply-arrived =
    Das Team antwortet auf deine Nachricht:

    > { $asked }

    { $words }
asking-answer-title = deine Antwort auf eine Frage
asking-reply =
    Was möchtest du antworten?

    > { $words }
asking-reply-help = Deine Antwort geht in den Chat, aus dem die Frage kam. Dein Name steht nicht dabei.
asking-sent = Deine Antwort ist unterwegs. Danke!
asking-reply-about =
    Was möchtest du antworten? { $sort ->
        [asking-about-story] Es geht um diese Geschichte:
       *[other] Es geht um diese Nachricht:
    }

    > { $about }

    Die Frage:

    > { $words }
