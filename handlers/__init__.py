"""The table of contents: everything the assistant can do, one import and one line per capability."""

from __future__ import annotations

from itertools import chain

from bot.core.routing import Route
from handlers.announcements import looking, places
from handlers.announcements.after import correcting, doubts, missed
from handlers.announcements.after import listing as sendings
from handlers.announcements.releasing import declining, driving, planning, rehearsing, releasing, running
from handlers.announcements.writing import announcing, requesting
from handlers.events import announced, calendar, deciding, impressions, signing
from handlers.events import planning as events
from handlers.events import telling as reminding
from handlers.meeting import around, guessing, helping, speaking, unheard, welcoming
from handlers.membership import declaration, following, joining, leaving, listing, mydata, rectifying
from handlers.news import card as news
from handlers.news import digests, replies
from handlers.pledges import checking, keeping, pledging, progress, replying
from handlers.stories import flagging, letters, moderating, refusing, shelf
from handlers.stories import telling as stories
from handlers.team import alarms, aside, asking, overview
from handlers.team import organisers as team
from handlers.team.members import card as membercard
from handlers.team.members import exporting, finding, pausing

TOPICS: dict[str, tuple[Route, ...]] = {
    "alliance": (
        *welcoming.ROUTES,
        *around.ROUTES,
        *joining.ROUTES,
        *declaration.ROUTES,
        *listing.ROUTES,
        *calendar.ROUTES,
        *signing.ROUTES,
        *reminding.ROUTES,
        *impressions.ROUTES,
    ),
    "deeds": (
        *stories.ROUTES,
        *shelf.ROUTES,
        *flagging.ROUTES,
        *pledging.ROUTES,
        *checking.ROUTES,
        *replying.ROUTES,
        *keeping.ROUTES,
        *progress.ROUTES,
    ),
    "news": (
        *following.ROUTES,
        *news.ROUTES,
        *digests.ROUTES,
        *replies.ROUTES,
        *requesting.ROUTES,
        *asking.ROUTES,
    ),
    "data": (
        *mydata.ROUTES,
        *rectifying.ROUTES,
        *speaking.ROUTES,
        *leaving.ROUTES,
        *helping.ROUTES,
        *unheard.ROUTES,
    ),
    "team": (
        *moderating.ROUTES,
        *refusing.ROUTES,
        *letters.ROUTES,
        *announcing.ROUTES,
        *sendings.ROUTES,
        *releasing.ROUTES,
        *declining.ROUTES,
        *planning.ROUTES,
        *rehearsing.ROUTES,
        *driving.ROUTES,
        *running.ROUTES,
        *looking.ROUTES,
        *missed.ROUTES,
        *doubts.ROUTES,
        *correcting.ROUTES,
        *places.ROUTES,
        *events.ROUTES,
        *deciding.ROUTES,
        *announced.ROUTES,
        *overview.ROUTES,
        *exporting.ROUTES,
        *finding.ROUTES,
        *membercard.ROUTES,
        *pausing.ROUTES,
        *team.ROUTES,
        *aside.ROUTES,
        *alarms.ROUTES,
    ),
}
"""All capabilities by the heading under which the help names what they offer to everybody."""

SIGNPOST = helping.Signpost(TOPICS)

ROUTES: tuple[Route, ...] = (
    *chain.from_iterable(TOPICS.values()),
    *SIGNPOST.routes,
    *guessing.routes(SIGNPOST),
)
"""All routes, in the order in which the help names the commands."""
