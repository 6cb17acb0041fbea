# Nach dem Senden: Bericht, Nachholen, Korrigieren, Zurückziehen, Übersicht. Für das Team.

sending-report =
    { $heading }

    Empfänger: { $audience }

    { $lines }
sending-report-enqueuing = { "" }**{ $title }** wird gerade gesendet.
sending-report-sending = { "" }**{ $title }** wird gerade gesendet.
sending-report-paused = { "" }**{ $title }** ist angehalten.
sending-report-done = { "" }**{ $title }** ist durch.
sending-report-cancelled = { "" }**{ $title }** wurde abgebrochen.
sending-report-withdrawn = { "" }**{ $title }** ist zurückgezogen.
sending-count-sent = Gesendet: { $count } von { $total }
sending-count-open = Noch unterwegs: { $count }
sending-count-unreachable = Nicht erreichbar: { $count }
sending-count-refused = Vom Dienst abgelehnt: { $count }
sending-count-uncertain = Ungewiss: { $count }
sending-count-off = Abbestellt: { $count }
sending-count-outside = Nicht mehr unter den Empfängern: { $count }
sending-count-stopped = Nicht mehr gesendet, weil abgebrochen: { $count }
sending-count-given-up = Nach drei Tagen aufgegeben: { $count }
sending-count-left = Ungewiss gelassen: { $count }
sending-count-cancelled = Nicht mehr gesendet: { $count }
sending-count-bundled = Mit einer Zusammenfassung: { $count }
sending-count-part = { $network }, { $language }: { $sent } von { $count }
sending-bar-sent = Gesendet
sending-bar-unreachable = Nicht erreichbar
sending-bar-refused = Vom Dienst abgelehnt
sending-bar-uncertain = Ungewiss
sending-bar-cancelled = Abbestellt oder nicht mehr gesendet
sending-bar-number = { $count }
sending-chart = Balken zum Bericht, { $count } von { $total } gesendet
sending-chart-fates = Was daraus wurde
sending-chart-part = { $network }, { $language }
sending-chart-parts = Gesendet nach Dienst und Sprache
sending-who-is-missing = Wer fehlt?
sending-retry = Noch einmal versuchen
sending-leave = Ungewisse so lassen
sending-resend =
    { $count ->
        [one] Ungewisse erneut senden (1)
       *[other] Ungewisse erneut senden ({ $count })
    }
sending-correct = Korrigieren
sending-withdraw = Zurückziehen
sending-missed-unreachable = Nicht erreichbar, zum Beispiel weil der Chat blockiert ist: { $who }.
sending-missed-refused = Vom Dienst abgelehnt: { $who }.
sending-missed-uncertain = Vielleicht angekommen, vielleicht nicht: { $who }. Ich sende dorthin nicht von selbst noch einmal.
sending-missed-given-up = Nicht angekommen: { $who }.
sending-missed-off = Wollten inzwischen keine Nachrichten oder nicht zu diesem Thema: { $who }.
sending-missed-outside = Gehörten inzwischen nicht mehr zu den Empfängern: { $who }.
sending-missed-why = Der Grund: { $why }
sending-why-long = Der Text ist für diesen Dienst zu lang.
sending-why-large = Ein Bild oder eine Datei ist für diesen Dienst zu groß.
sending-why-file = Ein Bild oder eine Datei ließ sich dort nicht senden.
sending-why-gone = Den Chat gibt es dort nicht mehr.
sending-why-rights = Der Assistent darf dort nicht schreiben.
sending-why-other = Der Dienst nennt nur einen technischen Grund. Die Technik findet ihn in den Aufzeichnungen des Servers.
sending-missed-more =
    { $count ->
        [one] Dazu kommt eine weitere Person.
       *[other] Dazu kommen { $count } weitere.
    }
sending-missed-file = Alle als Datei
sending-file-who = Wer
sending-file-network = Dienst
sending-file-what = Was daraus wurde
sending-file-why = Warum
sending-file-unnamed = ohne Namen
sending-file-name = Nicht angekommen, Nachricht { $number }
sending-file-done = Hier sind alle, an die nichts ging, mit dem Grund. Die Datei ist nur für das Team.
sending-file-unwritten = Hier sind alle, an die nichts ging, mit dem Grund. { $more } weitere stehen nicht darin, denn das Senden endete vor ihnen. Die Datei ist nur für das Team.
sending-file-more = Hier sind die ersten { $count }, an die nichts ging, mit dem Grund. { $more } weitere passen nicht hinein. Die Datei ist nur für das Team.
sending-why-given-up = Drei Tage lang versucht und dann aufgegeben.
sending-why-off = Die Person wollte keine Nachrichten oder nicht zu diesem Thema.
sending-why-outside = Die Person gehört nicht mehr zu den Empfängern.
sending-why-stopped = Das Senden wurde abgebrochen.
sending-why-left = Ungewiss, und so gelassen.
sending-what-now = Was möchten Sie tun?
sending-who-both =
    { $names } und { $count ->
        [one] eine Person ohne Namen
       *[other] { $count } Personen ohne Namen
    }
sending-who-unnamed =
    { $count ->
        [one] eine Person ohne Namen
       *[other] { $count } Personen ohne Namen
    }
sending-decided-retry =
    { $count ->
        [0] Gerade ist niemand davon erreichbar. Es wurde nichts gesendet.
        [one] Ich versuche es noch einmal, für einen Menschen.
       *[other] Ich versuche es noch einmal, für { $count } Menschen.
    }
