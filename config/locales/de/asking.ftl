# Fragen ans Team und Antworten vom Team.

asking-what = Das Team etwas fragen
asking-open = Das Team fragen
asking-title = Ihre Frage ans Team
asking-question = Was möchten Sie das Team fragen? Das Team sieht Ihre Worte und, wenn Sie Mitglied sind, Ihren Namen. Mehr dazu: /datenschutz
asking-empty = Ich sehe darin noch keine Worte. Bitte schreiben Sie Ihre Nachricht.
asking-long = Das ist ein wenig lang. Bitte höchstens { $most } Zeichen.
asking-passed-on = Ihre Nachricht ist beim Team. Die Antwort kommt hier in diesen Chat.
asking-by-member = Mitglied { $name }
asking-by-guest = Jemand, der noch nicht Mitglied ist,
asking-arrived =
    { $asker } fragt das Team:

    > { $words }
asking-answer = Antworten
asking-answer-number = Frage { $number } beantworten
asking-team-what = Offene Fragen ans Team
asking-none-open = Keine Frage ist offen. Alles beantwortet!
asking-open-questions =
    { $count ->
        [one] **Eine Frage wartet auf Antwort:**
       *[other] **{ $count } Fragen warten auf Antwort:**
    }
asking-one =
    Frage { $number }, { $when }

    > { $words }
asking-answered-before = Diese Frage ist schon beantwortet. Danke!
asking-gone = Diese Frage gibt es hier nicht mehr.
asking-answer-title = Ihre Antwort auf eine Frage
asking-reply =
    Was möchten Sie antworten?

    > { $words }
asking-reply-help = Ihre Antwort geht in den Chat, aus dem die Frage kam. Ihr Name steht nicht dabei.
asking-part =
    { $sort ->
        [question] Die Frage
        [reason] Der Grund
       *[answer] Die Antwort
    }
asking-preview =
    { $sort ->
        [question] So geht die Frage hinaus:
        [reason] So geht der Grund hinaus:
        [team] Ist das die Antwort ans Team?
       *[answer] So geht die Antwort hinaus:
    }

    > { $words }
asking-send = Absenden
asking-sent = Ihre Antwort ist unterwegs. Danke!
asking-unreachable = Die Antwort kann leider nicht zugestellt werden. Dieser Chat ist nicht mehr erreichbar.
asking-reply-arrived =
    Das Team antwortet auf Ihre Nachricht:

    > { $asked }

    { $words }
asking-again = Noch etwas fragen
asking-about = Nachricht { $number } vom { $when }: { $quoted }
asking-about-several = Gesammelte Nachrichten bis { $when }: { $quoted }
asking-about-story = Geschichte „{ $title }“
asking-arrived-about =
    { $asker } { $sort ->
        [asking-about-story] meldet sich zu einer Geschichte:
       *[other] antwortet auf eine Nachricht:
    }

    > { $about }

    { $sort ->
        [asking-about-story] Die Meldung:
       *[other] Die Antwort:
    }

    > { $words }
asking-one-about =
    Frage { $number }, { $when }, { $sort ->
        [asking-about-story] zu einer Geschichte:
       *[other] zu einer Nachricht:
    }

    > { $about }

    Die Frage:

    > { $words }
asking-reply-about =
    Was möchten Sie antworten? { $sort ->
        [asking-about-story] Es geht um diese Geschichte:
       *[other] Es geht um diese Nachricht:
    }

    > { $about }

    Die Frage:

    > { $words }
