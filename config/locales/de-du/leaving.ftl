# Nur, was beim Du anders klingt.

leaving-question =
    Schade, und danke fürs Mitmachen, { $name }. Was soll mit deinen Daten geschehen?

    Beides gilt sofort: Die Mitgliedschaft erlischt, und deine Angaben werden gelöscht.
leaving-no-member = Du bist zurzeit kein Mitglied. Was möchtest du tun?
leaving-done-but-stories = Erledigt. Deine Daten sind gelöscht. Deine freigegebenen Geschichten bleiben ohne Namen stehen. Danke für die gemeinsame Zeit, und alles Gute!
leaving-done = Erledigt. Deine Daten sind gelöscht. Danke für die gemeinsame Zeit, und alles Gute!
