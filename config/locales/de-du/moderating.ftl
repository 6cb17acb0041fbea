# Only what differs from "de".

moderating-author-shared = Deine Geschichte „{ $title }“ können jetzt alle Mitglieder lesen. Danke, dass du sie teilst!
moderating-author-approved = Deine Geschichte „{ $title }“ ist veröffentlicht. Danke, dass du sie teilst!
moderating-author-read = Das Team hat deine Geschichte „{ $title }“ gelesen. Danke! Sie bleibt beim Team.
moderating-author-undone = Das Team schaut noch einmal auf deine Geschichte „{ $title }“. So lange ist sie nicht zu sehen.
moderating-author-declined =
    Das Team möchte deine Geschichte „{ $title }“ so nicht veröffentlichen.

    Grund: { $reason }

    Du kannst sie ändern oder nachfragen.
moderating-author-hidden =
    Das Team hat deine Geschichte „{ $title }“ ausgeblendet. Zurzeit ist sie nicht zu sehen.

    Grund: { $reason }

    Du kannst sie ändern, nachfragen oder widersprechen.
letters-asked =
    Das Team hat eine Frage zu deiner Geschichte „{ $title }“:

    { $words }
letters-your-answer = Was möchtest du dem Team zu „{ $title }“ schreiben?
letters-answer-sent = Danke! Deine Antwort ist beim Team.
moderating-reason-declined =
    Warum soll „{ $title }“ so nicht erscheinen?

    Dein Grund geht an die Autorin oder den Autor. Die Geschichte kann dann geändert werden. Gelöscht wird nichts.
letters-question = Was möchtest du zu „{ $title }“ wissen? Deine Frage geht an die Autorin oder den Autor.
letters-help = Schreib deine Frage in ein oder zwei Sätzen. Mit „Abbrechen“ bleibt alles, wie es ist.
letters-sent = Deine Frage zu „{ $title }“ ist unterwegs. Die Antwort kommt hierher.
