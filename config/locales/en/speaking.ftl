# The language we talk in.

speaking-what = Change the language
speaking-name =
    { $language ->
        [de] Deutsch (Sie)
        [de-du] Deutsch (Du)
        [en] English
        [de-x-place] groups and channels, German
        [en-x-place] groups and channels, English
       *[other] { $language }
    }
speaking-which = Right now we speak: { $now }. Which language would you like?
speaking-changed = Of course. From now on I speak English.
speaking-wish-words = english, englisch, auf englisch, in english, english please
