# Orte: Gruppen, Räume und Kanäle, in denen veröffentlicht werden darf. Für das Team.

places-what = Gruppen, Räume und Kanäle für Nachrichten
places-hello = Guten Tag, ich bin der Assistent von { $alliance }: Wenn das Team es freigibt, veröffentliche ich hier Nachrichten des Bündnisses; was hier geredet wird, speichere ich nicht.
places-name = „{ $title }“ ({ $network })
places-without-title = Gruppe { $number } ohne Namen ({ $network })
places-invited = Ich wurde eingeladen: { $place }. Soll ich dort Nachrichten des Bündnisses veröffentlichen?
places-open-here = Hier veröffentlichen
places-not-here = Nicht hier
places-opened = Gut. { $place } steht jetzt zur Wahl, wenn eine Nachricht geschrieben wird.
places-closed = Gut. In { $place } veröffentliche ich nichts.
places-out = Dort bin ich nicht mehr. Es hat sich nichts geändert.
places-none = Bisher wurde ich in keine Gruppe, keinen Raum und keinen Kanal eingeladen.
places-list =
    { $count ->
        [one] { "" }**Eine Gruppe oder ein Kanal, wo ich bin:**
       *[other] { "" }**{ $count } Gruppen und Kanäle, wo ich bin:**
    }

    { $lines }
places-line =
    { $place }: { $state ->
        [open] hier wird veröffentlicht
       *[other] hier wird nichts veröffentlicht
    }
places-open = Öffnen: { $place }
places-close = Schließen: { $place }
places-more = Weitere Gruppen und Kanäle
