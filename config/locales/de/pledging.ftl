# Zusagen: eine machen, ansehen, anhalten, beenden.

pledging-what = Eine Zusage machen
pledging-title = Ihre Zusage
pledging-goal = Wofür möchten Sie etwas tun?
pledging-goal-help = Wählen Sie das Ziel, das Ihnen am nächsten liegt. Danach zeige ich Ihnen passende Zusagen.
pledging-entry = Welche Zusage passt zu Ihnen? Eine kleine ist so gut wie eine große.
pledging-entry-help = Alles ist freiwillig. Sie können jede Zusage anhalten oder beenden.
pledging-plan =
    Wann oder wo passt es am besten? Schreiben Sie es als Wenn-dann-Satz.

    Zum Beispiel: „Wenn ich dienstags zur Arbeit fahre, nehme ich das Rad.“
pledging-plan-help = So ein Satz hilft beim Drandenken. Sie können ihn auch überspringen.
pledging-plan-empty = Da steht noch nichts. Schreiben Sie einen Satz oder tippen Sie auf „Überspringen“.
pledging-plan-long = Ein kurzer Satz genügt, höchstens { $most } Zeichen.
pledging-skip = Überspringen
pledging-weekday = An welchem Tag soll ich fragen?
pledging-weekday-help = An diesem Tag frage ich kurz nach. Am Ende können Sie ihn noch ändern.
pledging-day = { $day ->
    [0] Montag
    [1] Dienstag
    [2] Mittwoch
    [3] Donnerstag
    [4] Freitag
    [5] Samstag
   *[6] Sonntag
}
pledging-days = { $day ->
    [0] montags
    [1] dienstags
    [2] mittwochs
    [3] donnerstags
    [4] freitags
    [5] samstags
   *[6] sonntags
}
pledging-day-short = { $day ->
    [0] Mo
    [1] Di
    [2] Mi
    [3] Do
    [4] Fr
    [5] Sa
   *[6] So
}
pledging-day-on = { $day ->
    [0] am Montag
    [1] am Dienstag
    [2] am Mittwoch
    [3] am Donnerstag
    [4] am Freitag
    [5] am Samstag
   *[6] am Sonntag
}
pledging-day-every = { $day ->
    [0] jeden Montag
    [1] jeden Dienstag
    [2] jeden Mittwoch
    [3] jeden Donnerstag
    [4] jeden Freitag
    [5] jeden Samstag
   *[6] jeden Sonntag
}
pledging-hour = Um wie viel Uhr soll ich fragen?
pledging-at = { $hour } Uhr
pledging-hour-help = Wählen Sie eine Uhrzeit oder schreiben Sie eine volle Stunde von { $first } bis { $last } Uhr.
pledging-hour-unclear = Bitte schreiben Sie eine volle Stunde von { $first } bis { $last }, zum Beispiel „17 Uhr“.
pledging-hour-late = Um diese Zeit möchte ich niemanden stören. Bitte eine Stunde von { $first } bis { $last } Uhr.
pledging-rhythm = { $cadence ->
    [weekly] { $day } um { $hour } Uhr
    [monthly] am ersten Werktag im Monat um { $hour } Uhr
   *[quarterly] am ersten Werktag im Quartal um { $hour } Uhr
}
pledging-summary =
    Ihre Zusage: **{ $title }**

    { $plan }

    Ich frage { $rhythm }. Stimmt das so?
pledging-with-plan = Ihr Plan: { $plan }
pledging-without-plan = Ohne festen Plan.
pledging-promise = Ja, das sage ich zu
pledging-summary-help = Mit „Ja“ beginnt Ihre Zusage. Anhalten oder beenden geht jederzeit mit /meinezusagen.
pledging-part-entry = Zusage
pledging-part-plan = Plan
pledging-part-weekday = Tag
pledging-part-hour = Uhrzeit
pledging-promised =
    Abgemacht: **{ $title }**. Ich frage { $rhythm }, zum ersten Mal am { $first }.

    Auch wenn es einmal nicht klappt, ist das eine gute Antwort.
pledging-mine = Meine Zusagen
pledging-enough = Sie haben schon { $count } Zusagen. Mehr Fragen möchte ich Ihnen nicht zumuten. Beenden Sie eine, dann ist Platz für eine neue.
pledging-nothing-left = Alles, was im Katalog zu Ihnen passt, haben Sie schon zugesagt. Großartig!

## Die eigenen Zusagen

keeping-what = Ihre Zusagen ansehen, anhalten, beenden
keeping-none = Sie haben gerade keine Zusage. Möchten Sie eine machen?
keeping-new = Neue Zusage
keeping-list = Ihre { $count } Zusagen. Tippen Sie auf eine:
keeping-one =
    { "" }**{ $title }**

    { $plan }

    { $state }
keeping-next = Ich frage wieder am { $when }.
keeping-state-active = Ich frage gerade nicht.
keeping-state-paused = Diese Zusage macht gerade Pause.
keeping-state-ended = Diese Zusage ist beendet.
keeping-pause = Pause
keeping-resume = Weiter mit der Zusage
keeping-end = Zusage beenden
keeping-not-there = Diese Zusage gibt es nicht mehr.
keeping-paused = Pause für „{ $title }“. Ich frage erst wieder, wenn Sie es möchten.
keeping-resumed = Weiter geht es mit „{ $title }“. Ich frage wieder am { $when }.
keeping-end-sure = „{ $title }“ beenden? Ich frage dann nicht mehr. Was Sie gemeldet haben, zählt weiter.
keeping-end-yes = Ja, beenden
keeping-end-no = Nein, behalten
keeping-ended = „{ $title }“ ist beendet. Danke für alles, was Sie geschafft haben!
