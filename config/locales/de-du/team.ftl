# Nur, was beim Du anders klingt.

team-line-you = Du selbst: { $line }
team-invitation =
    Hier ist die Einladung für die Rolle { $role }. Sie gilt { $hours } Stunden und für eine Person.

    Gib diesen Code weiter. Die Person schickt ihn mir im eigenen Chat:

    `{ $code }`

    Ich zeige den Code nur dieses eine Mal.
team-wrong-code = Dieser Code gilt nicht. Vielleicht ist er schon benutzt oder älter als ein Tag. Bitte lass dir einen neuen geben.
team-locked = Das waren zu viele falsche Codes. In einer Stunde kannst du es wieder versuchen.
team-welcome = Willkommen im Team! Deine Rolle: { $role }. Unter /hilfe siehst du, was du damit tun kannst.
team-you-are-removed = Deine Rolle im Team ist beendet. Danke für deine Arbeit! Deine Mitgliedschaft bleibt, wie sie ist.
team-last-owner = Das ist die letzte Person in der Leitung. Ohne sie könnte niemand mehr einladen. Bitte lade zuerst noch jemanden für die Leitung ein.
