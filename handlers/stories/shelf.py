"""The shelf of stories: approved ones to browse, one's own with their state, and taking one back."""

from __future__ import annotations

from collections.abc import Callable

from bot.core.post import Offer
from bot.core.routing import Command, Pressed, Route
from bot.core.talking.drafts import drop
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.people.consent import Purpose
from bot.domain.people.person import Role
from bot.domain.story import Scope, Story, StoryDraft, StoryState
from handlers.phrases import page_turns, run
from handlers.stories.letters import ANSWER
from handlers.stories.presenting import APPROVE, ASK, RESTORE, offer
from handlers.stories.refusing import HIDE
from handlers.stories.storycard import card, pictures_of, teller, told_by
from handlers.stories.telling import CHANGING
from handlers.team.members.card import way_to

PAGE = 5
"""So many titles are offered at once."""

LEADING = ("story-read", "story-own", "story-change", "story-undo", "story-flag", APPROVE, ASK, RESTORE, HIDE)
"""Choices that are offered only beside a story's words."""

OPEN_STATES = (StoryState.SUBMITTED, StoryState.ASKED, StoryState.APPROVED, StoryState.DECLINED)


def visible_scopes(visit: Visit) -> tuple[Scope, ...]:
    """Everybody sees the public ones; members and the team also those for the alliance."""
    inside = visit.member is not None or visit.person.may(Role.EDITOR)
    return (Scope.PUBLIC, Scope.ALLIANCE) if inside else (Scope.PUBLIC,)


def is_shown(visit: Visit, story: Story) -> bool:
    """Whether this person finds it on the shelf."""
    return story.state is StoryState.APPROVED and story.scope in visible_scopes(visit)


# -- browsing --------------------------------------------------------------------------------------------------------


def browse(visit: Visit, _rest: str) -> None:
    """The command: the newest stories."""
    _page(visit, 0)


def turn_page(visit: Visit, args: tuple[str, ...]) -> None:
    """Another page of titles."""
    _page(visit, int(args[0]))


def _page(visit: Visit, at: int) -> None:
    scopes = visible_scopes(visit)
    count = visit.work.stories.count_approved(scopes)
    page = visit.work.stories.approved(scopes, at, PAGE)
    tell = run(text("shelf-tell"), "geschichte")
    own = (run(text("shelf-own"), "meinegeschichten"),) if told_by_them(visit) else ()
    if not page:
        visit.say(text("shelf-none"), tell, *own)
        return
    titles = [Offer(text("plain-words", words=story.title), "story-read", (story.id, at)) for story in page]
    turns = page_turns("story-page", at, PAGE, count, (text("shelf-newer"), text("shelf-older")))
    shown = text("shelf-page", count=count, first=at + 1, last=at + len(page))
    visit.say(shown, *titles, *turns, *own, tell)


def read(visit: Visit, args: tuple[str, ...]) -> None:
    """One story, if it is (still) there for this person."""
    story = visit.work.stories.get(int(args[0]))
    back = Offer(text("shelf-back"), "story-page", (args[1],))
    if story is None or not is_shown(visit, story):
        visit.say(text("shelf-gone"), back)
        return
    copy = Offer(text("shelf-copy"), "pledge-goal", (story.goal,))
    shown = card(visit.alliance, visit.language, story)
    ways = (copy, back, _objection(visit, story), *way_to(visit, visit.person, story.author))
    visit.say(shown, *ways, files=pictures_of(story), about=told_by(story))


def _objection(visit: Visit, story: Story) -> Offer:
    """Who looks after stories can hide it; everybody else can tell the team what is wrong with it."""
    if visit.person.may(Role.MODERATOR):
        return offer(HIDE, "shelf-hide", story)
    return Offer(text("shelf-flag"), "story-flag", (story.id,))


# -- one's own -------------------------------------------------------------------------------------------------------


def own(visit: Visit, _rest: str) -> None:
    """The command: what I have told, and where it stands."""
    stories = told_by_them(visit)
    if not stories:
        visit.say(text("shelf-none-own"), run(text("shelf-tell"), "geschichte"))
        return
    titles = [
        Offer(
            text("shelf-own-title", title=story.title, state=text(f"shelf-state-{story.state}")),
            "story-own",
            (story.id,),
        )
        for story in stories
    ]
    visit.say(text("shelf-own-list", count=len(stories)), *titles, run(text("shelf-tell-another"), "geschichte"))


def told_by_them(visit: Visit) -> list[Story]:
    """What the person has told, without what they have deleted."""
    return [story for story in visit.work.stories.by_author(visit.person.id) if story.title]


