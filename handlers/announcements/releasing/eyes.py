"""Whose eyes an announcement needs: who may decide, release and stop, and how many it goes to."""

from __future__ import annotations

from dataclasses import replace

from bot.core.post import Post
from bot.domain.announcements.announcement import Announcement, Draft
from bot.domain.announcements.audience import Left, Reach
from bot.domain.announcements.wishes import Calendar, calendar
from bot.domain.people.person import Person, Role

CORRECTS = "corrects"
"""The answer that makes an announcement the correction of another: its number."""
CORRECTS_ROUND = "corrects-round"
"""How often that had been corrected by then: of two open corrections the first that is released is the only one."""

CHANGED_BY = "changed-by"
"""The answer that says who changed another one's announcement last: a person's number."""


def moment(post: Post) -> Calendar:
    """What the wishes of an audience are sorted by now."""
    return calendar(post.now, post.alliance.announcing.unasked_per_week, post.alliance.zone)


def reach(post: Post, draft: Draft) -> Reach:
    """Who would get it now, and who would not."""
    return post.work.announcements.reach(draft, moment(post))


def corrected(draft: Draft) -> int | None:
    """The announcement that this one corrects; None if it is one of its own."""
    return next((int(raw) for key, raw in draft.answers if key == CORRECTS), None)


def corrected_round(draft: Draft) -> int:
    """How often that had been corrected when this correction was written."""
    return next((int(raw) for key, raw in draft.answers if key == CORRECTS_ROUND), 0)


def may_decide(person: Person, announcement: Announcement) -> bool:
    """Whether somebody may do something about it at all: it is theirs, or they may release everybody's."""
    return person.id == announcement.author or person.may(Role.MODERATOR)


def may_stop(person: Person) -> bool:
    """Whether somebody may stop or take back what was released: its author may no longer do that alone."""
    return person.may(Role.MODERATOR)


def writers(announcement: Announcement) -> set[int]:
    """Whose words these are: the author's, and those of whoever changed them since nobody else handed them in."""
    return {announcement.author, *(int(raw) for key, raw in announcement.draft.answers if key == CHANGED_BY)}


def changed_by(draft: Draft, person: int | None) -> Draft:
    """The draft as last changed by this person; None: the author stands for every word of it."""
    answers = tuple(answer for answer in draft.answers if answer[0] != CHANGED_BY)
    return replace(draft, answers=answers if person is None else (*answers, (CHANGED_BY, str(person))))


def may_release(person: Person, announcement: Announcement) -> bool:
    """Whether somebody may be the second pair of eyes: nobody is that for their own words."""
    return person.may(Role.MODERATOR) and person.id not in writers(announcement)


def parent_of(post: Post, correction: Announcement) -> Announcement | None:
    """What a correction corrects; None if it is no correction."""
    parent = corrected(correction.draft)
    return None if parent is None else post.work.announcements.get(parent)


def addressed(post: Post, announcement: Announcement) -> Reach:
    """Who it goes to: of a correction those who get what it corrects."""
    parent = parent_of(post, announcement)
    if parent is None:
        return reach(post, announcement.draft)
    tally, found = post.work.announcements.tally(parent.id), reach(post, parent.draft)
    languages = {language for _, language, _ in tally.settled} | set(found.languages)
    # also those who get it only now, and in new words
    return Reach({"": tally.total}, {Left.BUNDLED: tally.bundled}, found.published, languages=tuple(sorted(languages)))


def may_release_alone(post: Post, person: Person, announcement: Announcement, found: Reach) -> bool:
    """Moderators and owners, as long as the audience is small or somebody else wrote it. Nobody knows how many read
    along in a place: it counts as more than few, unless there is nobody else who could look.
    """
    small = found.count <= post.alliance.announcing.second_eyes_above
    few = small and (not found.places or is_the_only_one(post, person))
    return person.may(Role.MODERATOR) and (few or may_release(person, announcement))


def is_the_only_one(post: Post, person: Person) -> bool:
    """Whether nobody else may release: without an exception a small team could publish in no place at all."""
    return [one.id for one in post.work.people.organisers(Role.MODERATOR)] == [person.id]


def without_second_eyes(post: Post, person: Person, announcement: Announcement, found: Reach) -> bool:
    """Whether it goes to places on one person's word alone, as there is nobody else."""
    return found.places > 0 and not may_release(person, announcement) and is_the_only_one(post, person)
