# Only what differs from "de".

checking-question =
    Kurze Rückmeldung zu deiner Zusage **{ $title }**

    { $question }{ $plan }
checking-plan = { "" }

    Dein Plan war: { $plan }
checking-silence =
    Gerade viel los? Zu „{ $title }“ frage ich erst wieder, wenn du es möchtest.
checking-entry-gone = Eine deiner Zusagen steht nicht mehr im Katalog. Ich frage nicht mehr danach. Such dir gern eine neue aus.
checking-if-measured = Hast du es gemessen? Dann nenn mir gern die Zahl. Sonst ist schon alles notiert.
checking-amount-title = deine Rückmeldung
checking-which-number = Wie viel war es? Schreib bitte die Zahl ({ $unit }).
checking-all-done = Fertig, herzlichen Glückwunsch! Möchtest du die Zusage damit abschließen?
