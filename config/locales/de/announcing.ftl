# Nachrichten an das Bündnis: schreiben, senden, nachsehen. Für das Team.

announcing-what = Eine Nachricht an das Bündnis schreiben
announcing-title = Nachricht an das Bündnis
announcing-body =
    Was möchten Sie schreiben? Schicken Sie mir den Text so, wie er ankommen soll.

    Jetzt wird noch nichts gesendet.
announcing-body-help = Mit \*\*zwei Sternen\*\* um ein Wort wird es fett. Die Zeile zum Abbestellen hänge ich selbst an.
announcing-empty = Da steht noch nichts. Bitte schreiben Sie den Text der Nachricht.
announcing-long = Das ist etwas lang: { $length } Zeichen. Bitte höchstens { $most }.
announcing-audience = Für wen ist die Nachricht? In Klammern steht, wie viele sie bekommen würden.
announcing-audience-help = Nur wer Nachrichten möchte und erreichbar ist, wird gezählt.
announcing-to-everyone = Alle ({ $count })
announcing-to-members = Nur Mitglieder ({ $count })
announcing-to-followers = Nur Interessierte ({ $count })
announcing-to-kind = Eine Art von Mitgliedern
announcing-to-place = Eine Stadt oder Gemeinde
announcing-kind = Welche Art von Mitgliedern?
announcing-option = { $name } ({ $count })
announcing-rather-members = Doch alle Mitglieder
announcing-place = Welche Stadt oder Gemeinde? Die ersten Buchstaben reichen.
announcing-place-unknown = „{ $typed }“ kenne ich hier nicht. Bitte schreiben Sie die ersten Buchstaben noch einmal.
announcing-place-which = Da passt mehr als ein Ort: { $names }. Bitte schreiben Sie den Namen aus.
announcing-preview =
    So kommt sie an:

    { $message }

    ---

    Empfänger: { $audience }. Das { $count ->
        [0] sind gerade **0** Menschen. So lässt sie sich nicht senden
        [one] ist genau **1** Mensch
       *[other] sind genau **{ $count }** Menschen
    }.{ $hint }
announcing-send =
    { $count ->
        [one] Jetzt senden (an 1)
       *[other] Jetzt senden (an { $count })
    }
announcing-release = Zur Freigabe geben
announcing-test = Test an mich
announcing-discard = Verwerfen
announcing-preview-help = „Jetzt senden“ schickt die Nachricht an { $count } Menschen. „Test an mich“ schickt sie nur Ihnen. „Verwerfen“ wirft sie weg.
announcing-part-body = Text
announcing-part-audience = Empfänger
announcing-discarded = Verworfen. Es wurde nichts gesendet.

## Senden

sending-message =
    { $body }

    _{ $alliance } · Nachrichten einstellen: /nachrichten · Abbestellen: STOPP_
sending-to-everyone = Mitglieder und Interessierte
sending-to-members = alle Mitglieder
sending-to-followers = Interessierte, die nicht Mitglied sind
sending-to-kind = Mitglieder der Art „{ $kind }“
sending-to-place = Mitglieder aus { $place }
sending-tested = Oben steht der Test, nur für Sie. Die Nachricht selbst wartet noch. Empfänger: { $audience } ({ $count }).
sending-begun =
    { $count ->
        [one] Die Nachricht geht jetzt an einen Menschen. Ich sage Bescheid, wenn sie angekommen ist.
       *[other] Die Nachricht geht jetzt an { $count } Menschen. Ich sage Bescheid, wenn alle durch sind.
    }
sending-released =
    { $count ->
        [one] Ihre Nachricht ist freigegeben. Sie geht jetzt an einen Menschen.
       *[other] Ihre Nachricht ist freigegeben. Sie geht jetzt an { $count } Menschen.
    }
sending-not-released = Ihre Nachricht wurde nicht freigegeben. Es wurde nichts gesendet. Fragen Sie am besten kurz im Team nach.
sending-please-release =
    Eine Nachricht wartet auf Freigabe. So kommt sie an:

    { $message }

    ---

    Empfänger: { $audience } ({ $count }).
sending-asked = Die Nachricht wartet jetzt auf Freigabe. Ich melde mich.
sending-nobody-releases = Gerade gibt es niemanden, der Nachrichten freigeben darf. Bitte wenden Sie sich an die Leitung des Teams.
sending-too-late = Das ist schon entschieden: { $state }. Es hat sich nichts geändert.
sending-state-waiting = wartet
sending-state-enqueuing = wird gerade gesendet
sending-state-sending = wird gerade gesendet
sending-state-done = gesendet
sending-state-cancelled = verworfen
sending-progress = Unterwegs: { $through } von { $total } sind durch.
sending-report =
    { "" }**Nachricht { $number }** ({ $state }): { $beginning }

    Empfänger: { $audience }

    { $lines }
sending-count-sent = Angekommen: { $count } von { $total }
sending-count-open = Noch unterwegs: { $count }
sending-count-unreachable = Nicht erreichbar: { $count }
sending-count-refused = Vom Netz abgelehnt: { $count }
sending-count-uncertain = Ungewiss: { $count }
sending-count-cancelled = Inzwischen abbestellt: { $count }
sending-details = Wer fehlt?
sending-missed-unreachable = Nicht erreichbar: { $who }.
sending-missed-refused = Vom Netz abgelehnt: { $who }.
sending-missed-uncertain = Vielleicht angekommen, vielleicht nicht: { $who }. Ich sende dorthin nicht von selbst noch einmal.
sending-who-named = { $names }
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
sending-what = Die letzten Nachrichten und wer sie bekommen hat
sending-none = Es wurde noch keine Nachricht geschrieben.
sending-recent =
    Die letzten Nachrichten:

    { $lines }
sending-line = Nr. { $number }, { $when }: { $beginning } ({ $state }, { $sent } von { $total } angekommen)
sending-show = Nr. { $number }
sending-uncertain-in-all =
    Ungewiss ist, ob diese Sendungen angekommen sind: { $reply } Antworten, { $check_in } Rückmeldungen, { $announcement } Nachrichten.

    Ich sende sie nicht von selbst noch einmal, damit niemand etwas doppelt bekommt.
