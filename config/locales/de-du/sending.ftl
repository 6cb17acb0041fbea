# Nur, was beim Du anders klingt.

sending-tested = Oben steht der Test, nur für dich: { $title }. Gesendet ist noch nichts. Du kannst alles noch ändern.
sending-tested-later = Oben steht der Test, nur für dich: { $title }. Ihr Stand: { $state }.
sending-nobody = Für diese Empfänger gibt es gerade niemanden. Der Entwurf bleibt. Bitte ändere die Empfänger.
sending-not-released =
    { $title } wurde nicht freigegeben. Grund: { $reason }

    Es wurde nichts gesendet. Der Entwurf liegt wieder bei dir.
sending-please-release = Eine Nachricht wartet auf deine Freigabe. Sendezeit: { $when }. Bitte lies sie und prüfe, ob sie überparteilich ist.
sending-asked-nobody = Die Nachricht wartet jetzt auf Freigabe. Erreichen konnte ich dafür gerade niemanden. Bitte sag der Moderation selbst Bescheid.
sending-nobody-releases =
    Diese Nachricht braucht eine zweite Person, die sie freigibt. Gerade gibt es keine. Der Entwurf bleibt. { $owner ->
        [yes] Lade mit /team jemanden für die Moderation ein.
       *[no] Bitte die Leitung, mit /team jemanden für die Moderation einzuladen.
    }
sending-sure-alone = { $title } geht an { $whom }. Sendezeit: { $when }. Sonst liest das vorher eine zweite Person. Gerade gibt es keine. Möchtest du trotzdem freigeben? Ich vermerke es im Protokoll.
sending-decline-cancelled = Gut, es ist nichts entschieden. Mit /sendungen findest du sie wieder.
sending-not-your-own = Die eigene Nachricht kann niemand selbst freigeben. Bitte lass eine zweite Person lesen.
sending-changed-since = Die Nachricht ist inzwischen geändert worden. Bitte sieh sie noch einmal an.
sending-changed-by-team = { $title } wurde vom Team geändert. Es bleibt deine Nachricht, sie ist jetzt ein Entwurf.
sending-taken-over = Nr. { $number } ist jetzt dein Entwurf. Es fehlen noch ein paar Angaben.
sending-plan-when = Wann soll die Nachricht gehen? Schreib zum Beispiel „morgen 9 Uhr“ oder „24.12. 17:00“.
sending-plan-at = Um wie viel Uhr? Du kannst auch eine andere Zeit schreiben.
sending-moment-nonsense = Diesen Zeitpunkt verstehe ich nicht. Bitte schreib ihn so: „24.12. 17:00“.
sending-moment-no-time = Mir fehlt noch die Uhrzeit. Bitte schreib sie dazu, zum Beispiel „morgen 9 Uhr“.
sending-moment-past = Dieser Zeitpunkt ist schon vorbei. Bitte nenn einen späteren.
sending-moment-far = Das ist mehr als ein Jahr hin. Bitte nenn einen näheren Zeitpunkt.
sending-moment-skipped = Diese Stunde gibt es nicht: Die Uhr wird in dieser Nacht vorgestellt. Bitte nenn eine andere.
