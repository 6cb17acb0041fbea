"""Help: every command there is, found by name or by what it may have been meant to be; imprint and privacy notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from bot.core.routing import Command, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.talking.wording import command_name
from bot.core.words.texts import text
from bot.domain.commands import nearest
from handlers.meeting import welcoming
from handlers.notice import notice_facts, notice_text
from handlers.phrases import RUN, bullets, marked, run


def imprint(visit: Visit, _rest: str) -> None:
    """Who is responsible for this service."""
    visit.say(text("helping-imprint", imprint=marked(visit.alliance.imprint, visit.language)))


def privacy(visit: Visit, _rest: str) -> None:
    """The whole Art. 13 notice, and the ways to one's rights."""
    visit.say(notice_text(notice_facts(visit)))
    visit.say(text("helping-rights"), run(text("mydata-open"), "meinedaten"), run(text("mydata-erase"), "loeschen"))


ROUTES: tuple[Route, ...] = (
    Command({"de": ("datenschutz",), "en": ("privacy",)}, privacy, text("helping-privacy-what")),
    Command({"de": ("impressum",), "en": ("imprint",)}, imprint, text("helping-imprint-what")),
)


class Signpost:
    """Knows all commands among the routes of these topics, and its own: the help. Never changes once it is made."""

    def __init__(self, topics: Mapping[str, Iterable[Route]]) -> None:
        help_itself = Command({"de": ("hilfe",), "en": ("help",)}, self.show, text("helping-what"))
        self._topics = {topic: [one for one in routes if isinstance(one, Command)] for topic, routes in topics.items()}
        self.commands = (*chain.from_iterable(self._topics.values()), help_itself)
        self.routes: tuple[Route, ...] = (help_itself, Pressed(RUN, self.run))

    def show(self, visit: Visit, _rest: str) -> None:
        """The help: what this person can do here, topic by topic; what only the team may do comes last."""
        visit.offer_unheard()
        visit.say(text("helping-all"))
        for topic, commands in self._topics.items():
            self._tell(visit, topic, [command for command in commands if command.role is None])
        self._tell(visit, "team", [command for command in self.commands if command.role is not None])
        visit.say(text("helping-words"), run(text("asking-open"), "frage"))
        welcoming.remind_of_draft(visit)

    def run(self, visit: Visit, args: tuple[str, ...]) -> None:
        """An offer that stands for a command was taken."""
        command = self.named(visit, args[0] if args else "")
        if command is None:
            visit.say(text("dialogue-not-allowed"))
        else:
            command.handler(visit, "")

    def named(self, visit: Visit, typed: str) -> Command | None:
        """The command whose name this is, with or without a slash, if this person may use it."""
        wanted = command_name(typed)
        return next((command for name, command in self._names(visit) if command_name(name) == wanted), None)

    def near(self, visit: Visit, typed: str) -> Command | None:
        """The command that may have been meant; hidden ones are not guessed."""
        names = {
            name: command for name, command in self._names(visit) if command.what is not None and command.listed(visit)
        }
        name = nearest(typed, names)
        return None if name is None else names[name]

    def _names(self, visit: Visit) -> Iterator[tuple[str, Command]]:
        for command in self.commands:
            if _allowed(visit, command):
                yield from ((name, command) for names in command.names.values() for name in names)

    @staticmethod
    def _tell(visit: Visit, topic: str, commands: Iterable[Command]) -> None:
        lines = [
            text("helping-line", name=shown_name(command, visit.language), what=command.what)
            for command in commands
            if command.what is not None and command.listed(visit) and _allowed(visit, command)
        ]
        if lines:
            shown = bullets(visit.texts, visit.language, lines)
            visit.say(text("helping-topic", title=text(f"helping-topic-{topic}"), lines=shown))


def shown_name(command: Command, language: str) -> str:
    """The command's name in a language, as people type it (without the slash)."""
    names = command.names.get(language.split("-", maxsplit=1)[0]) or next(iter(command.names.values()))
    return names[0]


def _allowed(visit: Visit, command: Command) -> bool:
    return command.role is None or visit.person.may(command.role)
