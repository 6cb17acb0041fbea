"""Telling a story of success: the dialogue, its preview, who may see it, and how an author changes it later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.core.dialogue import Change, Option, Question, Talk
from bot.core.routing import Command, Dialogue, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.alliance import Alliance
from bot.domain.people.consent import Purpose
from bot.domain.people.member import digest
from bot.domain.people.names import tidy, tidy_lines
from bot.domain.story import TIP_MAX, TITLE_MAX, WAITING_MAX, WHAT_MAX, Scope, Story, StoryDraft, StoryState
from handlers.answers import words_up_to
from handlers.notice import NoticeFacts, informed, notice_facts
from handlers.phrases import goal_names, plain, run
from handlers.stories import presenting
from handlers.stories.storycard import as_draft, by_line, draft_card, pictures_of, teller
from handlers.team.members.resting import declined

STORY, CHANGING = "story", "story-change"
CONSENTS = {Purpose.STORY_ALLIANCE: "stories-consent-alliance", Purpose.STORY_PUBLIC: "stories-consent-public"}


@dataclass(frozen=True, slots=True)
class StoryFacts:
    """What the dialogues must know. `story` is the one to change, None for a new one."""

    notice: NoticeFacts
    alliance: Alliance
    language: str
    by: Text
    story: Story | None


def _facts(visit: Visit) -> StoryFacts:
    credit, _, municipality = teller(visit.member)
    by = by_line(visit.alliance, credit, municipality)
    return StoryFacts(notice_facts(visit), visit.alliance, visit.language, by, _own_story(visit))


def _own_story(visit: Visit) -> Story | None:
    subject = visit.journal.subject if visit.journal else ""
    story = visit.work.stories.get(int(subject)) if subject.isdecimal() else None
    return story if story is not None and story.title and story.author == visit.person.id else None


# -- questions -------------------------------------------------------------------------------------------------------


def _words(part: str, read: Callable[[str], str]) -> Question[str]:
    return Question(part, text(f"stories-{part}"), read=read, help=text(f"stories-{part}-help"))


TITLE = _words("title", words_up_to(TITLE_MAX, tidy, long="stories-title-long"))
WHAT = _words("what", words_up_to(WHAT_MAX, tidy_lines))
TIP = _words("tip", words_up_to(TIP_MAX, tidy_lines))
PICTURE = Question(
    "picture",
    text("stories-picture"),
    (Option("none", text("stories-no-picture"), 0, leaves_out=True),),
    picture=lambda file: file,
    help=text("stories-picture-help"),
)
SCOPE = Question(
    "scope",
    text("stories-scope", alliance=text("stories-consent-alliance"), public=text("stories-consent-public")),
    (
        Option("alliance", text("stories-scope-alliance"), Scope.ALLIANCE),
        Option("public", text("stories-scope-public"), Scope.PUBLIC),
        Option("team", text("stories-scope-team"), Scope.TEAM),
    ),
    help=text("stories-scope-help"),
)
YES = (text("plain-yes"),)
"""What may be typed for "Absenden", too: the preview reads like a question."""
PARTS = ("title", "what", "tip", "goal", "picture", "scope")
CHANGES = tuple(Change(part, text(f"stories-part-{part}")) for part in PARTS)


def _goal(facts: StoryFacts) -> Question[str]:
    options = tuple(
        Option(goal.id, plain(goal.name, facts.language), goal.id, goal_names(facts.alliance, goal.id))
        for goal in facts.alliance.goals
    )
    return Question("goal", text("stories-goal"), options, help=text("stories-goal-help"))


def _preview(facts: StoryFacts, draft: StoryDraft) -> Text:
    return text(
        "stories-preview",
        card=draft_card(facts.alliance, facts.language, draft, facts.by),
        picture="yes" if draft.picture else "no",
        scope=text(f"stories-seen-{draft.scope}"),
        first="no" if draft.scope is Scope.TEAM else "yes",
    )


# -- dialogues -------------------------------------------------------------------------------------------------------


async def telling(talk: Talk, facts: StoryFacts) -> StoryDraft | None:
    """From a title to a story that is sent to the team."""
    if not await informed(talk, facts.notice):
        return None
    title = await talk.ask(TITLE)
    what = await talk.ask(WHAT)
    tip = await talk.ask(TIP)
    goal = await talk.ask(_goal(facts))
    picture = await talk.ask(PICTURE)
    scope = await talk.ask(SCOPE)
    draft = StoryDraft(title, what, tip, goal, picture, scope)
    send = Option("send", text("stories-send"), value=True, also=YES)
    await talk.ask(
        Question(
            "send",
            _preview(facts, draft),
            (send,),
            changes=CHANGES,
            files=pictures_of(draft),
            help=text("stories-send-help"),
        )
    )
    return draft


@dataclass(frozen=True, slots=True)
class Changed:
    """A story as its author wants it to be now."""

    story: int
    draft: StoryDraft


async def changing(talk: Talk, facts: StoryFacts) -> Changed | None:
    """The author picks what to change, as often as they like, then sends it again."""
    if facts.story is None:
        await talk.say(text("stories-not-there"))
        return None
    draft = as_draft(facts.story)
    options = (Option("send", text("stories-send"), "send", YES), *(Option(c.key, c.label, c.key) for c in CHANGES))
    while True:
        part = await talk.ask(Question("part", _preview(facts, draft), options, files=pictures_of(draft)))
        if part == "send":
            return Changed(facts.story.id, draft)
        draft = await _change(part, talk, facts, draft)


async def _change(part: str, talk: Talk, facts: StoryFacts, draft: StoryDraft) -> StoryDraft:
    """The draft with one part asked anew."""
    match part:
        case "title":
            return replace(draft, title=await talk.ask(TITLE))
        case "what":
            return replace(draft, what=await talk.ask(WHAT))
        case "tip":
            return replace(draft, tip=await talk.ask(TIP))
        case "goal":
            return replace(draft, goal=await talk.ask(_goal(facts)))
        case "picture":
            return replace(draft, picture=await talk.ask(PICTURE))
        case _:
            return replace(draft, scope=await talk.ask(SCOPE))


# -- what happens then -----------------------------------------------------------------------------------------------


def tell(visit: Visit, _rest: str) -> None:
    """The command. Whoever already has several stories waiting is asked for patience."""
    if declined(visit):
        return
    waiting = [s for s in visit.work.stories.by_author(visit.person.id) if s.state is StoryState.SUBMITTED]
    if len(waiting) >= WAITING_MAX:
        visit.say(text("stories-enough-waiting", count=len(waiting)), run(text("shelf-own"), "meinegeschichten"))
    else:
        visit.begin(STORY)


def submit(visit: Visit, draft: StoryDraft) -> None:
    """Keep the story and show it to the organisers."""
    story = visit.work.stories.add(draft, visit.person.id, *teller(visit.member), visit.now)
    _consent(visit, story.id, draft.scope)
    presenting.present(visit, story)
    visit.say(text("stories-sent"), run(text("shelf-own"), "meinegeschichten"))


def resubmit(visit: Visit, changed: Changed) -> None:
    """The changed story replaces the old one and waits for the organisers again."""
    visit.work.stories.replace(changed.story, changed.draft, *teller(visit.member), visit.now)
    _consent(visit, changed.story, changed.draft.scope)
    story = visit.work.stories.get(changed.story)
    if story is not None:
        presenting.present(visit, story)
    visit.say(text("stories-sent-again"), run(text("shelf-own"), "meinegeschichten"))


def _consent(visit: Visit, story: int, scope: Scope) -> None:
    """Record who may see it: each circle is a consent of its own, and one not given any more is closed."""
    given = {
        Purpose.STORY_ALLIANCE: scope in {Scope.ALLIANCE, Scope.PUBLIC},
        Purpose.STORY_PUBLIC: scope is Scope.PUBLIC,
    }
    for purpose, yes in given.items():
        if not yes:
            visit.work.consents.withdraw(visit.person.id, purpose, visit.now, str(story))
            continue
        visit.work.consents.give(
            visit.person.id,
            purpose,
            subject=str(story),
            version=visit.alliance.notice.version,
            text_hash=digest(visit.texts.render(text(CONSENTS[purpose]), visit.language)),
            network=visit.contact.network,
            now=visit.now,
        )


def begin_change(visit: Visit, args: tuple[str, ...]) -> None:
    """The author wants to change a story of theirs."""
    if declined(visit):
        return
    visit.close_choices()
    visit.begin(CHANGING, args[0])


ROUTES: tuple[Route, ...] = (
    Command({"de": ("geschichte",), "en": ("story",)}, tell, text("stories-what-it-does")),
    Dialogue(STORY, text("stories-dialogue"), telling, _facts, submit, declined=declined),
    Dialogue(CHANGING, text("stories-dialogue-change"), changing, _facts, resubmit, declined=declined),
    Pressed(CHANGING, begin_change),
)
