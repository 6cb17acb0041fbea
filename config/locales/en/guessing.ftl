# When I did not understand.

guessing-hello-words = hello, hi, hey, good morning, good afternoon, good evening, start
guessing-thanks-words = thanks, thank you, thank you very much, many thanks, cheers, ok, okay, all right, great
guessing-thanks-more = you, to, all, very, so, much, a, lot, again, for, the, your, everything, help, answer, info, information, reminder, message, reply, quick, kind, indeed
guessing-thanks = You are welcome! If you need anything else: /help
guessing-stop-words = stop, unsubscribe, no messages, no more messages, no news, no more news
guessing-stop = Would you like to stop getting the alliance's messages?
guessing-stop-yes = Yes, switch news off
guessing-near = Did you mean: { $what }?
guessing-yes = Yes, /{ $name }
guessing-not-understood = I did not understand that. Shall I pass your message to the team? Or write "help".
guessing-not-understood-yet = I did not understand that. Would you like to ask the team? Or write "help".
guessing-not-understood-team = I did not understand that. Write "help" to see what I can do for you.
guessing-ask = Yes, ask the team
guessing-pass-on = Yes, to the team
guessing-pass-on-instead = Pass it to the team
guessing-no = No, thank you
guessing-stuck =
    I am stuck. Shall I pass your message to the team?

    > { $words }
guessing-no-command = I do not know this command. Write /help to see what I can do for you.
guessing-gone = I no longer have this message. It is with the team already, or you have dropped it.
guessing-kept = Fine, nothing goes to the team, and everything stays as it is. Write /help to see what I can do for you.