def _for_author(act: Callable[[Visit, Story], None]) -> Callable[[Visit, tuple[str, ...]], None]:
    """Only the author may do this, and only while the story is there."""

    def handler(visit: Visit, args: tuple[str, ...]) -> None:
        story = visit.work.stories.get(int(args[0]))
        if story is None or story.author != visit.person.id or not story.title:
            visit.say(text("stories-not-there"))
        else:
            act(visit, story)

    return handler


def show_own(visit: Visit, story: Story) -> None:
    """One of my stories, with what I can do about it."""
    withdraw = (Offer(text("shelf-withdraw"), "story-withdraw", (story.id,)),) if story.state in OPEN_STATES else ()
    written_to = story.state in {StoryState.ASKED, StoryState.DECLINED}  # whoever put the answer off finds it here
    answer = (Offer(text("letters-answer"), ANSWER, (story.id, 0)),) if written_to else ()
    visit.say(
        text(
            "shelf-own-story",
            card=card(visit.alliance, visit.language, story),
            state=text(f"shelf-state-{story.state}"),
            scope=text(f"stories-seen-{story.scope}"),
        ),
        *answer,
        Offer(text("shelf-change"), "story-change", (story.id,)),
        *withdraw,
        Offer(text("shelf-delete"), "story-delete", (story.id,)),
        files=pictures_of(story),
    )


def ask_withdraw(visit: Visit, story: Story) -> None:
    """What taking it back means, before it happens."""
    visit.confirm(
        text("shelf-withdraw-sure", title=story.title),
        Offer(text("shelf-withdraw-yes"), "story-withdrawn", (story.id,)),
        Offer(text("shelf-keep"), "story-own", (story.id,)),
    )


def withdraw(visit: Visit, story: Story) -> None:
    """Taken back: nobody but the author sees it any more. It can be changed and sent again."""
    take_back(visit, story)
    visit.say(text("shelf-withdrawn", title=story.title), run(text("shelf-own"), "meinegeschichten"))


def ask_delete(visit: Visit, story: Story) -> None:
    """What deleting means, before it happens."""
    visit.confirm(
        text("shelf-delete-sure", title=story.title),
        Offer(text("shelf-delete-yes"), "story-deleted", (story.id,)),
        Offer(text("shelf-keep"), "story-own", (story.id,)),
    )


def delete(visit: Visit, story: Story) -> None:
    """Words and picture are erased, also in what was sent; an empty row stays, so that old buttons find nothing."""
    _unsay(visit, story)
    drop(visit, CHANGING, str(story.id))
    empty = StoryDraft("", "", "", story.goal, 0, Scope.TEAM)
    visit.work.stories.replace(story.id, empty, *teller(None), visit.now)
    if story.picture:
        visit.work.files.remove(story.picture)
    take_back(visit, story)
    visit.say(text("shelf-deleted"))


def _unsay(visit: Visit, story: Story) -> None:
    """Its words are emptied in what was sent, and every message from which a choice leads to it. Earlier versions are
    not known any more: where no choice gives them away they go after their 30 days.
    """
    words = [text("plain-words", words=one) for one in (story.title, story.what, story.tip) if one]
    choices = [f"{action}:{story.id}" for action in LEADING]
    visit.work.ledger.unsay(visit.person.id, [visit.texts.render(one, visit.language) for one in words], choices)


def take_back(visit: Visit, story: Story) -> None:
    """Nobody sees it any more, and the consents to show it end."""
    visit.work.stories.decide(story.id, StoryState.WITHDRAWN, OPEN_STATES, visit.now)
    for purpose in (Purpose.STORY_ALLIANCE, Purpose.STORY_PUBLIC):
        visit.work.consents.withdraw(visit.person.id, purpose, visit.now, str(story.id))


ROUTES: tuple[Route, ...] = (
    Command({"de": ("geschichten",), "en": ("stories",)}, browse, text("shelf-what")),
    Command(
        {"de": ("meinegeschichten",), "en": ("mystories",)},
        own,
        text("shelf-own-what"),
    ),
    Pressed("story-page", turn_page),
    Pressed("story-read", read),
    Pressed("story-own", _for_author(show_own)),
    Pressed("story-withdraw", _for_author(ask_withdraw)),
    Pressed("story-withdrawn", _for_author(withdraw), sure=True),
    Pressed("story-delete", _for_author(ask_delete)),
    Pressed("story-deleted", _for_author(delete), sure=True),
)
