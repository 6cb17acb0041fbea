# Nur, was beim Du anders klingt.

announcing-body =
    Was möchtest du schreiben? Schick mir den Text so, wie er ankommen soll. Weiterleiten geht auch.

    Jetzt wird noch nichts gesendet.
announcing-empty = Da steht noch nichts. Bitte schreib den Text der Nachricht.
announcing-files-help = Schick die Bilder einzeln. Bitte nur Bilder, denen alle Abgebildeten zugestimmt haben.
announcing-files-only = Hier geht es nur um Bilder oder eine Datei. Den Text kannst du am Schluss noch ändern.
announcing-files-gone = Eine Datei zu diesem Entwurf habe ich nicht mehr. Bitte schick sie noch einmal.
announcing-second-body = Bitte schick mir den Text { $written }.
announcing-which-municipalities = Welcher Ort? Die ersten Buchstaben reichen. Oder wähle ein ganzes Gebiet.
announcing-place-unknown = „{ $typed }“ kenne ich hier nicht. Bitte schreib die ersten Buchstaben noch einmal.
announcing-place-which = Meinst du { $names }? Bitte schreib den Namen aus.
announcing-preview-help = „Stimmt so“ legt den Entwurf ab und zeigt, was du damit tun kannst. Gesendet wird noch nichts.
