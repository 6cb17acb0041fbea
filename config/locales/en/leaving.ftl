# Leaving and deleting.

leaving-what = Leave the alliance
leaving-erase-what = Delete all your data
leaving-question = "Only leave" ends the membership and your pledges. Your signature is deleted, and your stories no longer show name and place. Everything else stays.
leaving-only = Only leave
leaving-what-of-it =
    Sorry to see you go, and thank you, { $name }. { $question }

    "Delete everything" takes stories and pictures away, too. It cannot be undone. If you would like a copy, get it first with /mydata.
leaving-erase-all = Delete everything
leaving-keep-stories = Keep approved stories without my name
leaving-stay = No, stay after all
leaving-no-member = You are not a member at the moment. What would you like to do?
leaving-erase-question =
    Shall I really delete everything? That means membership, pledges, stories and pictures. It cannot be undone.

    If you would like a copy, get it first with /mydata.
leaving-erase-yes = Yes, delete everything
leaving-erase-no = No, keep it
leaving-done-but-stories = Done. Your data have been deleted. Your approved stories stay, without your name. Thank you for the time together, and all the best!
leaving-done = Done. Your data have been deleted. Thank you for the time together, and all the best!
leaving-stayed = Lovely! Everything stays as it is.
