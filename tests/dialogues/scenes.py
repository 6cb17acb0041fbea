"""What several transcripts begin with, and a look at the default person."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from bot.core.messages import Batch, Incoming, Kind, Press
from bot.core.ports import Lane, Settlement, State, Work
from bot.core.tokens import Seals
from bot.domain.announcements.announcement import AnnouncementState, Draft, Step, Words
from bot.domain.announcements.audience import Audience
from bot.domain.announcements.wishes import calendar
from bot.domain.people.consent import Consent, Purpose
from bot.domain.people.member import Member, Signature
from bot.domain.people.person import Person
from storage.tables import deliveries
from tests.stage import Stage

EVERYONE = Audience()
JOINS = """
    > /mitmachen
    < Ihre Daten
    > [Einverstanden, weiter]
    < Für wen
    > [Für mich selbst]
    < Wie dürfen wir Sie nennen?
    > Lea
    < Stadt oder Gemeinde
    > Steinen
    < Partnererklärung
    > [Ja, ich unterzeichne]
    < Liste
    > [Nein, nur mitzählen]
    < Nachrichten
    > [Nein, danke]
    < Stimmt alles so?
    > [Ja, beitreten]
    < willkommen im Bündnis
"""

TO_THE_PLACE = """
    > /mitmachen
    < Ihre Daten, kurz gesagt ... Verantwortlich ... https:// [Einverstanden, weiter] [Nur lesen] [Abbrechen]
    > [Einverstanden, weiter]
    < Für wen machen Sie mit? [Für mich selbst] [Unternehmen] [Etwas anderes]
    > [Für mich selbst]
    < Wie dürfen wir Sie nennen?
    > Anna
    < In welcher Stadt oder Gemeinde [Außerhalb] [Überspringen] [Zurück]
"""

PERSON = f"""
    {TO_THE_PLACE}
    > Schopf
    < So gehen wir miteinander um ... Partnererklärung (Fassung 2026-1) ... Zum Nachlesen: ... Es unterzeichnet: Anna.
    > [Ja, ich unterzeichne]
    < Dürfen wir Anna in der Liste [Ja, gern zeigen] [Nein, nur mitzählen]
    > [Ja, gern zeigen]
    < Möchten Sie Nachrichten [Ja, bitte] [Nein, danke]
    > [Ja, bitte]
    < Stimmt alles so? ... Name: Anna ... Ort: Schopfheim ... Nachrichten: ja [Ja, beitreten] [Ändern]
"""


async def read_the_notice(stage: Stage, name: str = "") -> None:
    """This person has been here before and has read the notice."""
    await stage.play(f"""
        {name}> /start
        {name}<
    """)
    address = next(address for address, seat in stage.addresses.items() if seat is stage.seat(name))

    def give(work: Work) -> None:
        known, _ = work.people.find(stage.fake.account, [address])[address]
        version, now = stage.alliance.notice.version, stage.clock.now()
        work.consents.give(
            known.id, Purpose.NOTICE, subject="", version=version, text_hash="", network="plain", now=now
        )

    await stage.work(give)


async def person(stage: Stage) -> tuple[Person, bool]:
    """The first who wrote, and whether they agree to get news."""
    address = next(iter(stage.addresses))

    def look(work: Work) -> tuple[Person, bool]:
        known, _ = work.people.find(stage.fake.account, [address])[address]
        return known, work.consents.holds(known.id, Purpose.NEWS)

    found = await stage.work(look)
    assert isinstance(found, tuple)
    return found


async def one_member(stage: Stage) -> tuple[Member, Signature, list[Consent]]:
    """The first member, what was signed last, and the consents of who signed."""

    def look(work: Work) -> tuple[Member, Signature, list[Consent]]:
        member = work.members.get(1)
        assert member is not None
        signature = work.members.last_signature(1)
        assert signature is not None
        return member, signature, list(work.consents.of(signature.person))

    found = await stage.work(look)
    assert isinstance(found, tuple)
    return found


async def in_the_ledger(stage: Stage) -> str:
    """The words of every message that was or will be sent, with those of its choices."""
    with stage.store._engine.begin() as connection:  # type: ignore[attr-defined]
        return str(connection.execute(select(deliveries.c.body)).scalars().all())


async def count(stage: Stage) -> object:
    """How many members there are."""
    return await stage.work(lambda work: work.members.count())


async def announce(
    stage: Stage,
    body: str,
    *,
    english: str = "",
    topic: str = "",
    files: tuple[int, ...] = (),
    audience: Audience = EVERYONE,
    deliver: bool = True,
) -> int:
    """An announcement to everybody who wants news, released and written; sent too, unless there is no `deliver`."""

    def release(work: Work) -> int:
        now, zone = stage.clock.now(), stage.alliance.zone
        words = Words("de", body, "en" if english else "", english)
        draft = Draft(words, audience, topic, files=files)
        number = work.announcements.add(1, draft, AnnouncementState.ENQUEUING, now)
        work.announcements.write(number, Step.SEND, {"de": body, "en": english or body})
        most = stage.alliance.announcing.unasked_per_week
        while not work.announcements.enqueue(number, calendar(now, most, zone)):
            pass
        return number

    number = await stage.work(release)
    assert isinstance(number, int)
    if deliver:
        await stage.deliver()
    return number


def _called(work: Work, stage: Stage, name: str) -> int:
    address = next(address for address, seat in stage.addresses.items() if seat is stage.seat(name))
    person, _ = work.people.find(stage.fake.account, [address])[address]
    return person.id


async def arrives(stage: Stage, said: str | Incoming) -> None:
    """What the default person says, or does, comes into the inbox, and no further."""
    incoming = replace(stage.seat("").types(said), at=stage.clock.now()) if isinstance(said, str) else said
    stage.addresses[incoming.address] = stage.seat("")
    now = stage.clock.now()
    await stage.work(lambda work: work.inbox.accept(stage.fake.account, Batch((incoming,)), now))


async def ends_up(stage: Stage, fate: State) -> None:
    """Everything that is due, and never arrives, ends up so."""
    account, now = stage.fake.account, stage.clock.now()

    def settle(work: Work) -> None:
        lease = work.accounts.lease(account, "stage", now, now + timedelta(1))
        assert lease is not None
        due = work.ledger.claim(account, lease.fence, list(Lane), 100, [], now)
        work.ledger.settle([Settlement(one.id, one.contact, fate) for one in due], now)

    await stage.work(settle)


async def press(stage: Stage, name: str, action: str, *args: str | int) -> None:
    """Take a choice that is not shown (any more), as an old message may still offer it."""

    def token(work: Work) -> str:
        contact = work.people.contact_of(_called(work, stage, name))
        assert contact is not None
        return Seals(work.vault.secret("choices")).seal(contact.id, ":".join((action, *map(str, args))))

    sealed = await stage.work(token)
    assert isinstance(sealed, str)
    typed = stage.seat(name).types("-")
    await stage.hear(name, replace(typed, kind=Kind.PRESS, text="", press=Press(sealed)))
