# The short privacy notice (Art. 13 GDPR). The facts come from the alliance's profile.

notice-short =
    { "" }**Your data in brief**

    - Responsible: { $controller }, { $contact }
    - Data protection contact: { $dpo }
    - We store: your chat ID, what you tell us here, questions to the team, pledges, check-ins, stories and sign-ups for events.
    - Why: so that you can take part, and for the messages you ask for.
    - Legal basis: { $basis }
    - Who sees it: the alliance team and the operator of the server ({ $hoster }).
    - How messages travel: { $network }. { $note }
    - How long: until you delete your data. What I write to you is kept for { $kept } days. Records of consents taken back are kept for at most { $period }. Sign-ups for events are deleted { $period } after the event. If you are not a member and get no news, your data are deleted after { $dormant }.

    Only what you release is published. Giving data is voluntary; without it you can only read.

    You may at any time ask for access, correction, deletion, restriction and your data as a file, object, and withdraw any consent: /mydata or /delete. Complaints: { $authority }. No machine decides about you here.

    { $more }
notice-more-here = In full: { $link }
notice-more-there = More from those responsible: { $link }
notice-network = { $network ->
    [telegram] Telegram
    [matrix] Matrix
    [browser] this website
   *[console] this window
}
notice-agree = Agree, continue
notice-read = Read, continue
notice-only-look = Read only
notice-help = This is information, not a signature. "Read, continue" takes you on. With "Read only" we store nothing you tell us.
notice-help-agree = With "Agree, continue" we may keep your details. You can take that back at any time: /mydata. With "Read only" we store nothing you tell us.
notice-otherwise = Have you read the notice? Then we can go on.
notice-otherwise-agree = May we store what you tell us? Without your yes you can only read.
notice-nothing-stored = Of course. For that I only keep your chat ID, so that I can answer. Feel free to look around: /about or /stories.
