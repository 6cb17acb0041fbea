# Nur, was beim Du anders klingt.

leaving-question = „Nur austreten“ beendet die Mitgliedschaft und deine Zusagen. Deine Unterschrift wird gelöscht, und an deinen Geschichten stehen Name und Ort nicht mehr. Alles andere bleibt.
leaving-no-member = Du bist zurzeit kein Mitglied. Was möchtest du tun?
leaving-done-but-stories = Erledigt. Deine Daten sind gelöscht. Deine freigegebenen Geschichten bleiben ohne Namen stehen. Danke für die gemeinsame Zeit, und alles Gute!
leaving-done = Erledigt. Deine Daten sind gelöscht. Danke für die gemeinsame Zeit, und alles Gute!
