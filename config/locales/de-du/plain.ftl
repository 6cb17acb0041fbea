# Only what differs from "de".

plain-no-words = Da steht noch nichts. Schreib bitte ein paar Worte.
