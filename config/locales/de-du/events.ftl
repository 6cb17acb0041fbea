# Only what differs from "de".

events-ask = Kommst du?
events-signed-up = Du bist angemeldet.
events-join-title = Deine Anmeldung
events-join-before = Du bist schon angemeldet.
events-joined = Schön, dass du kommst! **{ $title }**: { $when }, { $place }.
events-joined-reminder = Am Tag davor erinnere ich dich.
events-left = Schade! Für „{ $title }“ bist du nicht mehr angemeldet.
events-not-left = Für „{ $title }“ warst du nicht angemeldet.
events-thanks = Danke für deine Anmeldung zu „{ $title }“! Wie war es? Ein Satz fürs Team genügt. Dein Name steht nicht dabei.
events-hushed = Auch an deine Termine erinnere ich nicht mehr. Angemeldet bleibst du.
events-say-title = Dein Satz zu einem Termin
events-say-gone = Zu diesem Termin bist du nicht angemeldet.
events-said = Danke! Das Team kann deinen Satz jetzt lesen.
events-time-help = Schreib Tag und Uhrzeit, zum Beispiel „morgen 18 Uhr“.
events-seats = Wie viele Plätze gibt es? Schreib eine Zahl.
events-seats-unclear = Bitte schreib eine ganze Zahl von 1 bis { $most }.
events-gone-since = Diesen Termin gibt es nicht mehr. Was du geschrieben hast, steht hier als neuer Termin:
events-announcement-paused = Zu diesem Termin geht gerade eine Nachricht hinaus: { $title }. Ich habe sie angehalten. Du kannst sie korrigieren, weitergehen lassen oder abbrechen.
events-begun-since = Dieser Termin hat inzwischen begonnen und lässt sich nicht mehr ändern. Was du geschrieben hast, steht hier als neuer Termin:
events-published-by-team = Dein Termin „{ $title }“ ist veröffentlicht. Danke!
events-handed-in-nobody = Danke! Der Termin wartet jetzt auf Freigabe. Erreichen konnte ich dafür gerade niemanden. Bitte sag der Moderation selbst Bescheid.
events-off-by-team = Dein Termin „{ $title }“ ist vom Team abgesagt.
events-off-by-team-why = Dein Termin „{ $title }“ ist vom Team abgesagt. Grund: { $reason }
events-refused-by-team = Dein Termin „{ $title }“ ist nicht freigegeben.
events-refused-by-team-why = Dein Termin „{ $title }“ ist nicht freigegeben. Grund: { $reason }
events-refuse-reason = Warum gibst du „{ $title }“ nicht frei? Wer ihn geschrieben hat, liest den Grund.
