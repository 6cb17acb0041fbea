# Die Partnererklärung: lesen, unterzeichnen, erneuern.

declaration-text =
    { "" }**{ $title }** (Fassung { $version })

    { $body }
declaration-question =
    { $declaration }

    Zum Nachlesen: { $link }

    { $who }
declaration-signs = Es unterzeichnet: **{ $name }**.
declaration-signs-for = Es unterzeichnet: **{ $name }** ({ $function }), für **{ $organisation }**.
declaration-yes = Ja, ich unterzeichne
declaration-yes-for = Ja, und ich darf für { $organisation } zeichnen
declaration-not-yet = Noch nicht
declaration-help = Mit Ihrem Ja treten Sie dem Bündnis bei. Es kostet nichts, und Sie können jederzeit wieder austreten. Unterzeichnen Sie für eine Organisation, brauchen Sie deren Erlaubnis.
declaration-new-version = Die Partnererklärung hat eine neue Fassung ({ $version }). Eine neue Fassung braucht ein neues Ja. Möchten Sie sie lesen?
declaration-renewal =
    Die Partnererklärung hat eine neue Fassung ({ $version }). Ihr Ja gilt bisher der früheren.

    Sie bleiben Mitglied, auch ohne neues Ja. Möchten Sie die neue Fassung ansehen?
declaration-look = Ansehen
declaration-read-new = Neue Fassung lesen
declaration-up-to-date = Sie haben die neueste Fassung schon unterzeichnet. Es ist nichts zu tun.
declaration-no-member = Zurzeit sind Sie kein Mitglied. Mit /mitmachen sind Sie schnell dabei.
declaration-not-renewed = Alles bleibt, wie es ist. Ihr früheres Ja gilt weiter für die frühere Fassung. Mit /mitmachen können Sie die neue jederzeit lesen.
declaration-title-renewing = die neue Partnererklärung
declaration-renewed =
    { "" }**Danke! Die neue Fassung ist unterzeichnet.**

    - Mitglied: { $number }
    - Unterzeichnet am { $when }
    - Fassung: { $version }
    - Fingerabdruck des Textes, zum Vergleichen (SHA-256): `{ $sha256 }`
declaration-short = Partnererklärung
