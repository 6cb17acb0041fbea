"""Looking after stories: the organisers' queue, releasing, declining with a reason, and taking a release back.

The question to an author and the answer to it are in `letters.py` beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.dialogue import Question, Talk
from bot.core.post import Offer, Post
from bot.core.routing import Command, Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.neutrality import hints
from bot.domain.people.person import Person, Role
from bot.domain.story import Scope, Story, StoryState
from handlers.phrases import place_name, plain, run
from handlers.stories import letters
from handlers.stories.letters import ASK, subject_of
from handlers.stories.storycard import card, goal_name, pictures_of
from handlers.team.asking import some_words

DECLINING = "story-decline"
UNDECIDED = (StoryState.SUBMITTED, StoryState.ASKED)


def present(post: Post, story: Story) -> None:
    """Show a waiting story to every organiser who may release it; to its author only if there is nobody else."""
    moderators = post.work.people.organisers(Role.MODERATOR)
    others = [organiser for organiser in moderators if organiser.id != story.author]
    for organiser in others or moderators:
        post.tell(organiser.id, request(post, story, organiser), *decisions(story), files=pictures_of(story))


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
        Offer(text("moderating-approve"), "story-approve", (story.id,)),
        Offer(text("moderating-ask"), ASK, (story.id,)),
        Offer(text("moderating-decline"), DECLINING, (story.id,)),
    )


# -- the queue -------------------------------------------------------------------------------------------------------


def queue(visit: Visit, _rest: str) -> None:
    """The command: the story that has waited longest."""
    show_waiting(visit, ("0",))


def show_waiting(visit: Visit, args: tuple[str, ...]) -> None:
    """The waiting story at this place of the queue, and the way to the next one."""
    at, waiting = int(args[0]), visit.work.stories.waiting()
    if not waiting:
        visit.say(text("moderating-queue-empty"))
        return
    at = at if at < len(waiting) else 0
    story = waiting[at]
    following = (Offer(text("moderating-next"), "story-queue", (at + 1,)),) if len(waiting) > 1 else ()
    visit.say(text("moderating-queue", at=at + 1, count=len(waiting)))
    shown = request(visit, story, visit.person)
    visit.say(shown, *decisions(story), *following, files=pictures_of(story))


def _still_waiting(visit: Visit) -> None:
    """After a decision: how many are left."""
    count = len(visit.work.stories.waiting())
    if count:
        visit.say(text("moderating-left", count=count), Offer(text("moderating-next"), "story-queue", (0,)))


# -- decisions -------------------------------------------------------------------------------------------------------


def approve(visit: Visit, args: tuple[str, ...]) -> None:
    """Release a story; with a way to take that back at once."""
    visit.close_choices()
    story = _story(visit, args)
    if story is None or not visit.work.stories.decide(story.id, StoryState.APPROVED, UNDECIDED, visit.now):
        too_late(visit, story)
        return
    note(visit, "story-approved", story)
    if story.author is not None and story.author != visit.person.id:
        visit.tell(story.author, text(f"moderating-author-{_outlet(story)}", title=story.title))
    undo = Offer(text("moderating-undo"), "story-undo", (story.id,))
    visit.say(text("moderating-approved", title=story.title, scope=text(f"stories-seen-{story.scope}")), undo)
    _still_waiting(visit)


def _outlet(story: Story) -> str:
    return "read" if story.scope is Scope.TEAM else "approved"


def undo(visit: Visit, args: tuple[str, ...]) -> None:
    """Take a release back: the story waits again and nobody sees it meanwhile."""
    visit.close_choices()
    story = _story(visit, args)
    if story is None or not visit.work.stories.decide(
        story.id, StoryState.SUBMITTED, (StoryState.APPROVED,), visit.now
    ):
        too_late(visit, story)
        return
    note(visit, "story-undone", story)
    if story.author is not None and story.author != visit.person.id:
        visit.tell(story.author, text("moderating-author-undone", title=story.title))
    visit.say(text("moderating-undone", title=story.title), *decisions(story))


@dataclass(frozen=True, slots=True)
class Declined:
    """A decision against a story, with the reason its author is told."""

    story: int
    reason: str


def begin_decline(visit: Visit, args: tuple[str, ...]) -> None:
    """Not to be published: the author deserves a reason."""
    visit.close_choices()
    story = _story(visit, args)
    if story is None or story.state not in UNDECIDED:
        too_late(visit, story)
    else:
        visit.begin(DECLINING, str(story.id))


async def declining(talk: Talk, story: Story | None) -> Declined | None:
    """The reason; cancelling leaves everything as it is."""
    if story is None:
        await talk.say(text("moderating-gone"))
        return None
    question = text("moderating-reason", title=story.title)
    reason = await talk.ask(Question("reason", question, read=some_words, help=text("moderating-reason-help")))
    return Declined(story.id, reason)


def decline(visit: Visit, declined: Declined) -> None:
    """Tell the author why, and what they can do."""
    story = visit.work.stories.get(declined.story)
    if story is None or not visit.work.stories.decide(story.id, StoryState.DECLINED, UNDECIDED, visit.now):
        too_late(visit, story)
        return
    note(visit, "story-declined", story)
    arrived = story.author is not None and visit.tell(
        story.author,
        text("moderating-author-declined", title=story.title, reason=declined.reason),
        Offer(text("moderating-author-change"), "story-change", (story.id,)),
        Offer(text("moderating-author-ask"), letters.ANSWER, (story.id, visit.person.id)),
        Offer(text("moderating-author-delete"), "story-delete", (story.id,)),
    )
    visit.say(text("moderating-declined" if arrived else "moderating-declined-unreachable", title=story.title))
    _still_waiting(visit)


def too_late(visit: Visit, story: Story | None) -> None:
    """Somebody else was faster, or the author took the story back."""
    if story is None or not story.title:
        visit.say(text("moderating-gone"))
        return
    state = text(f"shelf-state-{story.state}")
    visit.say(
        text("moderating-faster", title=story.title, state=state), run(text("moderating-queue-open"), "warteschlange")
    )


def note(visit: Visit, what: str, story: Story) -> None:
    """One line in the audit table."""
    visit.work.organisation.note(visit.person.id, what, f"story:{story.id}", visit.now)


def _story(visit: Visit, args: tuple[str, ...]) -> Story | None:
    return visit.work.stories.get(int(args[0]))


ROUTES: tuple[Route, ...] = (
    Command({"de": ("warteschlange",), "en": ("queue",)}, queue, text("moderating-what"), Role.MODERATOR),
    Pressed("story-queue", show_waiting, Role.MODERATOR),
    Pressed("story-approve", approve, Role.MODERATOR),
    Pressed("story-undo", undo, Role.MODERATOR),
    Pressed(DECLINING, begin_decline, Role.MODERATOR),
    Dialogue(DECLINING, text("moderating-decline-title"), declining, subject_of, decline, role=Role.MODERATOR),
)
