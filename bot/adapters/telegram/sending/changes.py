"""Changes of what was sent: other words, no more choices, or taken away whole. All of it may be done twice."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence

from telegram.error import BadRequest, TelegramError

from bot.adapters.telegram.problems import DELETED, GONE, NO_TEXT, UNCHANGED, delivery_problem, says
from bot.adapters.telegram.quiet import QuietBot
from bot.adapters.telegram.sending.calls import caption, words
from bot.adapters.telegram.translate.outgoing import Keyboard, Part, caption_of, keyboard, texts_of
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Outgoing


class Changes:
    """Edits and deletions by one bot. Raises DeliveryProblem; a lost answer is no riddle, so it means: try again."""

    def __init__(self, bot: QuietBot) -> None:
        self._bot = bot

    async def withdraw(self, chat: int, refs: Sequence[str]) -> None:
        """Delete all parts. What is gone already is gone; REFUSED if one is too old (48 hours in private)."""
        stuck = ""
        for ref in refs:
            refusal = await self._delete(chat, ref)
            if refusal is not None and says(refusal, *GONE):
                raise delivery_problem(refusal, repeatable=True)
            if refusal is not None and not says(refusal, DELETED):
                stuck = refusal.message[:200]
        if stuck:
            raise DeliveryProblem(Verdict.REFUSED, stuck)

    async def close(self, chat: int, ref: str) -> None:
        """Take the choices away from under the words."""
        await _harmless(self._bot.call("editMessageReplyMarkup", {"chat_id": chat, "message_id": int(ref)}))

    async def replace(self, chat: int, outgoing: Outgoing, had: Sequence[str]) -> tuple[list[str], list[Part]]:
        """Put new words in place of the old ones; the refs that are left, and the parts that are still to be sent,
        because the text is longer now.

        Which of the refs are words and which are files follows from how `message` lays them out.
        """
        board = keyboard(outgoing.choices)
        apart = len(had) - len(outgoing.files)  # messages of words alone
        if outgoing.files and apart <= 0:
            await self._caption(chat, had[0], outgoing, board if len(had) == 1 else None)
            return list(had), []
        placed = _words(outgoing, had)
        texts = texts_of(outgoing.text)
        for at, (ref, text) in enumerate(zip(placed, texts, strict=False), 1):
            await _harmless(self._text(chat, ref, text, board if at == len(texts) else None))
        surplus = placed[len(texts) :]
        for ref in surplus:
            await self._delete(chat, ref)  # where it is too old the reader sees a rest, which is no reason to fail
        more = texts[len(placed) :]
        parts = [Part(text, keyboard=board if at == len(more) else None) for at, text in enumerate(more, 1)]
        return [ref for ref in had if ref not in surplus], parts

    async def _delete(self, chat: int, ref: str) -> BadRequest | None:
        """Take one part away; why Telegram will not, if it says so. Weather and the rest are raised."""
        try:
            await self._bot.call("deleteMessage", {"chat_id": chat, "message_id": int(ref)})
        except BadRequest as refusal:
            return refusal
        except TelegramError as error:
            raise delivery_problem(error, repeatable=True) from None
        return None

    async def _caption(self, chat: int, ref: str, outgoing: Outgoing, board: Keyboard | None) -> None:
        wanted = caption_of(outgoing.text)
        if wanted is None:
            raise DeliveryProblem(Verdict.REFUSED, "the new words are too long to stand under the picture")
        given = {"chat_id": chat, "message_id": int(ref), "reply_markup": board, **caption(wanted)}
        await _harmless(self._bot.call("editMessageCaption", given))

    async def _text(self, chat: int, ref: str, html: str, board: Keyboard | None) -> None:
        """A picture's words are its caption; which of the two it is, Telegram knows."""
        given = {"chat_id": chat, "message_id": int(ref), "reply_markup": board}
        try:
            await self._bot.call("editMessageText", {**given, **words(html)})
        except BadRequest as error:
            if not says(error, NO_TEXT):
                raise
            await self._bot.call("editMessageCaption", {**given, **caption(html)})


def _words(outgoing: Outgoing, had: Sequence[str]) -> Sequence[str]:
    """Which of a message's refs are words."""
    files = len(outgoing.files)
    return had[files:] if outgoing.choices else had[: len(had) - files]


async def _harmless(call: Awaitable[object]) -> None:
    try:
        await call
    except TelegramError as error:
        if not says(error, UNCHANGED):
            raise delivery_problem(error, repeatable=True) from None
