"""Many people who join at once and do not give up: they answer when asked, and ask again when nobody answers."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.fakeapi.client import FakeApi
from tests.live.matrix.matrix_person import MatrixPerson

ANSWERS = (
    ("Ihre Daten, kurz gesagt", "Einverstanden, weiter"),
    ("Für wen machen Sie mit?", "Für mich selbst"),
    ("Wie dürfen wir Sie nennen?", "{name}"),
    ("In welcher Stadt oder Gemeinde", "Steinen"),
    ("Es unterzeichnet:", "Ja, ich unterzeichne"),
    ("in der Liste der Mitglieder zeigen?", "Nein, nur mitzählen"),
    ("Möchten Sie Nachrichten des Bündnisses", "Nein, danke"),
    ("Stimmt alles so?", "Ja, beitreten"),
    ("Möchten Sie weitermachen?", "Weitermachen"),
    ("Noch offen: Mitmachen", "Weitermachen"),
    ("vielleicht nicht bei Ihnen angekommen", "Noch einmal zeigen"),
)
DONE = ("willkommen im Bündnis", "schon dabei", "bereits Mitglied")
PATIENCE = 5.0


@dataclass
class Joiner:
    """One person's head: what to say to the newest message, or after waiting in vain.

    The same question seen again while an answer may still be under way is not answered twice, but after some silence.
    """

    name: str
    done: bool = False
    asked_at: float = field(default_factory=time.monotonic)
    answered: str = ""
    again: bool = False
    story: list[str] = field(default_factory=list)
    """What was heard and said, for whoever wants to know why somebody was never welcomed."""

    def hears(self, words: str) -> str:
        """The answer; "" when there is nothing to say."""
        answer = self._hears(words)
        self._remember("hears", words)
        self._remember("says", answer)
        return answer

    def waits(self) -> str:
        """What to say when no message has come for a while."""
        words = self._waits()
        self._remember("waits and says", words)
        return words

    def begins(self) -> str:
        self.asked_at = time.monotonic()
        self._remember("begins", "/mitmachen")
        return "/mitmachen"

    def _hears(self, words: str) -> str:
        self.asked_at = time.monotonic()
        if any(mark in words for mark in DONE):
            self.done = True
            return ""
        at, mark = max((words.rfind(mark), mark) for mark, _ in ANSWERS)
        if at < 0:
            return ""
        self.again = mark == self.answered
        return "" if self.again else self._answer(mark)

    def _waits(self) -> str:
        if self.done or time.monotonic() - self.asked_at < PATIENCE:
            return ""
        self.asked_at = time.monotonic()
        if self.again:
            self.again = False
            return self._answer(self.answered)
        return "hilfe" if self.answered else "/mitmachen"

    def _remember(self, what: str, words: str) -> None:
        if words:
            self.story.append(f"{time.strftime('%H:%M:%S')} {what} {words[:70]!r}")

    def _answer(self, mark: str) -> str:
        self.answered = mark
        return dict(ANSWERS)[mark].format(name=self.name)


async def join_on_telegram(api: FakeApi, joiners: Sequence[Joiner], seconds: float) -> None:
    """All of them at once, through the fake Bot API's control interface, chats numbered from 10,000."""
    chats = {10_000 + number: joiner for number, joiner in enumerate(joiners)}
    looked_at = dict.fromkeys(chats, 0)
    say = [(chat, joiner.begins()) for chat, joiner in chats.items()]
    until = time.monotonic() + seconds
    while time.monotonic() < until and not all(joiner.done for joiner in joiners):
        if say:
            messages = [{"chat": chat, "text": words, "language": "de"} for chat, words in say]
            await asyncio.to_thread(api.control, "many", messages=messages)
        await asyncio.sleep(0.1)
        say = []
        counts = (await asyncio.to_thread(api.counts))["chats"]
        for chat, joiner in chats.items():
            words = ""
            if (now := counts.get(str(chat), 0)) > looked_at[chat]:
                sent = await asyncio.to_thread(api.control, "sent", chat=chat)
                answers = [joiner.hears(str(one.get("text", ""))) for one in sent[looked_at[chat] : now]]
                looked_at[chat] = now
                words = "" if joiner.done else next(filter(None, reversed(answers)), "")
            else:
                words = joiner.waits()
            if words:
                say.append((chat, words))


async def join_on_matrix(person: MatrixPerson, bot: str, joiner: Joiner, seconds: float) -> str:
    """One of them, with a real client on the real homeserver; the room's id."""
    room = await person.opens(bot)
    until = time.monotonic() + seconds
    while bot not in await person.members(room):
        assert time.monotonic() < until, f"{joiner.name} waits for the bot in vain"
        await asyncio.sleep(0.5)
    await person.types(room, joiner.begins())
    while time.monotonic() < until and not joiner.done:
        try:
            words = joiner.hears(await person.hears(room, patience=1.0))
        except TimeoutError:
            words = joiner.waits()
        if words:
            await person.types(room, words)
    return room
