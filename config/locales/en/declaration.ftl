# The partner declaration: read it, sign it, renew it.

declaration-text =
    { "" }**{ $title }** (version { $version })

    { $body }
declaration-question =
    { $declaration }

    To read it again: { $link }

    { $who }
declaration-signs = Signing: **{ $name }**.
declaration-signs-for = Signing: **{ $name }** ({ $function }), for **{ $organisation }**.
declaration-yes = Yes, I sign
declaration-yes-for = Yes, and I may sign for { $organisation }
declaration-not-yet = Not yet
declaration-help = With your yes you join the alliance. It costs nothing, and you can leave at any time. If you sign for an organisation, you need its permission.
declaration-new-version = The partner declaration has a new version ({ $version }). A new version asks for a new yes. Would you like to read it?
declaration-renewal =
    The partner declaration has a new version ({ $version }). Your yes so far is to the earlier one.

    You stay a member, even without a new yes. Would you like to see the new version?
declaration-look = See it
declaration-read-new = Read the new version
declaration-up-to-date = You have already signed the latest version. There is nothing to do.
declaration-no-member = You are not a member at the moment. Joining takes a few minutes: /join
declaration-not-renewed = Everything stays as it is. Your earlier yes still holds for the earlier version. With /join you can read the new one at any time.
declaration-title-renewing = the new partner declaration
declaration-renewed =
    { "" }**Thank you! The new version is signed.**

    - Member: { $number }
    - Signed on { $when }
    - Version: { $version }
    - Fingerprint of the text, for comparing (SHA-256): `{ $sha256 }`
declaration-short = Partner declaration
