# Only what differs from "de".

progress-own =
    { "" }**Dein Teil in diesem Jahr**

    { $lines }
progress-own-waiting = Deine Zusage läuft. Nach der ersten Rückmeldung siehst du hier deinen Teil.
progress-own-none = Mit einer Zusage steht hier auch dein Teil. Eine kleine genügt.
