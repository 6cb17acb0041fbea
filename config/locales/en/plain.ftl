# Words from the alliance's profile and from people, as they stand.

plain-words = { $words }
plain-outside = outside or not given
plain-lines =
    { $first }
    { $rest }
plain-yes = yes
plain-no = no
plain-saying-yes = yes, yep, yeah, yes please, please, sure, of course, ok, okay, agreed
plain-saying-no = no, nope, nah, no thanks, no thank you, rather not, please do not
plain-long = That is a little long: { $length } characters. At most { $most }, please.
plain-no-words = There is nothing there yet. Please write a few words.