sending-decided-resend =
    { $count ->
        [0] Es war nichts mehr ungewiss.
        [one] Eine Nachricht geht noch einmal hinaus.
       *[other] { $count } Nachrichten gehen noch einmal hinaus.
    }
sending-decided-leave =
    { $count ->
        [0] Es war nichts mehr ungewiss.
        [one] Gut, diese eine bleibt so.
       *[other] Gut, diese { $count } bleiben so.
    }

## Korrigieren und zurückziehen

sending-correct-title = Korrektur
sending-correct-body =
    Wie soll der Text { $written } jetzt lauten? Bisher steht da:

    { $body }
sending-correct-same = So lassen
sending-correct-sure =
    So steht es dann bei allen, die die Nachricht haben:

    { $message }
sending-correct-now = Überall korrigieren
sending-correcting = Ich korrigiere jetzt jede Kopie: { $title }. Wo das nicht geht, schicke ich eine kurze Korrektur.
sending-correction =
    { "" }**Korrektur** zu einer früheren Nachricht. Jetzt gilt:

    { $message }
sending-withdrawing = Ich ziehe jetzt jede Kopie zurück: { $title }. Ich melde mich, wenn es erledigt ist.
sending-taken-back = Diese Nachricht wurde zurückgezogen. ({ $alliance })
sending-notice = Aus einer Zusammenfassung zurückgezogen: die Nachricht vom { $when }. ({ $alliance })
sending-correction-ends = Die laufende Korrektur endet damit.
sending-correct-outdated = Diese Korrektur passt nicht mehr. Die Nachricht wurde inzwischen geändert oder zurückgezogen. Es wurde nichts gesendet.
sending-origin-unchanged = Diese Nachricht wiederholt sich: { $title }. Beim nächsten Mal kommt noch der alte Text.
sending-change-origin = Auch dort ändern
sending-progress-over =
    { $title }: { $state }.

    Gesendet: { $sent } von { $total }
sending-not-now = Gerade läuft für diese Nachricht noch etwas anderes. Bitte versuchen Sie es in ein paar Minuten noch einmal.
sending-stopped = { $title } ist abgebrochen. Es wird nichts mehr gesendet.
sending-over-correction =
    Die Korrektur ist durch: { $title }.{ $count ->
        [0] { "" }
        [one] { " " }An einer Stelle war die alte Fassung nicht zu ändern. Dort kam eine kurze Korrektur.
       *[other] { " " }An { $count } Stellen war die alte Fassung nicht zu ändern. Dort kam eine kurze Korrektur.
    }{ $digests }
sending-over-withdrawal =
    Zurückgezogen: { $title }.{ $count ->
        [0] { "" }
        [one] { " " }An einer Stelle ging Löschen nicht. Dort steht jetzt ein Hinweis.
       *[other] { " " }An { $count } Stellen ging Löschen nicht. Dort steht jetzt ein Hinweis.
    }{ $digests }
sending-over-digests =
    { "" }

    { $count ->
        [one] Ein Mensch hat sie schon mit einer Zusammenfassung bekommen. Dorthin kam eine kurze eigene Nachricht.
       *[other] { $count } Menschen haben sie schon mit einer Zusammenfassung bekommen. Dorthin kam eine kurze eigene Nachricht.
    }

## Die Übersicht

sending-what = Alle Nachrichten: Entwürfe, geplante, laufende, vergangene
sending-none = Diese Nachricht gibt es nicht mehr.
sending-none-yet = Es wurde noch keine Nachricht geschrieben.
sending-write = Nachricht schreiben
sending-write-on = Angefangene weiterschreiben
sending-list-parked = Eine Nachricht haben Sie angefangen und zur Seite gelegt.
sending-list-requested =
    { "" }**Bitten von Organisationen**

    { $lines }
sending-list-waiting =
    { "" }**Warten auf Freigabe**

    { $lines }
sending-list-running =
    { "" }**Laufen gerade**

    { $lines }
sending-list-scheduled =
    { "" }**Geplant**

    { $lines }
sending-list-draft =
    { "" }**Entwürfe**

    { $lines }
sending-list-past =
    { "" }**Vergangen**

    { $lines }
sending-list-open = Welche möchten Sie ansehen?
sending-list-more =
    { $group ->
        [requested] Weitere Bitten
        [waiting] Weitere wartende
        [running] Weitere laufende
        [scheduled] Weitere geplante
        [draft] Weitere Entwürfe
       *[past] Weitere vergangene
    }
sending-line = { $title }, vom { $when }: { $state }
sending-line-sent = { $title }, vom { $when }: { $state }, { $sent } von { $total } gesendet
sending-uncertain-in-all =
    Aus den letzten 30 Tagen ist manches ungewiss. Antworten: { $reply }, Rückmeldungen: { $check_in }, Nachrichten: { $announcement }.

    Ich sende nichts davon von selbst noch einmal, damit niemand etwas doppelt bekommt.
sending-doubts =
    Die neuesten davon, ohne die Nachrichten:

    { $lines }
sending-doubt =
    Nr. { $number }: { $lane ->
        [check-in] Rückmeldung
        [announcement] Zusammenfassung
       *[reply] Antwort
    } über { $network }, { $when }
sending-doubt-again = Nr. { $number } noch einmal senden
sending-doubt-again-sure = Nr. { $number } noch einmal senden? Vielleicht ist sie schon angekommen. Dann kommt sie doppelt.
sending-doubt-leave = Nr. { $number } so lassen
sending-doubt-leave-sure = Nr. { $number } so lassen? Dann sende ich sie nicht noch einmal und frage nicht mehr danach. Das lässt sich nicht mehr ändern.
