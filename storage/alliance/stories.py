"""Stories and their states."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, insert, select, update

from bot.domain.story import Scope, Story, StoryDraft, StoryState
from storage.tables import files, persons, stories

if TYPE_CHECKING:
    from sqlalchemy import Select

    from storage.engine.session import Session


class Stories:
    """`Stories` of bot.domain.story."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, draft: StoryDraft, author: int, credit: str, kind: str, municipality: str, now: datetime) -> Story:
        told = {"author": author, **_teller(credit, kind, municipality)}
        new = insert(stories).values(**told, **_columns(draft, now)).returning(stories)
        return _story(self._session.run(new).one())

    def get(self, story: int) -> Story | None:
        row = self._session.run(select(stories).where(stories.c.id == story)).one_or_none()
        return None if row is None else _story(row)

    def replace(self, story: int, draft: StoryDraft, credit: str, kind: str, municipality: str, now: datetime) -> None:
        changed = {**_teller(credit, kind, municipality), **_columns(draft, now)}
        again = {"decided_at": None, "revision": stories.c.revision + 1}
        self._session.run(update(stories).where(stories.c.id == story).values(changed | again))

    def decide(self, story: int, state: StoryState, expected: Sequence[StoryState], now: datetime) -> bool:
        moved = self._session.run(
            update(stories)
            .where(stories.c.id == story, stories.c.state.in_([one.value for one in expected]))
            .values(state=state.value, decided_at=now)
        )
        return moved.rowcount > 0

    def waiting(self, limit: int = 50) -> Sequence[Story]:
        submitted = select(stories).where(stories.c.state == StoryState.SUBMITTED.value)
        return self._all(submitted.order_by(stories.c.submitted_at, stories.c.id).limit(limit))

    def approved(self, scope: Sequence[Scope], offset: int = 0, limit: int = 20) -> Sequence[Story]:
        newest = (stories.c.decided_at.desc(), stories.c.id.desc())
        return self._all(select(stories).where(*_visible(scope)).order_by(*newest).offset(offset).limit(limit))

    def count_approved(self, scope: Sequence[Scope]) -> int:
        return int(self._session.scalar(select(func.count()).select_from(stories).where(*_visible(scope))))

    def by_author(self, author: int) -> Sequence[Story]:
        return self._all(select(stories).where(stories.c.author == author).order_by(stories.c.id))

    def set_scope(self, story: int, scope: Scope) -> None:
        self._session.run(update(stories).where(stories.c.id == story).values(scope=scope.value))

    def set_teller(self, member: int, credit: str, kind: str, municipality: str) -> None:
        self._session.flush()
        theirs = stories.c.author.in_(select(persons.c.id).where(persons.c.member == member))
        shown = case((stories.c.credit != "", credit), else_="")
        self._session.run(update(stories).where(theirs).values(_teller(shown, kind, municipality)))

    def anonymise(self, author: int) -> None:
        shown = (stories.c.author == author, stories.c.state == StoryState.APPROVED.value)
        pictures = select(stories.c.picture).where(*shown, stories.c.picture != 0)
        self._session.run(update(files).where(files.c.id.in_(pictures)).values(owner=None))
        self._session.run(update(stories).where(*shown).values(author=None, **_teller("", "", "")))

    def _all(self, query: Select[Any]) -> list[Story]:
        return [_story(row) for row in self._session.run(query)]


def _visible(scope: Sequence[Scope]) -> tuple[Any, ...]:
    return (
        stories.c.state == StoryState.APPROVED.value,
        stories.c.scope.in_([one.value for one in scope]),
    )


def _columns(draft: StoryDraft, now: datetime) -> dict[str, Any]:
    return {
        "title": draft.title,
        "what": draft.what,
        "tip": draft.tip,
        "goal": draft.goal,
        "picture": draft.picture,
        "scope": draft.scope.value,
        "state": StoryState.SUBMITTED.value,
        "submitted_at": now,
    }


def _teller(credit: Any, kind: str, municipality: str) -> dict[str, Any]:
    return {"credit": credit, "kind": kind, "municipality": municipality}


def _story(row: Any) -> Story:
    return Story(
        id=row.id,
        author=row.author,
        title=row.title,
        what=row.what,
        tip=row.tip,
        goal=row.goal,
        picture=row.picture,
        scope=Scope(row.scope),
        state=StoryState(row.state),
        credit=row.credit,
        kind=row.kind,
        municipality=row.municipality,
        submitted_at=row.submitted_at,
        decided_at=row.decided_at,
        revision=row.revision,
    )
