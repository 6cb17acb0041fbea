"""The outward face: public pages, the browser chat's sockets, webhooks, health. Knows the core, and no network."""

from bot.web.app import build_web
from bot.web.site import MEMBER, ORGANISER, ChatNetwork, Site, Way, Webhook

__all__ = ["MEMBER", "ORGANISER", "ChatNetwork", "Site", "Way", "Webhook", "build_web"]
