"""How a story looks wherever it is shown in a chat: to its author, to organisers and to readers, always the same."""

from __future__ import annotations

from bot.core.messages import FileRef
from bot.core.words.texts import Text, text
from bot.domain.alliance import Alliance
from bot.domain.people.member import Member
from bot.domain.story import Story, StoryDraft
from handlers.phrases import place_name, plain

PICTURE_NAME, PICTURE_MIME = "bild.jpg", "image/jpeg"
"""Every picture is kept as a JPEG (see bot.core.media.pictures)."""


def goal_name(alliance: Alliance, goal: str, language: str) -> Text:
    """The goal's name; its id for a goal that the profile does not have any more."""
    known = next((one for one in alliance.goals if one.id == goal), None)
    return text("plain-words", words=goal) if known is None else plain(known.name, language)


def teller(member: Member | None) -> tuple[str, str, str]:
    """Who tells a story: the name shown with it, only of members who agreed to be named; their kind; their place."""
    if member is None:
        return "", "", ""
    return member.name if member.listed else "", member.kind, member.municipality


def by_line(alliance: Alliance, credit: str, municipality: str) -> Text:
    """Who tells it: name and place, or nobody in particular."""
    if not credit:
        return text("stories-by-nobody")
    if alliance.municipality(municipality) is None:
        return text("stories-by", name=credit)
    return text("stories-by-from", name=credit, place=place_name(alliance, municipality))


def draft_card(alliance: Alliance, language: str, draft: StoryDraft, by: Text) -> Text:
    """The story as it will be published."""
    goal = goal_name(alliance, draft.goal, language)
    return text("stories-card", title=draft.title, what=draft.what, tip=draft.tip, goal=goal, by=by)


def card(alliance: Alliance, language: str, story: Story) -> Text:
    """The story as it is published."""
    return draft_card(alliance, language, as_draft(story), by_line(alliance, story.credit, story.municipality))


def as_draft(story: Story) -> StoryDraft:
    """What its author told, to be changed."""
    return StoryDraft(story.title, story.what, story.tip, story.goal, story.picture, story.scope)


def told_by(story: Story) -> int:
    """Whose words it is, for messages that quote it to somebody else; 0 once it stands without an author."""
    return story.author or 0


def pictures_of(story: Story | StoryDraft) -> tuple[FileRef, ...]:
    """The story's picture, if there is one, to be sent along."""
    return (FileRef(story.picture, PICTURE_NAME, PICTURE_MIME),) if story.picture else ()
