# Geschichten betreuen: für das Team und die Antworten an die Autorinnen und Autoren.

moderating-what = Geschichten, die auf Freigabe warten
moderating-request =
    { "" }**Neue Geschichte zur Freigabe** (Nr. { $number })

    { $card }

    Von: { $author }. Ziel: { $goal }. Sehen darf sie: { $scope }.{ $hint }
moderating-no-member = jemandem, der nicht im Bündnis ist
moderating-member = { $name } ({ $kind }, { $place })
moderating-no-hint = { "" }
moderating-hint = { "" }

    Hinweis: Bitte prüfen, ob der Text überparteilich ist ({ $terms }). Nur ein Hinweis, keine Bewertung.
moderating-approve = Freigeben
moderating-ask = Rückfrage
moderating-decline = Nicht veröffentlichen
moderating-title-declined = Eine Geschichte nicht veröffentlichen
moderating-title-hidden = Eine Geschichte ausblenden
moderating-restore = Doch freigeben
moderating-undo = Freigabe zurücknehmen
moderating-next = Nächste zeigen
moderating-queue-open = Geschichten prüfen
moderating-queue =
    { $count ->
        [one] Eine Geschichte wartet.
       *[other] { $count } Geschichten warten. Das ist Nummer { $at }.
    }
moderating-queue-empty = Es wartet keine Geschichte. Alles gelesen, danke!
moderating-left =
    { $count ->
        [one] Eine weitere Geschichte wartet noch.
       *[other] { $count } weitere Geschichten warten noch.
    }
moderating-approved = Freigegeben: „{ $title }“. Sehen darf sie jetzt: { $scope }.
moderating-undone = Zurückgenommen: „{ $title }“ wartet wieder. Gerade sieht sie sonst niemand.
moderating-reason-declined =
    Warum soll „{ $title }“ so nicht erscheinen?

    Ihr Grund geht an die Autorin oder den Autor. Die Geschichte kann dann geändert werden. Gelöscht wird nichts.
moderating-reason-hidden =
    Warum soll „{ $title }“ nicht mehr zu sehen sein?

    Der Grund geht an die Autorin oder den Autor, Widerspruch ist möglich. Gelöscht wird nichts.
moderating-reason-help = Ein Satz genügt, zum Beispiel: „Bitte den Namen des Nachbarn weglassen.“ Mit „Abbrechen“ bleibt alles, wie es ist.
moderating-declined = Der Grund ist unterwegs. „{ $title }“ erscheint nicht.
moderating-declined-unreachable = „{ $title }“ erscheint nicht. Die Autorin oder der Autor ist gerade nicht zu erreichen.
moderating-hidden = Der Grund ist unterwegs. „{ $title }“ ist jetzt ausgeblendet.
moderating-hidden-unreachable = „{ $title }“ ist jetzt ausgeblendet. Die Autorin oder der Autor ist gerade nicht zu erreichen.
moderating-faster = Da war jemand schneller: „{ $title }“ ist jetzt im Stand „{ $state }“. Es hat sich nichts geändert.
moderating-changed = Die Geschichte hat sich inzwischen geändert: „{ $title }“. Es ist noch nichts entschieden. Das ist die neue Fassung:
moderating-own = Über „{ $title }“ entscheidet bitte jemand anderes aus dem Team. So liest immer ein zweites Augenpaar mit.
moderating-gone = Diese Geschichte gibt es nicht mehr. Es hat sich nichts geändert.
moderating-author-shared = Ihre Geschichte „{ $title }“ können jetzt alle Mitglieder lesen. Danke, dass Sie sie teilen!
moderating-author-approved = Ihre Geschichte „{ $title }“ ist veröffentlicht. Danke, dass Sie sie teilen!
moderating-author-read = Das Team hat Ihre Geschichte „{ $title }“ gelesen. Danke! Sie bleibt beim Team.
moderating-author-undone = Das Team schaut noch einmal auf Ihre Geschichte „{ $title }“. So lange ist sie nicht zu sehen.
moderating-author-declined =
    Das Team möchte Ihre Geschichte „{ $title }“ so nicht veröffentlichen.

    Grund: { $reason }

    Sie können sie ändern oder nachfragen.
moderating-author-hidden =
    Das Team hat Ihre Geschichte „{ $title }“ ausgeblendet. Zurzeit ist sie nicht zu sehen.

    Grund: { $reason }

    Sie können sie ändern, nachfragen oder widersprechen.
moderating-author-change = Ändern
moderating-author-ask = Nachfragen
moderating-author-delete = Löschen

## Frage und Antwort

letters-title = Eine Rückfrage stellen
letters-question = Was möchten Sie zu „{ $title }“ wissen? Ihre Frage geht an die Autorin oder den Autor.
letters-help = Schreiben Sie Ihre Frage in ein oder zwei Sätzen. Mit „Abbrechen“ bleibt alles, wie es ist.
letters-sent = Ihre Frage zu „{ $title }“ ist unterwegs. Die Antwort kommt hierher.
letters-unreachable = Die Autorin oder der Autor von „{ $title }“ ist gerade nicht zu erreichen.
letters-gone = Diese Geschichte gibt es nicht mehr, oder sie hat keine Autorin und keinen Autor mehr.
letters-asked =
    Das Team hat eine Frage zu Ihrer Geschichte „{ $title }“:

    { $words }
letters-answer = Antworten
letters-change = Geschichte ändern
letters-answer-title = Antwort an das Team
letters-your-answer = Was möchten Sie dem Team zu „{ $title }“ schreiben?
letters-answer-sent = Danke! Ihre Antwort ist beim Team.
letters-answered =
    Antwort zu „{ $title }“:

    { $words }

    Die Geschichte:

    { $card }
