"""The short privacy notice (Art. 13 GDPR), shown before anything a person tells is kept.

Shared by the capabilities that store something; joining and telling a story ask it the same way. Its answer is
recorded when it is given: the answers after it are kept as a draft, and they rest on it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from bot.core.dialogue import Option, Question, Talk
from bot.core.running.housekeeping import SENT_KEPT
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.alliance import Notice, in_language
from bot.domain.people.consent import Purpose
from bot.domain.people.member import digest
from handlers.phrases import in_every_language, spoken


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What the notice says to this person: whose it is, over which network, and whether they know it already."""

    notice: Notice
    network: str
    language: str
    known: Callable[[], bool]
    yes: tuple[str, ...] = ()  # how people say it in each language, see `phrases.spoken`
    no: tuple[str, ...] = ()


def notice_facts(visit: Visit) -> NoticeFacts:
    """Read together with the other facts of a dialogue."""
    yes, no = (in_every_language(visit.texts, f"plain-saying-{one}") for one in ("yes", "no"))
    return NoticeFacts(visit.alliance.notice, visit.contact.network, visit.language, lambda: noticed(visit), yes, no)


def noticed(visit: Visit) -> bool:
    """Whether the person has read the notice in its present version, and agreed where it asks for that."""
    return any(
        consent.purpose is Purpose.NOTICE
        and consent.version == visit.alliance.notice.version
        and consent.withdrawn_at is None
        for consent in visit.work.consents.of(visit.person.id)
    )


def notice_text(facts: NoticeFacts) -> Text:
    """The notice in short, with the link to more."""
    return _words(facts.notice, facts.network, facts.language)


@lru_cache(maxsize=64)
def _words(notice: Notice, network: str, language: str) -> Text:
    note = in_language(notice.networks[network], language) if network in notice.networks else ""
    return text(
        "notice-short",
        controller=in_language(notice.controller, language),
        contact=in_language(notice.contact, language),
        dpo=in_language(notice.dpo, language),
        basis=in_language(notice.basis, language),
        hoster=in_language(notice.hoster, language),
        period=in_language(notice.period, language),
        dormant=in_language(notice.dormant, language),
        kept=SENT_KEPT.days,
        authority=in_language(notice.authority, language),
        more=_more(notice, language),
        network=text("notice-network", network=network),
        note=note,
    )


def _more(notice: Notice, language: str) -> Text:
    """The whole of it is on the assistant's own page, where it has one; else there are the controller's pages."""
    if notice.page:
        return text("notice-more-here", link=f"{notice.page}?lang={language}")
    return text("notice-more-there", link=in_language(notice.link, language))


def notice(facts: NoticeFacts) -> Question[bool]:
    """The notice as a question: True is "go on", False "I only want to read". Its yes is an agreement only where
    consent is the legal basis (Art. 6(1)(a) GDPR); elsewhere nobody is asked for one that would mean nothing.
    """
    return _question(facts.notice, facts.network, facts.language, facts.yes, facts.no)


@lru_cache(maxsize=64)
def _question(
    notice: Notice, network: str, language: str, saying_yes: tuple[str, ...], saying_no: tuple[str, ...]
) -> Question[bool]:
    agree, read = text("notice-agree"), text("notice-read")
    version = digest(notice.version)[:12]  # an answer to another version is none to this one
    yes, other = (agree, read) if notice.rests_on_consent else (read, agree)
    return Question(
        "notice",
        _words(notice, network, language),
        options=(
            Option(version, yes, value=True, also=(other, *spoken(saying_yes))),
            Option("only-look", text("notice-only-look"), value=False, also=spoken(saying_no)),
        ),
        help=text("notice-help-agree" if notice.rests_on_consent else "notice-help"),
        otherwise=text("notice-otherwise-agree" if notice.rests_on_consent else "notice-otherwise"),
        at_once=_record,
    )


async def informed(talk: Talk, facts: NoticeFacts) -> bool:
    """Show the notice to whoever does not know it yet. False: they only want to read, and hear that this is fine."""
    if talk.fact("notice-known", lambda: "yes" if facts.known() else "no") == "yes":
        return True
    if await talk.ask(notice(facts)):
        return True
    await talk.say(text("notice-nothing-stored"))
    return False


def _record(visit: Visit, goes_on: bool) -> None:
    """Remember that this person has read the notice, or agreed to it: version, digest of the words shown, network and
    time. Whoever goes back and only wants to read takes that back, as long as nothing rests on it; else /meinedaten
    leads to erasing.
    """
    if not goes_on:
        if not _rests_on_it(visit):
            visit.work.consents.withdraw(visit.person.id, Purpose.NOTICE, visit.now)
        return
    if noticed(visit):
        return
    facts = notice_facts(visit)
    visit.work.consents.give(
        visit.person.id,
        Purpose.NOTICE,
        subject="",
        version=facts.notice.version,
        text_hash=digest(visit.texts.render(notice_text(facts), visit.language)),
        network=facts.network,
        now=visit.now,
    )


def _rests_on_it(visit: Visit) -> bool:
    """Whether more is kept of this person than that they have read the notice, and their wish for news, which has a
    yes of its own.
    """
    person, work = visit.person.id, visit.work
    told = work.pledges.of(person) or work.stories.by_author(person) or work.events.of(person)
    others = [one.id for one in work.people.contacts(person) if one.id != visit.contact.id]
    begun = visit.drafts or work.journals.active(others) or any(work.journals.parked(one) for one in others)
    return bool(visit.person.member or told or begun or work.organisation.has_asked(person))
