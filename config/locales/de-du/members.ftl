# Nur, was beim Du anders klingt.

resting-told =
    Das Team lässt deine Mitgliedschaft ab jetzt ruhen.

    Grund: { $reason }

    Dein Name steht so lange in keiner Liste. Neue Geschichten und Bitten nehmen wir nicht an. Alles andere bleibt, wie es ist.

    Du kannst jederzeit nachfragen oder widersprechen: /frage
resting-not-now =
    Deine Mitgliedschaft ruht zurzeit. So lange nehmen wir keine neuen Geschichten und Bitten von dir an, und dein Name steht in keiner Liste.

    Grund: { $reason }

    Du kannst jederzeit nachfragen oder widersprechen: /frage
resting-kept =
    Deine Mitgliedschaft ruhte, als du ausgetreten bist. Das gilt weiter, auch wenn du wieder beitrittst. Neue Geschichten und Bitten nehmen wir nicht an.

    Grund: { $reason }

    Du kannst jederzeit nachfragen oder widersprechen: /frage. Mit /loeschen vergessen wir alles.
resting-over = Gute Nachricht: Deine Mitgliedschaft ruht nicht mehr. Alles geht wieder wie vorher.
team-member-unknown = Dazu finde ich kein Mitglied. Bitte schau noch einmal auf die Schreibweise.
