# Nur, was beim Du anders klingt.

declaration-help = Mit deinem Ja trittst du dem Bündnis bei. Es kostet nichts, und du kannst jederzeit wieder austreten. Unterzeichnest du für eine Organisation, brauchst du deren Erlaubnis.
declaration-new-version = Die Partnererklärung hat eine neue Fassung ({ $version }). Eine neue Fassung braucht ein neues Ja. Möchtest du sie lesen?
declaration-renewal =
    Die Partnererklärung hat eine neue Fassung ({ $version }). Dein Ja gilt bisher der früheren.

    Du bleibst Mitglied, auch ohne neues Ja. Möchtest du die neue Fassung ansehen?
declaration-up-to-date = Du hast die neueste Fassung schon unterzeichnet. Es ist nichts zu tun.
declaration-no-member = Zurzeit bist du kein Mitglied. Mit /mitmachen bist du schnell dabei.
declaration-not-renewed = Alles bleibt, wie es ist. Dein früheres Ja gilt weiter für die frühere Fassung. Mit /mitmachen kannst du die neue jederzeit lesen.
