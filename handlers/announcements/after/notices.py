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
        person = None if number is None else post.work.people.get(number)
        if person is not None and person.may(Role.EDITOR):
            return (person,)
    return post.work.people.organisers(Role.MODERATOR)


def concerned(post: Post, announcement: Announcement) -> Sequence[Person]:
    """Who is in charge, and who stopped, corrected or withdrew it last."""
    charged = in_charge(post, announcement)
    acted = None if announcement.acted_by is None else post.work.people.get(announcement.acted_by)
    known = {person.id for person in charged}
    return (*charged, acted) if acted is not None and acted.id not in known else charged


def tell_all(post: Post, people: Sequence[Person], what: Text, *offers: Offer) -> None:
    """The same to everybody."""
    for person in people:
        post.tell(person.id, what, *offers)
