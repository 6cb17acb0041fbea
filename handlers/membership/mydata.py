"""One's own data: what is known, as a readable summary and as a file; consents, taken back or given one by one."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.core.post import Offer
from bot.core.routing import Command, Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, Text, text
from bot.domain.people.consent import Consent, Purpose
from bot.domain.people.member import member_number
from bot.domain.story import Scope
from handlers.membership import following, leaving
from handlers.news import telling
from handlers.phrases import bullets, kind_name, place_name, run
from handlers.stories import shelf
from handlers.team.members.resting import declined

LATEST = 20
"""So many consents are listed in the message, the newest; the file has them all."""


def show(visit: Visit, _rest: str) -> None:
    """The command: the summary, the consents with their ways back and in, and everything as a file."""
    ways_back = [_way_back(visit, consent) for consent in _open_consents(visit)]
    change = () if visit.member is None else (Offer(text("mydata-change"), "rectify"),)
    visit.say(text("mydata-summary", facts=_summary(visit)), *change)
    visit.confirm(_consents(visit), *ways_back, beside=(*_ways_in(visit), run(text("mydata-erase"), "loeschen")))
    content = json.dumps(visit.work.privacy.export(visit.person.id), ensure_ascii=False, indent=2, default=str)
    name = f"{visit.words(text('mydata-file-name'))}.json"
    stored = visit.work.files.add(visit.person.id, content.encode(), name, "application/json", visit.now, made=True)
    visit.say(text("mydata-file"), files=(stored,))


def _summary(visit: Visit) -> Markup:
    person, work = visit.person, visit.work
    items = [text("mydata-contact", network=visit.contact.network), *_membership(visit)]
    items += [text("mydata-draft", title=title) for title in visit.drafts]
    items.append(text("mydata-language", language=text("speaking-name", language=person.language)))
    items.append(text("mydata-news", wanted=text("plain-yes" if person.news else "plain-no")))
    items += telling.special(visit)
    items.append(text("mydata-stories", count=len(shelf.told_by_them(visit))))
    items.append(text("mydata-pledges", count=len(work.pledges.of(person.id))))
    items += [
        text("mydata-event", title=event.draft.title, when=visit.local(event.draft.starts_at))
        for event in work.events.of(person.id)
    ]
    if person.role is not None:
        items.append(text("mydata-role", role=person.role.value))
    return bullets(visit.texts, visit.language, items)


def _membership(visit: Visit) -> tuple[Text, ...]:
    member, alliance = visit.member, visit.alliance
    if member is None:
        rest = visit.work.members.rest_of(visit.person.id)
        rested = () if rest is None else (text("mydata-rested", when=visit.local(rest.since), reason=rest.reason),)
        return (text("mydata-no-member"), *rested)
    rests = text("mydata-rests", when=visit.local(member.paused_at or visit.now), reason=member.pause_reason)
    return (
        text(
            "mydata-member",
            name=member.name,
            kind=kind_name(alliance, member.kind, visit.language),
            number=member_number(alliance.number_prefix, member, alliance.zone),
        ),
        text("mydata-place", place=place_name(alliance, member.municipality)),
        text("mydata-listed", listed=text("plain-yes" if member.listed else "plain-no")),
        *((rests,) if member.rests else ()),
    )


# -- consents --------------------------------------------------------------------------------------------------------


def _consents(visit: Visit) -> Text:
    records = visit.work.consents.of(visit.person.id)[-LATEST:]
    if not records:
        return text("mydata-no-consents")
    lines = (_line(visit, one, records[at:]) for at, one in enumerate(records, 1))
    return text("mydata-consents", consents=bullets(visit.texts, visit.language, lines))


def _line(visit: Visit, consent: Consent, later: Sequence[Consent]) -> Text:
    """One yes, with those given after it. A newer one to the same closes it in that moment: nobody took it back."""
    given = text(
        "mydata-consent",
        purpose=_purpose(visit, consent),
        version=consent.version,
        when=visit.local(consent.given_at),
    )
    if consent.withdrawn_at is None:
        return given
    of = (consent.purpose, consent.subject, consent.withdrawn_at)
    replaced = any((one.purpose, one.subject, one.given_at) == of for one in later)
    ended = "mydata-consent-replaced" if replaced else "mydata-consent-withdrawn"
    return text(ended, consent=given, when=visit.local(consent.withdrawn_at))


def _purpose(visit: Visit, consent: Consent) -> Text:
    story = visit.work.stories.get(int(consent.subject)) if consent.subject.isdecimal() else None
    if story is None:
        agreed = consent.purpose is Purpose.NOTICE and visit.alliance.notice.rests_on_consent
        return text("mydata-purpose", purpose="agreement" if agreed else consent.purpose.value)
    return text("mydata-purpose-story", purpose=consent.purpose.value, title=story.title)


def _open_consents(visit: Visit) -> list[Consent]:
    """Those that can be taken back. A notice that was only to be read is information: nothing to take back."""
    agreed = visit.alliance.notice.rests_on_consent
    return [
        consent
        for consent in visit.work.consents.of(visit.person.id)
        if consent.withdrawn_at is None and (agreed or consent.purpose is not Purpose.NOTICE)
    ]


def _way_back(visit: Visit, consent: Consent) -> Offer:
    label = text("mydata-withdraw", purpose=_purpose(visit, consent))
    return Offer(label, "withdraw", (consent.purpose.value, consent.subject))


def _ways_in(visit: Visit) -> tuple[Offer, ...]:
    """What can be agreed to now or anew; each leads to its whole question first."""
    unlisted = visit.member is not None and not visit.member.listed
    listed = (Offer(_agree(Purpose.LISTING), "list-ask"),) if unlisted else ()
    news = () if visit.person.news else (run(_agree(Purpose.NEWS), "folgen"),)
    return (*listed, *news)


def _agree(purpose: Purpose) -> Text:
    return text("mydata-agree", purpose=text("mydata-purpose", purpose=purpose.value))


def withdraw(visit: Visit, args: tuple[str, ...]) -> None:
    """Take one consent back; what rested on it ends in the same moment."""
    purpose, subject = Purpose(args[0]), args[1] if len(args) > 1 else ""
    if not visit.work.consents.holds(visit.person.id, purpose, subject):
        visit.say(text("mydata-withdrawn-before"))
        return
    if purpose is Purpose.NOTICE:
        _nothing_without(visit)
        return
    if purpose is Purpose.MEMBERSHIP:
        leaving.ask_leave(visit, "")
        return
    _end(visit, purpose, subject)
    visit.work.consents.withdraw(visit.person.id, purpose, visit.now, subject)
    visit.refresh()
    said = text("mydata-withdrawn", purpose=text("mydata-purpose", purpose=purpose.value))
    visit.say(said, run(text("mydata-open"), "meinedaten"))


def _nothing_without(visit: Visit) -> None:
    """All that is kept rests on this yes, so taking it back is erasure (Art. 17(1)(b) GDPR): asked once more."""
    if visit.member is None:
        visit.say(text("mydata-nothing-without"))
        leaving.ask_erase(visit, "")
    else:
        leaving.ask(visit, text("mydata-nothing-without"))


def _end(visit: Visit, purpose: Purpose, subject: str) -> None:
    member = visit.member
    match purpose:
        case Purpose.LISTING if member is not None:
            visit.work.members.set_listed(member.id, listed=False)
            visit.work.stories.set_teller(member.id, "", member.kind, member.municipality)
        case Purpose.NEWS:
            following.stop_news(visit)
        case Purpose.STORY_ALLIANCE | Purpose.STORY_PUBLIC if subject.isdecimal():
            _show_less(visit, purpose, int(subject))
        case _:
            pass


def _show_less(visit: Visit, purpose: Purpose, number: int) -> None:
    """A story that is not to be public any more stays in the alliance, if that was agreed to; else nobody sees it."""
    story = visit.work.stories.get(number)
    if story is None:
        return
    if purpose is Purpose.STORY_PUBLIC and visit.work.consents.holds(
        visit.person.id, Purpose.STORY_ALLIANCE, str(number)
    ):
        visit.work.stories.set_scope(number, Scope.ALLIANCE)
    else:
        shelf.take_back(visit, story)


def leave_only(visit: Visit, _args: tuple[str, ...]) -> None:
    """Leave the alliance and keep the rest, except the pledges: one can go on following the news."""
    member = visit.member
    if member is None:
        visit.say(text("mydata-withdrawn-before"))
        return
    pledges = leaving.end_membership(visit, member)
    if visit.person.news:
        visit.work.people.set_follows(visit.person.id, follows=True)
        visit.refresh()
    visit.say(text("mydata-left", pledges=pledges))
    declined(visit)  # whoever leaves while it rests hears at once that this is kept


ROUTES: tuple[Route, ...] = (
    Command({"de": ("meinedaten",), "en": ("mydata",)}, show, text("mydata-what")),
    Pressed("withdraw", withdraw, sure=True),
    Pressed("leave-only", leave_only, sure=True),
)
