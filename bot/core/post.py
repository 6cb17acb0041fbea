"""The post room: writes messages to people into the ledger, in their language, with choices sealed for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.core.messages import Choice, FileRef, Outgoing
from bot.core.ports import Lane, Work
from bot.core.tokens import Seals
from bot.core.words.texts import Text, Texts
from bot.domain.alliance import Alliance
from bot.domain.people.person import Contact

if TYPE_CHECKING:
    from bot.core.transport import Abilities


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice outside of dialogues: `action` names the route that a press leads to, `args` are handed to it.

    Action and arguments together take at most 46 bytes; no argument contains ":" or "~".
    """

    label: Text
    action: str
    args: tuple[str | int, ...] = ()
    quiet: bool = False

    @property
    def meaning(self) -> str:
        """What the token carries."""
        return ":".join((self.action, *map(str, self.args)))


class Post:
    """What handlers and ticks use to write to people. One per transaction.

    `networks` are the abilities of every configured account.
    """

    def __init__(
        self,
        work: Work,
        alliance: Alliance,
        texts: Texts,
        seals: Seals,
        now: datetime,
        networks: Mapping[str, Abilities],
    ) -> None:
        self.work = work
        self.alliance = alliance
        self.texts = texts
        self.seals = seals
        self.now = now
        self.networks = networks

    def tell(
        self,
        person: int,
        what: Text,
        *offers: Offer,
        lane: Lane = Lane.REPLY,
        files: tuple[FileRef, ...] = (),
        tag: str = "",
        numbered: bool = True,
        apart_from: str = "",
        about: int = 0,
    ) -> bool:
        """Write to a person wherever they were last; False if they cannot be reached at all.

        `numbered` is False where a typed number is an answer of its own (see Outgoing). `apart_from` is an account
        that is in trouble itself: used only if the person has no other. `about` is the person whose words are quoted.
        """
        reachable = [contact for contact in self.work.people.contacts(person) if contact.reachable]
        known = self.work.people.get(person)
        if not reachable or known is None:
            return False
        contact = next((one for one in reachable if one.account != apart_from), reachable[0])
        outgoing = Outgoing(
            self.texts.render(what, known.language),
            self.choices(contact, known.language, offers),
            files,
            numbered,
        )
        self.work.ledger.add(contact.id, outgoing, lane, self.now, tag=tag, about=about)
        return True

    def choices(self, contact: Contact, language: str, offers: tuple[Offer, ...]) -> tuple[Choice, ...]:
        """The offers as choices of this contact. Of those that read alike the second is numbered "(2)", and so on."""
        labels = _told_apart([self.texts.label(offer.label, language) for offer in offers])
        return tuple(
            Choice(label, self.seals.seal(contact.id, offer.meaning), offer.quiet)
            for label, offer in zip(labels, offers, strict=True)
        )


def _told_apart(labels: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    found = []
    for label in labels:
        seen[label] += 1
        found.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return found
