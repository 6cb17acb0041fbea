"""Who is told how an announcement goes on, and the message in which they see how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.post import Offer, Post
from bot.core.words.texts import Text
from bot.domain.announcements.announcement import Announcement
from bot.domain.people.person import Person, Role


def in_charge(post: Post, announcement: Announcement) -> Sequence[Person]:
    """Its author as long as they belong to the team, else who released it, else everybody who may release."""
    for number in (announcement.author, announcement.released_by):
        person = _of_the_team(post, number)
        if person is not None:
            return (person,)
    return post.work.people.organisers(Role.MODERATOR)


def watchers(post: Post, announcement: Announcement) -> Sequence[Person]:
    """Who sees how far it is, each once: its author, and who released it as long as they belong to the team."""
    author = post.work.people.get(announcement.author)
    released = _of_the_team(post, announcement.released_by)
    return tuple({one.id: one for one in (author, released) if one is not None}.values())


def concerned(post: Post, announcement: Announcement) -> Sequence[Person]:
    """Who is in charge, who released it, and who stopped, corrected or withdrew it last: each once."""
    acted = None if announcement.acted_by is None else post.work.people.get(announcement.acted_by)
    others = (_of_the_team(post, announcement.released_by), acted)
    people = (*in_charge(post, announcement), *(one for one in others if one is not None))
    return tuple({one.id: one for one in people}.values())


def _of_the_team(post: Post, number: int | None) -> Person | None:
    person = None if number is None else post.work.people.get(number)
    return person if person is not None and person.may(Role.EDITOR) else None


def tell_all(post: Post, people: Sequence[Person], what: Text, *offers: Offer) -> None:
    """The same to everybody."""
    for person in people:
        post.tell(person.id, what, *offers)
