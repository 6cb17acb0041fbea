# Only what differs from "de": what authors are told. The team is addressed with "Sie".

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
