"""The partner declaration: shown in full with its version, signed by an explicit yes, renewed when it changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from bot.core.dialogue import Option, Question, Talk
from bot.core.ports import Lane
from bot.core.post import Offer, Post
from bot.core.routing import Dialogue, Pressed, Route, Tick
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, text
from bot.domain.alliance import in_language
from bot.domain.people.consent import Purpose
from bot.domain.people.member import Member, Signature, digest, member_number
from bot.domain.pledge import by_day
from handlers.phrases import run

RENEWING = "renewing"

AT_ONCE = 100
"""So many are asked for a new yes in one transaction; the tick is run again at once while there are more."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs. `organisation` and `function` are "" for a private person."""

    name: str
    organisation: str = ""
    function: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """The exact words that were agreed to, and in which version and language they were shown."""

    version: str
    language: str
    words: str


class DeclarationFacts:
    """What a dialogue must know about the declaration; put together only when it is asked for."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    @cached_property
    def shown(self) -> Signed:
        """The declaration as it is shown to this person now."""
        return _shown(self._visit)

    @cached_property
    def signer(self) -> Signer:
        """Who signed last, for the renewal."""
        return _last_signer(self._visit)


def declaration_facts(visit: Visit) -> DeclarationFacts:
    """Read together with the other facts of a dialogue."""
    return DeclarationFacts(visit)


def _shown(visit: Visit) -> Signed:
    declaration, language = visit.alliance.declaration, visit.language
    words = visit.texts.render(
        text(
            "declaration-text",
            title=in_language(declaration.title, language),
            version=declaration.version,
            body=Markup(in_language(declaration.body, language)),
        ),
        language,
    )
    return Signed(declaration.version, language, words)


def _last_signer(visit: Visit) -> Signer:
    member = visit.member
    signature = visit.work.members.last_signature(member.id) if member else None
    if member is None or signature is None or not signature.signatory:
        return Signer(member.name if member else "")
    return Signer(signature.signatory, member.name, signature.function)


def signing(facts: DeclarationFacts, signer: Signer, link: str) -> Question[bool]:
    """The declaration with its yes. The yes holds for exactly these words and this signer: else it is asked again."""
    shown = facts.shown
    exactly = digest(f"{shown.words}\n{signer.name}\n{signer.organisation}\n{signer.function}")[:12]
    if signer.organisation:
        who = text(
            "declaration-signs-for", name=signer.name, function=signer.function, organisation=signer.organisation
        )
        yes = text("declaration-yes-for", organisation=signer.organisation)
    else:
        who = text("declaration-signs", name=signer.name)
        yes = text("declaration-yes")
    return Question(
        "declaration",
        text("declaration-question", declaration=Markup(shown.words), link=link, who=who),
        (Option(exactly, yes, value=True), Option("not-yet", text("declaration-not-yet"), value=False)),
        help=text("declaration-help"),
    )


def record(visit: Visit, member: Member, signer: Signer, signed: Signed) -> Signature:
    """Store the signature and the consent that belongs to it."""
    signature = Signature(
        member=member.id,
        person=visit.person.id,
        version=signed.version,
        language=signed.language,
        signed_text=signed.words,
        sha256=digest(signed.words),
        signatory=signer.name if signer.organisation else "",
        function=signer.function,
        signed_at=visit.now,
    )
    visit.work.members.sign(signature)
    agree(visit, Purpose.MEMBERSHIP, signed.version, signature.sha256)
    return signature


def agree(visit: Visit, purpose: Purpose, version: str, text_hash: str) -> None:
    """Record a consent of this person, given now and here."""
    visit.work.consents.give(
        visit.person.id,
        purpose,
        subject="",
        version=version,
        text_hash=text_hash,
        network=visit.contact.network,
        now=visit.now,
    )


def receipt(visit: Visit, member: Member, signature: Signature, key: str) -> None:
    """Tell what was signed when, so that it can be proven later."""
    visit.say(
        text(
            key,
            number=member_number(visit.alliance.number_prefix, member, visit.alliance.zone),
            when=visit.local(signature.signed_at),
            version=signature.version,
            sha256=signature.sha256,
        )
    )


# -- a new version asks for a new yes --------------------------------------------------------------------------------


def renewal_due(visit: Visit) -> bool:
    """Whether this member's last yes was to another version than today's."""
    member = visit.member
    signature = visit.work.members.last_signature(member.id) if member else None
    return signature is not None and signature.version != visit.alliance.declaration.version


def offer_renewal(visit: Visit) -> None:
    """Say that the declaration has changed, if it has."""
    if renewal_due(visit):
        version = visit.alliance.declaration.version
        visit.say(text("declaration-new-version", version=version), Offer(text("declaration-read-new"), "renew"))


def renew(visit: Visit, _args: tuple[str, ...]) -> None:
    """The choice under `offer_renewal` was taken."""
    if renewal_due(visit):
        visit.begin(RENEWING)
    else:
        visit.say(text("declaration-up-to-date"), run(text("welcoming-help"), "hilfe"))


def ask_to_renew(post: Post) -> bool:
    """The tick: whoever signed another version is told once about the new one, by day and outside of quiet hours and
    pauses. Whether they want news is not asked: it is about their own signature.
    """
    zone, version = post.alliance.zone, post.alliance.declaration.version
    if not by_day(post.now, zone):
        return False
    due = post.work.members.to_renew(version, post.now, post.now.astimezone(zone).hour, AT_ONCE)
    for person in due:
        if post.work.members.asked_to_renew(person, version, post.now):
            look, later = Offer(text("declaration-look"), "renew"), Offer(text("dialogue-later"), "renew-later")
            post.tell(person, text("declaration-renewal", version=version), look, later, lane=Lane.CHECK_IN)
    return len(due) == AT_ONCE


def not_now(visit: Visit, _args: tuple[str, ...]) -> None:
    """The other choice under `ask_to_renew`: nothing ends, and the way to the new version is named."""
    visit.say(text("declaration-not-renewed"))


async def renewing(talk: Talk, facts: tuple[DeclarationFacts, str]) -> Signed | None:
    """The new version and the yes to it. A "not yet" keeps the membership and the older signature."""
    declaration, link = facts
    if await talk.ask(signing(declaration, declaration.signer, link)):
        return declaration.shown
    await talk.say(text("declaration-not-renewed"))
    return None


def _renewal_facts(visit: Visit) -> tuple[DeclarationFacts, str]:
    return declaration_facts(visit), in_language(visit.alliance.declaration.link, visit.language)


def renewed(visit: Visit, signed: Signed) -> None:
    """Store the new yes beside the old one."""
    member = visit.member
    if member is None:
        visit.say(text("declaration-no-member"))
        return
    signature = record(visit, member, declaration_facts(visit).signer, signed)
    receipt(visit, member, signature, "declaration-renewed")


ROUTES: tuple[Route, ...] = (
    Tick("renewals", timedelta(hours=1), ask_to_renew),
    Pressed("renew", renew),
    Pressed("renew-later", not_now),
    Dialogue(RENEWING, text("declaration-title-renewing"), renewing, _renewal_facts, renewed, draft=False),
)
