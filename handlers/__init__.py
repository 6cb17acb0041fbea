"""The table of contents: everything the assistant can do, one import and one line per capability."""

from __future__ import annotations

from bot.core.routing import Route
from handlers import (
    announcing,
    around,
    aside,
    asking,
    checking,
    declaration,
    following,
    guessing,
    helping,
    joining,
    keeping,
    leaving,
    letters,
    moderating,
    mydata,
    news,
    pledging,
    progress,
    replying,
    reporting,
    sending,
    shelf,
    speaking,
    stories,
    team,
    welcoming,
)

CAPABILITIES: tuple[Route, ...] = (
    *welcoming.ROUTES,
    *around.ROUTES,
    *joining.ROUTES,
    *declaration.ROUTES,
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
