# Das Team: einladen, entfernen, nachsehen.

team-what = Das Team ansehen, einladen, entfernen
team-deeds-what = Nachsehen, wer was getan hat
team-list =
    { $count ->
        [one] Zum Team gehört eine Person:
       *[other] Zum Team gehören { $count } Personen:
    }

    { $lines }
team-list-page =
    Zum Team gehören { $count } Personen. Hier sind { $first } bis { $last }:

    { $lines }
team-before = Vorherige
team-after = Weitere
team-line = { $who }: { $role }
team-line-you = Sie selbst: { $line }
team-called = { $role } ({ $network }, hier seit { $since }, Nr. { $number })
team-called-member = { $name }, Nr. { $number } ({ $network })
team-called-briefly = Nr. { $number }
team-no-role = Jemand ohne Rolle
team-no-network = nicht erreichbar
team-role-editor = Redaktion
team-role-moderator = Moderation
team-role-owner = Leitung
team-invite = Jemanden einladen
team-which-role =
    Was soll die neue Person tun dürfen?

    - Redaktion: Nachrichten schreiben, Fragen beantworten
    - Moderation: dazu Geschichten und Nachrichten freigeben, Nachrichten zurückziehen, Mitgliedschaften ruhen lassen
    - Leitung: dazu andere ins Team einladen oder daraus entfernen, alle Mitglieder als Datei holen, das Protokoll lesen
team-back = Zum Team
team-invitation =
    Hier ist die Einladung für die Rolle { $role }. Sie gilt { $hours } Stunden und für eine Person.

    Geben Sie diesen Code weiter. Die Person schickt ihn mir im eigenen Chat:

    `{ $code }`

    Ich zeige den Code nur dieses eine Mal.
team-wrong-code = Dieser Code gilt nicht. Vielleicht ist er schon benutzt oder älter als ein Tag. Bitte lassen Sie sich einen neuen geben.
team-locked = Das waren zu viele falsche Codes. In einer Stunde können Sie es wieder versuchen.
team-guessing = Achtung: { $who } hat { $count } falsche Einladungscodes geschickt. Für eine Stunde nehme ich von dort keine mehr an.
team-guessing-of-all = Achtung: In dieser Stunde kamen { $count } falsche Einladungscodes aus mehreren Gesprächen. Wer einen richtigen Code hat, kann ihn weiter einlösen.
team-joined = { $who } gehört jetzt zum Team. Rolle: { $role }.
team-welcome = Willkommen im Team! Ihre Rolle: { $role }. Unter /hilfe sehen Sie, was Sie damit tun können.
team-first-editor = Nachricht schreiben
team-first-moderator = Geschichten prüfen
team-first-owner = Team ansehen
team-remove = Entfernen: { $who }
team-remove-sure = { $who } aus dem Team nehmen? Die Rolle { $role } endet sofort. Mitgliedschaft, Geschichten und Zusagen bleiben.
team-remove-yes = Ja, aus dem Team nehmen
team-keep = Nein, im Team lassen
team-removed = { $who } gehört nicht mehr zum Team.
team-you-are-removed = Ihre Rolle im Team ist beendet. Danke für Ihre Arbeit! Ihre Mitgliedschaft bleibt, wie sie ist.
team-not-in-it = Diese Person gehört nicht mehr zum Team.
team-last-owner = Das ist die letzte Person in der Leitung. Ohne sie könnte niemand mehr einladen. Bitte laden Sie zuerst noch jemanden für die Leitung ein.
team-deeds-open = Protokoll
team-no-deeds = Das Protokoll ist noch leer.
team-deeds =
    Das ist zuletzt geschehen:

    { $lines }
team-by-itself = Von selbst
team-by-command-line = Technik (am Server)
team-by-gone = Nr. { $number }, nicht mehr dabei
team-about =
    { $kind ->
        [story] Geschichte { $number }
        [announcement] Nachricht { $number }
        [question] Frage { $number }
        [member] Mitglied { $number }
        [members] alle Mitglieder
        [event] Termin { $number }
        [place] Gruppe oder Kanal { $number }
        [conversations] zusammen { $number } aus mehreren Gesprächen
        [person] Nr. { $number }
        [role] { $number ->
            [owner] Leitung
            [moderator] Moderation
           *[editor] Redaktion
        }
       *[other] Nr. { $number }
    }
team-deed =
    { $when }, { $who }: { $what ->
        [organiser-invited] Einladung erstellt
        [organiser-joined] ins Team gekommen
        [organiser-removed] aus dem Team genommen
        [invitation-guessing] falsche Codes geschickt
        [story-approved] Geschichte freigegeben
        [story-undone] Freigabe zurückgenommen
        [story-asked] Rückfrage gestellt
        [story-declined] Geschichte nicht veröffentlicht
        [story-hidden] Geschichte ausgeblendet
        [announcement-written] Nachricht geschrieben
        [announcement-changed] Nachricht geändert
        [announcement-handed-in] Nachricht zur Freigabe gegeben
        [announcement-held-back] vor dem Senden neu zur Freigabe gegeben
        [announcement-alone] Nachricht für Gruppen allein freigegeben
        [announcement-planned] Nachricht geplant
        [announcement-sent] Nachricht gesendet
        [announcement-declined] Nachricht nicht freigegeben
        [announcement-discarded] Nachricht verworfen
        [announcement-taken-over] Bitte um eine Nachricht übernommen
        [announcement-paused] Senden angehalten
        [announcement-resumed] Senden fortgesetzt
        [announcement-slower] Senden verlangsamt
        [announcement-faster] Senden beschleunigt
        [announcement-cancelled] Senden abgebrochen
        [announcement-retried] Nicht Angekommenes noch einmal versucht
        [announcement-resent] Ungewisse erneut gesendet
        [announcement-left] Ungewisse so gelassen
        [announcement-correction-written] Korrektur geschrieben
        [announcement-corrected] Nachricht korrigiert
        [announcement-withdrawn] Nachricht zurückgezogen
        [announcement-called-off] Sendezeit abgesagt
        [event-proposed] Termin zur Freigabe gegeben
        [event-published] Termin veröffentlicht
        [event-changed] Termin geändert
        [event-called-off] Termin abgesagt
        [event-refused] Termin nicht freigegeben oder zurückgenommen
        [event-guests-exported] Liste der Anmeldungen als Datei geholt
        [announcement-missing-exported] Nicht Angekommenes als Datei geholt
        [question-answered] Frage beantwortet
        [member-paused] Mitgliedschaft ruhen lassen
        [member-resumed] Mitgliedschaft wieder aufgenommen
        [members-exported] Mitglieder als Datei geholt
        [place-opened] Gruppe oder Kanal geöffnet
        [place-closed] Gruppe oder Kanal geschlossen
        [message-resent] Ungewisse Nachricht erneut gesendet
        [message-left] Ungewisse Nachricht so gelassen
        [message-discarded] Beiseitegelegtes verworfen
       *[other] { $what }
    } ({ $subject })
