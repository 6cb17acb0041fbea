"""The table of contents: everything the assistant can do, one import and one line per capability."""

from __future__ import annotations

from bot.core.routing import Route
from handlers.announcements import announcing, news, reporting, sending
from handlers.meeting import around, guessing, helping, speaking, welcoming
from handlers.membership import declaration, following, joining, leaving, listing, mydata
from handlers.pledges import checking, keeping, pledging, progress, replying
from handlers.stories import letters, moderating, shelf
from handlers.stories import telling as stories
from handlers.team import aside, asking
from handlers.team import organisers as team

CAPABILITIES: tuple[Route, ...] = (
    *welcoming.ROUTES,
    *around.ROUTES,
    *joining.ROUTES,
    *declaration.ROUTES,
    *listing.ROUTES,
    *stories.ROUTES,
    *shelf.ROUTES,
    *pledging.ROUTES,
    *keeping.ROUTES,
    *checking.ROUTES,
    *replying.ROUTES,
    *progress.ROUTES,
    *following.ROUTES,
    *news.ROUTES,
    *asking.ROUTES,
    *mydata.ROUTES,
    *speaking.ROUTES,
    *leaving.ROUTES,
    *helping.ROUTES,
    *moderating.ROUTES,
    *letters.ROUTES,
    *announcing.ROUTES,
    *sending.ROUTES,
    *reporting.ROUTES,
    *team.ROUTES,
    *aside.ROUTES,
)

SIGNPOST = helping.Signpost(CAPABILITIES)

ROUTES: tuple[Route, ...] = (*CAPABILITIES, *SIGNPOST.routes, *guessing.routes(SIGNPOST))
"""All routes, in the order in which the help names the commands."""
