# Nur, was beim Du anders klingt.

asking-title = deine Frage ans Team
asking-question = Was möchtest du das Team fragen? Das Team sieht deine Worte und, wenn du Mitglied bist, deinen Namen. Mehr dazu: /datenschutz
asking-empty = Ich sehe darin noch keine Worte. Bitte schreib deine Nachricht.
asking-passed-on = Deine Nachricht ist beim Team. Die Antwort kommt hier in diesen Chat.
asking-reply-arrived =
    Das Team antwortet auf deine Nachricht:

    > { $asked }

    { $words }
