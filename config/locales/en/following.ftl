# Getting news without joining.

following-what = Get news without joining
following-question =
    You will get news from { $alliance }. You decide how often. I do not need a name for that.

    Only your address in this chat and your wish are stored. Responsible: { $team }. STOP ends it at any time.
following-question-member =
    You will get news from { $alliance }. You decide how often.

    For this, only your wish is stored as well. Responsible: { $team }. STOP ends it at any time.
following-yes = Yes, send me news
following-no = Rather not
following-privacy = Read about privacy
following-done = Done! From now on you will get the alliance's news. STOP ends it at any time.
following-already = You get the news already. Would you like to end that?
following-stop = No more news
following-stopped = Done. You will get no more news. With /follow you can get it again.
following-not-member = All right. You will not get any news.
following-not = All right. Nothing you told me has been saved.
