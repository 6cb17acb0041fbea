"""Alarms: owners hear when a network is in trouble and when it is well again, on another network if they have one."""

from __future__ import annotations

from datetime import timedelta

from bot.core.ports import AccountNews
from bot.core.post import Post
from bot.core.routing import Route, Tick
from bot.core.words.texts import Text, text
from bot.domain.people.person import Role

LOOK_EVERY = timedelta(minutes=1)
"""What is over within a minute is nobody's alarm."""


def tell(post: Post) -> bool:
    """The tick. Nothing counts as told while there is no owner to tell."""
    for news in post.work.accounts.news():
        owners = post.work.people.organisers(Role.OWNER)
        told = [post.tell(owner.id, _words(news), apart_from=news.account) for owner in owners]
        if any(told):
            post.work.accounts.told(news.account, news.problem)
    return False


def _words(news: AccountNews) -> Text:
    network = text("sending-network", network=news.network)
    if not news.problem:
        return text("alarms-over", network=network, problem=news.known)
    return text("alarms-trouble", network=network, problem=news.problem)


ROUTES: tuple[Route, ...] = (Tick("alarms", LOOK_EVERY, tell),)
