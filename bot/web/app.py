"""Puts the web face together: pages, chat, webhooks, health, static files, and the rules that hold for all of them."""

from __future__ import annotations

from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from bot.web.chat import Chat
from bot.web.health import Health
from bot.web.limits.headers import WEBHOOK_MAX, SecurityHeaders, capped
from bot.web.pages import Pages
from bot.web.site import Site, Webhook
from bot.web.view import STATIC, Views


def build_web(site: Site) -> Starlette:
    """The ASGI application of an installation. Opens nothing and starts nothing by itself."""
    views = Views(site)
    pages = Pages(site, views)
    routes: list[BaseRoute] = [
        *pages.routes(),
        *Health(site).routes(),
        *(Chat(site, site.chat).routes() if site.chat is not None else ()),
        *(_webhook(path, webhook) for path, webhook in site.webhooks.items()),
        Mount(f"/static/{views.version}", _KeptFiles(directory=STATIC)),
    ]
    return Starlette(
        routes=routes,
        middleware=[Middleware(SecurityHeaders, secure=site.secure)],
        exception_handlers={HTTPException: pages.trouble, Exception: pages.trouble},
    )


class _KeptFiles(StaticFiles):
    """Files under an address that changes with them: browsers never ask again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def _webhook(path: str, webhook: Webhook) -> BaseRoute:
    async def receive(request: Request) -> Response:
        return Response(status_code=await webhook(dict(request.headers), partial(capped, request, WEBHOOK_MAX)))

    return Route(path, receive, methods=["POST"])
