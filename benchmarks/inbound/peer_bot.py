"""The same dialogue as a python-telegram-bot ConversationHandler, the way its examples and many bots are written.

One AsyncSession per update: the person is loaded, the answer stored, the reply sent and logged, all committed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

from benchmarks.inbound.peer_tables import Answer, Person, Reply

START, NOTICE, KIND, NAME, SIGNATORY, FUNCTION, PLACE, SIGN, LISTED, NEWS, SUMMARY = range(11)

NAME_HERE = "NAMEHERE"
"""Where a question names the person."""


@dataclass(frozen=True, slots=True)
class Asks:
    """A question's words and the labels of its choices."""

    words: str
    choices: tuple[str, ...] = ()


class PeerBot:
    """The conversation. `questions` are by state, in the words our own bot uses."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], questions: dict[int, Asks], places: list[str]
    ) -> None:
        self._sessions = sessions
        self._questions = questions
        self._places = places

    def handler(self) -> ConversationHandler[ContextTypes.DEFAULT_TYPE]:
        """The whole conversation as one handler."""
        taps = (NOTICE, KIND, SIGN, LISTED, NEWS, SUMMARY, START)
        states: dict[object, list[BaseHandler[Update, ContextTypes.DEFAULT_TYPE, None]]] = {
            state: [
                CallbackQueryHandler(self._tapped(state))
                if state in taps
                else MessageHandler(filters.TEXT & ~filters.COMMAND, self._typed(state))
            ]
            for state in self._questions
            if state != ConversationHandler.END
        }
        return ConversationHandler(
            [CommandHandler("start", self._start)], states, [CommandHandler("cancel", self._cancel)]
        )

    async def _start(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> int:
        async with self._sessions() as session:
            person = await self._person(session, update)
            await self._ask(session, update, person, START)
            await session.commit()
        return START

    async def _cancel(self, _update: Update, _context: ContextTypes.DEFAULT_TYPE) -> int:
        return ConversationHandler.END

    def _typed(self, state: int) -> Callable[[Update, ContextTypes.DEFAULT_TYPE], Awaitable[int]]:
        async def handle(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> int:
            return await self._answer(update, state, update.effective_message.text.strip())  # type: ignore[union-attr]

        return handle

    def _tapped(self, state: int) -> Callable[[Update, ContextTypes.DEFAULT_TYPE], Awaitable[int]]:
        async def handle(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> int:
            query = update.callback_query
            await query.answer()  # type: ignore[union-attr]
            asked = self._questions[state]
            chosen = asked.choices[int(query.data)]  # type: ignore[union-attr, arg-type]
            await query.edit_message_text(f"{asked.words}\n\n{chosen}")  # type: ignore[union-attr]
            return await self._answer(update, state, query.data)  # type: ignore[union-attr, arg-type]

        return handle

    async def _answer(self, update: Update, state: int, answer: str) -> int:
        async with self._sessions() as session:
            person = await self._person(session, update)
            session.add(Answer(person_id=person.id, question=str(state), answer=answer))
            following = await self._apply(session, person, state, answer)
            await self._ask(session, update, person, following)
            await session.commit()
        return following

    async def _apply(self, session: AsyncSession, person: Person, state: int, answer: str) -> int:
        match state:
            case _ if state == KIND:
                person.kind = answer
            case _ if state == NAME:
                person.name = answer
                await session.scalar(select(Person.id).where(Person.name == answer).limit(1))  # taken?
                return PLACE if person.kind == "0" else SIGNATORY
            case _ if state == SIGNATORY:
                person.signatory = answer
            case _ if state == FUNCTION:
                person.function = answer
            case _ if state == PLACE:
                person.place = next((name for name in self._places if name.startswith(answer)), "")
            case _ if state == SIGN:
                person.declaration = "2026-1"
            case _ if state == LISTED:
                person.listed = answer == "0"
            case _ if state == NEWS:
                person.news = answer == "0"
            case _ if state == SUMMARY:
                person.joined_at = datetime.now(UTC).replace(tzinfo=None)
                return ConversationHandler.END
        return state + 1

    async def _person(self, session: AsyncSession, update: Update) -> Person:
        chat = update.effective_chat.id  # type: ignore[union-attr]
        person = await session.scalar(select(Person).where(Person.chat == chat))
        if person is None:
            person = Person(chat=chat)
            session.add(person)
            await session.flush()
        return person

    async def _ask(self, session: AsyncSession, update: Update, person: Person, state: int) -> None:
        asked = self._questions[state]
        words = asked.words.replace(NAME_HERE, person.name)
        buttons = [[InlineKeyboardButton(label, callback_data=str(at))] for at, label in enumerate(asked.choices)]
        markup = InlineKeyboardMarkup(buttons) if buttons else None
        message = await update.effective_message.reply_text(words, reply_markup=markup)  # type: ignore[union-attr]
        session.add(Reply(person_id=person.id, message=message.message_id, text=words))
