# Austreten und löschen.

leaving-what = Aus dem Bündnis austreten
leaving-erase-what = Alle eigenen Daten löschen
leaving-question = „Nur austreten“ beendet die Mitgliedschaft und Ihre Zusagen. Ihre Unterschrift wird gelöscht, und an Ihren Geschichten stehen Name und Ort nicht mehr. Alles andere bleibt.
leaving-only = Nur austreten
leaving-what-of-it =
    Schade, und danke fürs Mitmachen, { $name }. { $question }

    „Alles löschen“ nimmt auch Geschichten und Bilder weg. Das lässt sich nicht rückgängig machen. Wer eine Kopie möchte, holt sie sich vorher mit /meinedaten.
leaving-erase-all = Alles löschen
leaving-keep-stories = Freigegebene Geschichten ohne Namen stehen lassen
leaving-stay = Nein, doch dabeibleiben
leaving-no-member = Sie sind zurzeit kein Mitglied. Was möchten Sie tun?
leaving-erase-question =
    Soll ich wirklich alles löschen? Dazu gehören Mitgliedschaft, Zusagen, Geschichten und Bilder. Das lässt sich nicht rückgängig machen.

    Wer eine Kopie möchte, holt sie sich vorher mit /meinedaten.
leaving-erase-yes = Ja, alles löschen
leaving-erase-no = Nein, behalten
leaving-done-but-stories = Erledigt. Ihre Daten sind gelöscht. Ihre freigegebenen Geschichten bleiben ohne Namen stehen. Danke für die gemeinsame Zeit, und alles Gute!
leaving-done = Erledigt. Ihre Daten sind gelöscht. Danke für die gemeinsame Zeit, und alles Gute!
leaving-stayed = Schön! Es bleibt alles, wie es ist.
