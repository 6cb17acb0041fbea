"""Leads a person through a dialogue: asks, understands, goes back, changes, parks and offers again."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.core.dialogue import OPTION, PICTURE, TYPED, Turn, answered, go_on, replay, stepped_back, without
from bot.core.errors import Refusal
from bot.core.messages import FileRef
from bot.core.ports import Journal, Mode
from bot.core.post import Offer
from bot.core.talking.asking import HOME, RESUME, Standing, ask, explained, leave, mark, settle, where_taken, would_take
from bot.core.talking.drafts import DRAFT_DAYS, taken_up, titles, unparked, worth_keeping
from bot.core.talking.wording import Way
from bot.core.words.texts import Text, text

if TYPE_CHECKING:
    from bot.core.routing import Dialogue, Routes
    from bot.core.talking.understanding import Understanding
    from bot.core.talking.visit import Visit


class Guide:
    """One per process. Everything it knows about a conversation is in the visit and its journal."""

    def __init__(self, routes: Routes, understanding: Understanding) -> None:
        self._routes = routes
        self._understanding = understanding

    # -- beginning and ending ----------------------------------------------------------------------------------------

    def begin(self, visit: Visit, fresh: Journal, typed: tuple[str, str] | None = None) -> None:
        """Start a dialogue with this journal, or offer the draft of it that exists; another one under way is parked.
        `typed` (a question's key, words) has just been said, and goes into the draft.
        """
        name, subject = fresh.dialogue, fresh.subject
        dialogue = self._routes.dialogues[name]
        current = visit.journal
        if current is not None and (current.dialogue != name or current.subject != subject):
            self.park(visit, current)
        draft = (visit.journal or taken_up(visit, dialogue, subject)) if dialogue.draft else None
        if typed is not None:
            key, words = typed
            begun = draft or fresh
            entries = answered(begun.entries, key, TYPED + words)
            self._proceed(visit, dialogue, replace(begun, entries=entries, mode=Mode.ASKING, undo=None))
        elif draft is not None and worth_keeping(self._routes, draft):
            self._offer(visit, dialogue, draft)
        else:
            self._proceed(visit, dialogue, replace(fresh, turn=draft.turn if draft is not None else ""))

    def park(self, visit: Visit, journal: Journal, *offers: Offer) -> None:
        """Put a dialogue aside, and say so: kept as a draft if it has answers worth keeping, else closed."""
        dialogue = self._routes.dialogues.get(journal.dialogue)
        if dialogue is not None and worth_keeping(self._routes, journal):
            leave(visit, journal)
            visit.journal = None
            visit.work.journals.park(visit.contact.id)
            visit.say(text("dialogue-parked", title=dialogue.title, days=DRAFT_DAYS), *offers)
        else:
            self._close(visit)
            visit.say(text("dialogue-closed") if dialogue is None else text("dialogue-dropped", title=dialogue.title))

    def set_aside(self, visit: Visit) -> None:
        """Park the open dialogue, if there is one: what is said next has nothing to do with it."""
        if visit.journal is not None:
            self.park(visit, visit.journal, Offer(text("dialogue-continue"), RESUME))

    def resume(self, visit: Visit) -> bool:
        """Go on with the open dialogue, else with the newest draft; False if there is neither."""
        if visit.journal is not None:
            if (standing := self._standing(visit)) is not None:
                self._go_on(visit, standing.journal)
            return True
        for draft in visit.work.journals.parked(visit.contact.id):
            if draft.dialogue in self._routes.dialogues:
                self._go_on(visit, unparked(visit, draft))
                return True
        return False

    def drafts(self, visit: Visit) -> list[Text]:
        """The titles of what the person has begun, open or parked."""
        return titles(self._routes, visit)

    def _close(self, visit: Visit) -> None:
        leave(visit, visit.journal)
        visit.work.journals.close(visit.contact.id)
        visit.journal = None

    # -- answering ---------------------------------------------------------------------------------------------------

    def hear(self, visit: Visit, typed: str, way: Way | None) -> bool:
        """Typed words while a dialogue is open. False: they belong to a message newer than the question."""
        if (standing := self._standing(visit)) is None:
            return True
        if way is None and self._understanding.is_label_of_newer(visit, standing, typed):
            return False
        if self._understanding.heard_elsewhere(visit, standing, way):
            return True
        if way is None and standing.journal.mode is not Mode.OFFERED and standing.rests(visit.now):
            self._offer(visit, standing.dialogue, standing.journal)
        elif way is None and self._changed(visit, standing):
            pass  # said and asked anew
        elif way is None and self._understanding.is_for_newer(visit, standing, typed):
            return False
        else:
            raw = self._understanding.raw(visit, standing, typed)
            if way is not None and raw[:1] != OPTION:  # a choice of that very name wins
                self._go(visit, standing, way)
            elif self._understanding.says_again(visit, standing, raw):
                self._again(visit, standing, text("dialogue-said-before"))
            else:
                self._take(visit, standing, raw)
        return True

    def press(self, visit: Visit, turn: str, option: str) -> None:
        """A tapped choice of a question. One of an older question changes nothing."""
        if visit.journal is None or visit.journal.turn != turn:
            visit.say(text("dialogue-closed"))
            visit.offer_unheard()
            return
        standing = self._standing(visit)
        if standing is not None and option in set(Way):
            self._go(visit, standing, Way(option))
        elif standing is not None and not self._changed(visit, standing):
            self._take(visit, standing, OPTION + option)

    def show(self, visit: Visit, file: FileRef | None, sort: str = PICTURE) -> None:
        """A picture or document arrived while a dialogue is open; None: not wanted or not usable (said already)."""
        standing = self._standing(visit)
        if standing is None or self._changed(visit, standing):
            return
        if file is not None:
            self._take(visit, where_taken(visit, standing, sort), f"{sort}{file.id}")
        else:
            ask(visit, standing, again=True)

    def wants(self, visit: Visit, sort: str) -> bool:
        """Whether the open question would take a picture, or a document. Nothing is changed, or said."""
        journal = visit.journal
        dialogue = None if journal is None else self._routes.dialogues.get(journal.dialogue)
        return journal is not None and dialogue is not None and would_take(visit, dialogue, journal, sort)

    def ask_again(self, visit: Visit) -> None:
        """Repeat the open question under whatever was said before."""
        standing = self._standing(visit)
        if standing is not None and not self._changed(visit, standing):
            ask(visit, standing, again=True)

    def _changed(self, visit: Visit, standing: Standing) -> bool:
        """Whether another question is open now than was asked (a fact has changed since): nobody answers, or signs,
        what was never shown. It is asked in full, then.
        """
        journal, turn = standing.journal, standing.turn
        if journal.mode is not Mode.ASKING or journal.turn.endswith(mark(standing.question)):
            return False
        visit.say(text("dialogue-changed-since"))
        for said in turn.says:
            visit.say(said)
        self._enter(visit, standing.dialogue, replace(journal, entries=turn.entries), turn)
        return True

    def _standing(self, visit: Visit) -> Standing | None:
        if (journal := visit.journal) is None:
            return None
        dialogue = self._routes.dialogues.get(journal.dialogue)
        if dialogue is None:
            self._close(visit)
            visit.say(text("dialogue-closed"))
        if dialogue is None or self._barred(visit, dialogue, journal):
            return None
        turn = replay(dialogue.script, dialogue.facts(visit), journal.entries)
        if turn.question is None:
            self._follow(visit, dialogue, journal, turn)
            return None
        return Standing(dialogue, journal, turn)

    def _barred(self, visit: Visit, dialogue: Dialogue[Any, Any], journal: Journal) -> bool:
        """Whether the person lacks the role it needs (by now): it is put aside, for roles come back."""
        if dialogue.role is None or visit.person.may(dialogue.role):
            return False
        visit.bar(dialogue.role)
        self.park(visit, journal)
        return True

    def _take(self, visit: Visit, standing: Standing, raw: str) -> None:
        mode, journal = standing.journal.mode, standing.journal
        if raw[:1] == OPTION and raw[1:] in set(Way):
            self._go(visit, standing, Way(raw[1:]))
        elif mode is Mode.OFFERED:
            self._offer(visit, standing.dialogue, journal)
        elif mode is Mode.CHANGING:
            self._change(visit, standing, raw[1:])
        else:
            self._answer(visit, standing, raw)

    def _answer(self, visit: Visit, standing: Standing, raw: str) -> None:
        try:
            turn = go_on(standing.turn, raw)
        except Refusal as refusal:
            self._again(visit, standing, refusal.text)
        else:
            settle(visit, standing, raw)
            visit.journal = journal = replace(standing.journal, undo=None, turn="")
            self._follow(visit, standing.dialogue, journal, turn)

    @staticmethod
    def _again(visit: Visit, standing: Standing, said: Text) -> None:
        """The question once more, under what there is to say."""
        visit.say(said)
        ask(visit, standing, again=True)

    # -- moving about ------------------------------------------------------------------------------------------------

    def _go(self, visit: Visit, standing: Standing, way: Way) -> None:
        journal = standing.journal
        match way:
            case Way.LATER if worth_keeping(self._routes, journal):
                self.park(visit, journal, Offer(text("dialogue-continue"), RESUME))
            case Way.CANCEL | Way.DISCARD | Way.LATER:
                usual = text("dialogue-discarded" if way is Way.DISCARD else "dialogue-cancelled")
                self._close(visit)
                visit.say(standing.dialogue.cancelled or usual, Offer(text("dialogue-home"), HOME))
            case Way.HELP:
                self._again(visit, standing, explained(standing))
            case Way.BACK:
                self._back(visit, standing)
            case Way.SKIP if not standing.skip:
                self._again(visit, standing, text("dialogue-cannot-skip"))
            case Way.SKIP if not self._changed(visit, standing):
                self._answer(visit, standing, OPTION + standing.skip)
            case Way.CHANGE:
                self._enter(visit, standing.dialogue, replace(journal, mode=Mode.CHANGING), standing.turn)
            case Way.CONTINUE:
                self._go_on(visit, journal)
            case Way.ANEW:
                self._proceed(visit, standing.dialogue, replace(journal, entries=(), mode=Mode.ASKING, undo=None))

    def _back(self, visit: Visit, standing: Standing) -> None:
        journal = standing.journal
        before = journal.entries if journal.mode is not Mode.ASKING else journal.undo or stepped_back(standing.turn)
        if before is not None:
            self._proceed(visit, standing.dialogue, replace(journal, entries=before, mode=Mode.ASKING, undo=None))
        else:
            self._again(visit, standing, text("dialogue-nothing-before"))

    def _change(self, visit: Visit, standing: Standing, key: str) -> None:
        if key not in {change.key for change in standing.question.changes}:
            self._again(visit, standing, text("dialogue-please-choose"))
            return
        before, journal = standing.turn.entries, replace(standing.journal, mode=Mode.ASKING)
        self._proceed(visit, standing.dialogue, replace(journal, entries=without(before, key), undo=before))

    def _go_on(self, visit: Visit, journal: Journal) -> None:
        dialogue, visit.journal = self._routes.dialogues[journal.dialogue], journal
        if not self._barred(visit, dialogue, journal):
            self._proceed(visit, dialogue, replace(journal, mode=Mode.ASKING))

    def _offer(self, visit: Visit, dialogue: Dialogue[Any, Any], journal: Journal) -> None:
        visit.journal = journal  # its subject is one of the facts
        turn = replay(dialogue.script, dialogue.facts(visit), journal.entries)
        if not dialogue.draft or turn.question is None:
            self._proceed(visit, dialogue, replace(journal, entries=(), mode=Mode.ASKING))
            return
        self._enter(visit, dialogue, replace(journal, mode=Mode.OFFERED, asked_at=journal.asked_at), turn)

    # -- asking ------------------------------------------------------------------------------------------------------

    def _proceed(self, visit: Visit, dialogue: Dialogue[Any, Any], journal: Journal) -> None:
        """Replay to the next open question and ask it, or finish."""
        visit.journal = journal  # its subject is one of the facts
        self._follow(visit, dialogue, journal, replay(dialogue.script, dialogue.facts(visit), journal.entries))

    def _follow(self, visit: Visit, dialogue: Dialogue[Any, Any], journal: Journal, turn: Turn[Any]) -> None:
        """Ask what this turn asks, or finish."""
        for said in turn.says:
            visit.say(said)
        if turn.question is None:
            self._finish(visit, dialogue, turn)
        else:
            mode = journal.mode if turn.question.changes else Mode.ASKING
            self._enter(visit, dialogue, replace(journal, entries=turn.entries, mode=mode), turn)

    def _enter(self, visit: Visit, dialogue: Dialogue[Any, Any], journal: Journal, turn: Turn[Any]) -> None:
        asked_at = journal.asked_at if journal.mode is Mode.OFFERED else visit.now
        leave(visit, journal)
        fresh = secrets.token_urlsafe(6) + mark(Standing(dialogue, journal, turn).question)
        visit.journal = journal = replace(journal, turn=fresh, asked_at=asked_at)
        visit.work.journals.save(visit.contact.id, journal)
        ask(visit, Standing(dialogue, journal, turn))

    def _finish(self, visit: Visit, dialogue: Dialogue[Any, Any], turn: Turn[Any]) -> None:
        if turn.value is not None and visit.journal is not None and dialogue.declined(visit):
            self.park(visit, visit.journal)  # as it stood before the last answer
            return
        self._close(visit)
        if turn.value is not None:
            dialogue.done(visit, turn.value)
