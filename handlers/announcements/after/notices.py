"""Who is told how an announcement goes on, and the message in which they see how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.post import Offer, Post
from bot.core.words.texts import Text
from bot.domain.announcements.announcement import Announcement
from bot.domain.people.person import Person, Role
from handlers.team.organisers import of_the_team


def in_charge(post: Post, announcement: Announcement) -> Sequence[Person]:
    """Its author as long as they belong to the team, else who released it, else everybody who may release."""
    for number in (announcement.author, announcement.released_by):
        person = of_the_team(post, number)
        if person is not None:
            return (person,)
    return post.work.people.organisers(Role.MODERATOR)


def watchers(post: Post, announcement: Announcement) -> Sequence[Person]:
    """Who sees how far it is, each once: its author, and who released it; both as long as they belong to the team."""
    return _each_once(post, announcement.author, announcement.released_by)


def concerned(post: Post, announcement: Announcement) -> Sequence[Person]:
    """Who is in charge, who released it, and who stopped, corrected or withdrew it last: each once."""
    others = _each_once(post, announcement.released_by, announcement.acted_by)
    return tuple({one.id: one for one in (*in_charge(post, announcement), *others)}.values())


def _each_once(post: Post, *numbers: int | None) -> Sequence[Person]:
    found = (of_the_team(post, number) for number in numbers)
    return tuple({one.id: one for one in found if one is not None}.values())


def tell_all(post: Post, people: Sequence[Person], what: Text, *offers: Offer) -> None:
    """The same to everybody."""
    for person in people:
        post.tell(person.id, what, *offers)
