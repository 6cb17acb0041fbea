"""The table of contents: everything the assistant can do, one import and one line per capability."""

from __future__ import annotations

from bot.core.routing import Route
from handlers import (
    around,
    asking,
    declaration,
    following,
    guessing,
    helping,
    joining,
    leaving,
    mydata,
    speaking,
    welcoming,
)

CAPABILITIES: tuple[Route, ...] = (
    *welcoming.ROUTES,
    *around.ROUTES,
    *joining.ROUTES,
    *declaration.ROUTES,
    *following.ROUTES,
    *asking.ROUTES,
    *mydata.ROUTES,
    *speaking.ROUTES,
    *leaving.ROUTES,
    *helping.ROUTES,
)

SIGNPOST = helping.Signpost(CAPABILITIES)

ROUTES: tuple[Route, ...] = (*CAPABILITIES, *SIGNPOST.routes, *guessing.routes(SIGNPOST))
"""All routes, in the order in which the help names the commands."""
