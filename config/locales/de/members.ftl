# Mitglieder ansehen und eine Mitgliedschaft ruhen lassen: für das Team, und was das Mitglied davon liest.

team-member-what = Ein Mitglied ansehen oder ruhen lassen
team-member-title = Ein Mitglied suchen
team-member-which = Um welches Mitglied geht es? Die Nummer oder der Name genügt.
team-member-found =
    { $count ->
        [one] Ist dieses Mitglied gemeint?
       *[other] Welches Mitglied ist gemeint?
    }
team-member-named = { $name } ({ $number })
team-member-hit = { $kind }, { $place }
team-member-unknown = Dazu finde ich kein Mitglied. Bitte schauen Sie noch einmal auf die Schreibweise.
team-member-again = Noch einmal suchen
team-member-show = Mitglied ansehen
team-member-card =
    { "" }**{ $name }** ({ $kind }, { $place })

    Mitglied { $number } seit { $since }.
team-member-rests =
    Diese Mitgliedschaft ruht seit { $when }.

    Grund: { $reason }
team-member-of-team = Dieses Mitglied gehört zum Team. Seine Mitgliedschaft kann nicht ruhen.
team-member-gone = Dieses Mitglied gibt es nicht mehr. Es hat sich nichts geändert.
team-pause = Mitgliedschaft ruhen lassen
team-pause-title = Eine Mitgliedschaft ruhen lassen
team-pause-reason =
    Warum soll die Mitgliedschaft von { $name } ruhen?

    Der Grund geht an das Mitglied, Widerspruch ist möglich. Gelöscht wird nichts.
team-pause-help = Ein Satz genügt. Mit „Abbrechen“ bleibt alles, wie es ist.
team-pause-sure =
    Soll die Mitgliedschaft von { $name } ab jetzt ruhen?

    Der Name steht dann in keiner Liste. Neue Geschichten und Bitten nehmen wir nicht an. Alles andere bleibt, wie es ist.

    Grund: { $reason }
team-pause-yes = Ja, ruhen lassen
team-pause-no = Nein, so lassen
team-pause-not = Es bleibt alles, wie es ist.
team-paused = Die Mitgliedschaft von { $name } ruht jetzt. Der Grund ist unterwegs.
team-paused-unreachable = Die Mitgliedschaft von { $name } ruht jetzt. Das Mitglied ist gerade nicht zu erreichen.
team-resume = Wieder aufnehmen
team-resumed = Die Mitgliedschaft von { $name } ruht nicht mehr. Das Mitglied weiß Bescheid.
team-resumed-unreachable = Die Mitgliedschaft von { $name } ruht nicht mehr. Das Mitglied ist gerade nicht zu erreichen.

resting-told =
    Das Team lässt Ihre Mitgliedschaft ab jetzt ruhen.

    Grund: { $reason }

    Ihr Name steht so lange in keiner Liste. Neue Geschichten und Bitten nehmen wir nicht an. Alles andere bleibt, wie es ist.

    Sie können jederzeit nachfragen oder widersprechen: /frage
resting-not-now =
    Ihre Mitgliedschaft ruht zurzeit. So lange nehmen wir keine neuen Geschichten und Bitten von Ihnen an, und Ihr Name steht in keiner Liste.

    Grund: { $reason }

    Sie können jederzeit nachfragen oder widersprechen: /frage
resting-kept =
    Ihre Mitgliedschaft ruhte, als Sie ausgetreten sind. Das gilt weiter, auch wenn Sie wieder beitreten. Neue Geschichten und Bitten nehmen wir nicht an.

    Grund: { $reason }

    Sie können jederzeit nachfragen oder widersprechen: /frage. Mit /loeschen vergessen wir alles.
resting-object = Nachfragen oder widersprechen
resting-over = Gute Nachricht: Ihre Mitgliedschaft ruht nicht mehr. Alles geht wieder wie vorher.
