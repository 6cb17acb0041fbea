# Help, imprint, privacy.

helping-what = What I can do for you
helping-all = This is what I can do for you:
helping-line = /{ $name } – { $what }
helping-topic =
    { "" }**{ $title }**

    { $lines }
helping-topic-alliance = The alliance
helping-topic-deeds = Stories and pledges
helping-topic-news = News and questions
helping-topic-data = Data, language, legal notice
helping-topic-team = For the team
helping-words = You can also just write to me. STOP ends all news. And if a question stays open: the team is glad to help.
helping-imprint-what = Who is responsible
helping-imprint =
    { "" }**Imprint**

    { $imprint }
helping-privacy-what = The whole privacy notice
helping-rights = You can see or delete your data right here.
