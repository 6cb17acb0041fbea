# Words from the alliance's profile and from people, as they stand.

plain-words = { $words }
plain-outside = outside or not given
plain-lines =
    { $first }
    { $rest }
plain-yes = yes
plain-no = no
plain-long = That is a little long: { $length } characters. At most { $most }, please.
plain-no-words = There is nothing there yet. Please write a few words.
