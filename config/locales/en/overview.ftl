# The overview for the team: counts alone, and what waits for a decision.

overview-what = The alliance in numbers
overview-all =
    { "" }**Overview** on { $when }

    { $lines }
overview-members = Members: { $count }
overview-moves = In { $days } days: { $joined } new, { $left } left
overview-resting = Suspended memberships: { $count }
overview-followers = News only, without membership: { $count }
overview-places = Towns and municipalities with members: { $covered } of { $count }
overview-stories = Stories: { $published } approved, { $waiting } waiting, { $asked } with a question to the author
overview-questions = Open questions: { $count }
overview-pledges = Active pledges: { $count }
overview-check-ins = Check-ins in { $days } days: { $answered } of { $asked } answered
overview-announcements = Announcements: { $running } on their way, { $scheduled } scheduled
overview-nothing-waits = Nothing is waiting for a decision. Thank you!
overview-waiting =
    { "" }**Waiting for a decision:**

    { $lines }
overview-waits-stories = Stories: { $count }, /queue
overview-waits-events = Events: { $count }, /events
overview-waits-questions = Questions to the team: { $count }, /team-questions
overview-waits-announcements = Announcements, and requests for them: { $count }, /broadcasts
overview-waits-places = Groups and rooms: { $count }, /places
overview-waits-aside = Put aside: { $count }, /aside
overview-to-stories = Review stories
overview-to-events = See the events
overview-to-questions = Answer questions
overview-to-announcements = See announcements
overview-to-places = See groups
overview-to-aside = See what was put aside
overview-file = Members as a file (CSV)

team-export-sure =
    Shall I send all members as a file? There are { $count }.

    It holds names, also of those who are not in the list. Please use it only for the work of the team.
team-export-yes = Yes, send the file
team-export-no = No, rather not
team-export-done = Here is the file. Please keep it safe. The log notes that it was fetched.
team-export-file = members
team-export-number = Member number
team-export-kind = Kind
team-export-name = Name
team-export-organisation = Organisation
team-export-place = Place
team-export-listed = In the list
team-export-since = Since
