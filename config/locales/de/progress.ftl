# Der Stand: gemeinsam und der eigene.

progress-what = Was wir zusammen geschafft haben
progress-alliance =
    { "" }**Das Bündnis { $year }**, auf dem Weg zum Ziel { $target }

    - Mitglieder: { $members ->
        [0] weniger als { $below }
       *[other] { $members }
    }
    - Geschichten des Gelingens: { $stories }
progress-deeds =
    Gemeinsam gemeldet:

    { $lines }
progress-amount = { $title }: { $amount } { $unit }
progress-times =
    { $title }: { $times ->
        [one] einmal
       *[other] { $times }-mal
    }
progress-hidden = Zusagen, bei denen weniger als { $below } Menschen mitmachen, zeige ich nicht einzeln.
progress-estimate = Geschätzt rund { $kg } kg CO2e vermieden (Spanne { $low } bis { $high }). CO2e heißt: alle Klimagase zusammen, umgerechnet in CO2. Das ist eine Schätzung nach eigenen Angaben, keine amtliche Bilanz.
progress-own =
    { "" }**Ihr Teil in diesem Jahr**

    { $lines }
progress-own-estimate = Davon geschätzt rund { $kg } kg CO2e vermieden (Spanne { $low } bis { $high }).
progress-own-waiting = Ihre Zusage läuft. Nach der ersten Rückmeldung sehen Sie hier Ihren Teil.
progress-own-none = Mit einer Zusage steht hier auch Ihr Teil. Eine kleine genügt.
