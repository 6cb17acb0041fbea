# Asking for the town or municipality.

place-question = In which town or municipality? The first letters are enough.
place-help = This shows us where things are already happening ({ $region }). A typo does not matter. You are just as welcome from outside.
place-outside = Outside
place-skip = Skip
place-is-outside = outside
place-is-not-given = not given
place-which =
    { $count ->
        [one] Do you mean this place?
       *[other] Which place do you mean?
    }
place-again = Write it again
place-yes = Yes, { $name }
place-no = No, write it again
place-unknown = I cannot find "{ $typed }" in the region. Please write at least 2 letters from the beginning. Or choose "Outside".
place-no-place = That does not sound like a place. The first letters are enough. Write "back" to change your previous answer.
place-no-place-words = change, edit, correct, none, nowhere, home, at home
