"""The public pages: what the alliance is, how to join, its stories. They set no cookie and need no script."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from bot.core.running.housekeeping import days_kept
from bot.web import facts
from bot.web.limits.giving import Hatch
from bot.web.limits.headers import HEADERS
from bot.web.site import PRIVACY, Site
from bot.web.view import Views

PICTURES_AT_ONCE = 32
"""Pictures of stories being sent; each has been made small when it came (bot/core/media)."""


class Pages:
    """The pages of one site."""

    def __init__(self, site: Site, views: Views) -> None:
        self._site = site
        self._views = views
        self._hatch = Hatch(PICTURES_AT_ONCE)

    def routes(self) -> list[BaseRoute]:
        """The addresses people see."""
        return [
            Route("/", self.home),
            Route("/geschichten", self.stories),
            Route("/geschichten/{story:int}", self.story),
            Route("/bild/{story:int}", self.picture),
            Route("/mitglieder", self.members),
            Route("/chat", self.chat),
            Route(PRIVACY, self.privacy),
            Route("/impressum", self.imprint),
            Route("/robots.txt", self.robots),
        ]

    async def home(self, request: Request) -> Response:
        """The alliance on one page; in the demo with its three chats above it."""
        now = datetime.now(UTC)
        overview = await self._site.store.read(lambda work: facts.overview(work, self._site.alliance, now))
        return self._page(request, "home.html", overview=overview, few=facts.MEMBERS_ON_HOME)

    async def members(self, request: Request) -> Response:
        """All members who agreed to be shown."""
        listed = await self._site.store.read(lambda work: tuple(work.members.listed()))
        return self._page(request, "members.html", listed=listed)

    async def stories(self, request: Request) -> Response:
        """The approved public stories, page by page."""
        wanted = request.query_params.get("seite", "1")
        page = int(wanted) if wanted.isdecimal() and len(wanted) < 7 else 1  # noqa: PLR2004 - a million pages
        shelf = await self._site.store.read(lambda work: facts.shelf(work, page))
        return self._page(request, "stories.html", shelf=shelf)

    async def story(self, request: Request) -> Response:
        """One story; 404 if it does not exist, is not approved or not for everybody: nobody can tell which."""
        number = _number(request)
        story = await self._site.store.read(lambda work: facts.public_story(work, number))
        if story is None:
            raise HTTPException(404)
        return self._page(request, "story.html", story=story)

    async def picture(self, request: Request) -> ASGIApp:
        """The picture of an approved public story, and no other file."""
        return self._hatch.give(partial(self._picture, _number(request)))

    async def _picture(self, story: int) -> Response:
        picture = await self._site.store.read(lambda work: facts.public_picture(work, story))
        if picture is None:
            raise HTTPException(404)
        mime, content = picture
        return Response(content, media_type=mime, headers={"cache-control": "public, max-age=300"})

    async def chat(self, request: Request) -> Response:
        """The chat alone."""
        if self._site.chat is None:
            raise HTTPException(404)
        return self._page(request, "chat.html")

    async def privacy(self, request: Request) -> Response:
        """The privacy notice in full (Art. 13 GDPR)."""
        return self._page(request, "privacy.html", notice=self._site.alliance.notice, days=days_kept())

    async def imprint(self, request: Request) -> Response:
        """Who is responsible."""
        return self._page(request, "imprint.html")

    async def robots(self, request: Request) -> Response:
        """Search engines may read the pages, not the chat."""
        return Response("User-agent: *\nDisallow: /chat\n", media_type="text/plain")

    async def trouble(self, request: Request, problem: Exception) -> Response:
        """A kind page for people, a bare status for scripts and machines."""
        status = problem.status_code if isinstance(problem, HTTPException) else 500
        headers = dict(problem.headers or {}) if isinstance(problem, HTTPException) else {}
        if request.method not in ("GET", "HEAD") or request.url.path.startswith(("/chat/", "/static/", "/bild/")):
            return Response(status_code=status, headers=headers)
        key = "missing" if status == 404 else "broken"  # noqa: PLR2004 - HTTP's own number
        return self._page(request, "trouble.html", status, key=key)

    def _page(self, request: Request, template: str, status: int = 200, **values: object) -> Response:
        view = self._views.view(request)
        return Response(
            self._views.render(template, view, **values),
            status,
            HEADERS | {"cache-control": "no-cache", "vary": "accept-language", "content-language": view.language},
            "text/html; charset=utf-8",
        )


def _number(request: Request) -> int:
    """The story's number; 404 for one that no database could hold."""
    number: int = request.path_params["story"]
    if number >= 2**63:
        raise HTTPException(404)
    return number
