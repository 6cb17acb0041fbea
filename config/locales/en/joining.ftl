# Joining: from the first question to the receipt.

joining-what = Join the alliance
joining-title = your sign-up
joining-kind = Who are you taking part for?
joining-kind-help = If you take part for yourself, a name is all you need. For a company, a club or a town I will also ask who signs.
joining-kind-otherwise = I do not know yet where that fits. Which answer comes closest?
joining-kind-short = For whom
joining-name = What may we call you? A first name or a nickname is enough.
joining-name-help = The name appears on your declaration. It is only shown if you allow that later.
joining-name-short = Name
joining-organisation = What is your organisation called?
joining-organisation-help = Write the name as people know it. It is shown only if you allow that later.
joining-town = What is your town or municipality called?
joining-organisation-short = Name
joining-signatory = And who signs for it? First name and surname, please.
joining-signatory-help = Whoever may speak for the organisation can sign. This name is not published.
joining-signatory-short = Who signs
joining-function = In what function? For example managing director, board member or mayor.
joining-function-help = One word is enough. It belongs to the signature and is not in the list.
joining-function-short = Function
joining-place-short = Place
joining-name-empty = I cannot see a name in that yet. Please write it with letters.
joining-name-long = That is a little long. Please use at most { $most } characters.
joining-taken =
    There is already a member called "{ $name }". Is that you, or somebody you work with?

    Then the team is glad to help. Nothing is merged without your knowing.
joining-taken-other = That is somebody else, go on
joining-taken-team = Ask the team
joining-taken-help = Two members may have the same name. If you or a colleague are a member already, the team will find the right way.
joining-name-question = There is already a member called "{ $name }". I would like to know how I can take part.
joining-house-rules =
    { "" }**How we treat each other:**

    { $rules }
joining-house-rule = - { $rule }
joining-not-yet = Of course, take your time. I have dropped what you entered. With /join you can start at any time.
joining-listed = May we show **{ $name }** in the list of members? The list is public and shows name and place.
joining-listed-yes = Yes, please show it
joining-listed-no = No, just count me
joining-listed-help = The list shows the name and the place, nothing else. With /mydata you can take a yes back at any time.
joining-listed-short = In the list
joining-news = Would you like to get the alliance's news? You decide how often. One word ends it: STOP.
joining-news-yes = Yes, please
joining-news-no = No, thank you
joining-news-short = News
joining-summary-person =
    { "" }**Is everything right?**

    - For whom: { $kind }
    - Name: { $name }
    - Place: { $place }
    - Partner declaration: yes, version { $version }
    - Shown in the list: { $listed }
    - News: { $news }
joining-summary-organisation =
    { "" }**Is everything right?**

    - For whom: { $kind }
    - Name: { $name }
    - Signing: { $signatory }, { $function }
    - Place: { $place }
    - Partner declaration: yes, version { $version }
    - Shown in the list: { $listed }
    - News: { $news }
joining-do-it = Yes, join
joining-receipt =
    { "" }**Thank you, and welcome to the alliance!**

    This is your receipt:

    - Member: { $number }
    - Signed on { $when }
    - Version: { $version }
    - Fingerprint of the text, for comparing (SHA-256): `{ $sha256 }`

    You can withdraw at any time with /leave.
joining-next = How about a first small step?
joining-already = You are a member already: { $name }, number { $number }, since { $since }. Thank you!
