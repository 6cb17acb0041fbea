"""A story as organisers get to see it: the request with its decisions, and the version that a press was about."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.post import Offer, Post
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.neutrality import hints
from bot.domain.people.person import Person, Role
from bot.domain.story import Story, StoryState
from handlers.phrases import place_name, plain, run
from handlers.stories.storycard import card, goal_name, pictures_of, told_by
from handlers.team.members.card import way_to

APPROVE, ASK, DECLINE, RESTORE = "story-approve", "story-ask", "story-decline", "story-restore"
UNDECIDED = (StoryState.SUBMITTED, StoryState.ASKED)


def present(post: Post, story: Story) -> None:
    """Show a waiting story to every organiser who may release it; to its author only if there is nobody else."""
    for organiser in others(post, story) or post.work.people.organisers(Role.MODERATOR):
        shown, files = request(post, story, organiser), pictures_of(story)
        ways = (*decisions(story), *way_to(post, organiser, story.author))
        post.tell(organiser.id, shown, *ways, files=files, about=told_by(story))


def others(post: Post, story: Story) -> Sequence[Person]:
    """Those who may decide about it and have not told it themselves."""
    return [one for one in post.work.people.organisers(Role.MODERATOR) if one.id != story.author]


def request(post: Post, story: Story, organiser: Person) -> Text:
    """The story as an organiser gets to see it, with what they must know to decide."""
    alliance, language = post.alliance, organiser.language
    found = hints(f"{story.title}\n{story.what}\n{story.tip}\n{story.credit}", alliance.neutrality)
    return text(
        "moderating-request",
        number=str(story.id),
        author=_author(post, story, language),
        goal=goal_name(alliance, story.goal, language),
        scope=text(f"stories-seen-{story.scope}"),
        card=card(alliance, language, story),
        hint=text("moderating-hint", terms=", ".join(found)) if found else text("moderating-no-hint"),
    )


def _author(post: Post, story: Story, language: str) -> Text:
    """Who tells it: organisers know their members by name, readers only those who agreed to be named."""
    person = post.work.people.get(story.author) if story.author is not None else None
    member = post.work.members.get(person.member) if person is not None and person.member is not None else None
    kind = next((kind for kind in post.alliance.kinds if member is not None and kind.id == member.kind), None)
    if member is None or kind is None:
        return text("moderating-no-member")
    place = place_name(post.alliance, member.municipality)
    return text("moderating-member", name=member.name, kind=plain(kind.name, language), place=place)


def decisions(story: Story) -> tuple[Offer, ...]:
    """What an organiser can do about a waiting story."""
    return (
        offer(APPROVE, "moderating-approve", story),
        offer(ASK, "moderating-ask", story),
        offer(DECLINE, "moderating-decline", story),
    )


def offer(action: str, label: str, story: Story) -> Offer:
    """A choice about exactly this version of a story: what nobody has read is not decided by an older button."""
    return Offer(text(label), action, (story.id, story.revision))


def version(visit: Visit, story: int | str, revision: int | str = 0) -> Story | None:
    """The story an organiser speaks of, if it still is that version; if not, they hear what became of it."""
    known = visit.work.stories.get(int(story))
    if known is None or not known.title:
        visit.say(text("moderating-gone"))
    elif known.revision == int(revision):
        return known
    elif known.state in UNDECIDED:
        about, shown = told_by(known), request(visit, known, visit.person)
        visit.say(text("moderating-changed", title=known.title), about=about)
        visit.say(shown, *decisions(known), files=pictures_of(known), about=about)
    else:
        too_late(visit, known)
    return None


def too_late(visit: Visit, story: Story) -> None:
    """Somebody else was faster, or the author took the story back."""
    state = text(f"shelf-state-{story.state}")
    said = text("moderating-faster", title=story.title, state=state)
    visit.say(said, run(text("moderating-queue-open"), "warteschlange"), about=told_by(story))


def note(visit: Visit, what: str, story: Story) -> None:
    """One line in the audit table."""
    visit.work.organisation.note(visit.person.id, what, f"story:{story.id}", visit.now)


def still_waiting(visit: Visit) -> None:
    """After a decision: how many are left."""
    count = len(visit.work.stories.waiting())
    if count:
        visit.say(text("moderating-left", count=count), Offer(text("moderating-next"), "story-queue", (0,)))


def story_in(visit: Visit) -> tuple[Story | None, str]:
    """The story in the open dialogue's subject, None if it is gone, and the number behind it."""
    number, _, rest = visit.journal.subject.partition(".") if visit.journal else ("", "", "")
    story = visit.work.stories.get(int(number)) if number.isdecimal() else None
    return (None if story is None or not story.title else story), rest
