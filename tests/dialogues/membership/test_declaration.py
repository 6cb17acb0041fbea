"""A new version of the declaration asks for a new yes: once by itself, at the next greeting, and on asking to join."""

from dataclasses import replace

from bot.core.ports import Work
from bot.domain.alliance import Declaration
from bot.domain.people.member import Signature
from tests.dialogues.scenes import JOINS, person
from tests.stage import Stage

TICK = "renewals"


def publish(stage: Stage, version: str) -> None:
    """From now on the alliance has this version of the declaration."""
    old = stage.alliance.declaration
    new = Declaration(
        version, old.title, {"de": "Wir haken uns fester unter.", "en": "We link arms more firmly."}, old.link
    )
    stage.alliance = replace(stage.alliance, declaration=new)
    stage.__post_init__()


async def last_signature(stage: Stage) -> Signature:
    def look(work: Work) -> Signature | None:
        return work.members.last_signature(1)

    found = await stage.work(look)
    assert isinstance(found, Signature)
    return found


async def test_a_member_is_asked_and_signs_the_new_version(stage: Stage) -> None:
    await stage.play(JOINS)
    publish(stage, "2027-1")
    await stage.play("""
        > /start
        < Schön, dass Sie wieder da sind, Lea. ... neue Fassung (2027-1) [Neue Fassung lesen]
        > [Neue Fassung lesen]
        < Partnererklärung (Fassung 2027-1) ... Wir haken uns fester unter. ... Es unterzeichnet: Lea.
        > [Ja, ich unterzeichne]
        < Die neue Fassung ist unterzeichnet. ... LÖ-2026-0001 ... Fassung: 2027-1
        > /mitmachen
        < Sie sind schon dabei [Meine Daten]
        <<
    """)
    signature = await last_signature(stage)
    assert (signature.version, "fester" in signature.signed_text) == ("2027-1", True)


async def test_not_yet_keeps_the_earlier_yes(stage: Stage) -> None:
    await stage.play(JOINS)
    publish(stage, "2027-1")
    await stage.play("""
        > /mitmachen
        < Sie sind schon dabei ... Eine neue Fassung braucht ein neues Ja. [Neue Fassung lesen]
        > [Neue Fassung lesen]
        < Fassung 2027-1
        > [Noch nicht]
        < Alles bleibt, wie es ist.
        <<
    """)
    assert (await last_signature(stage)).version == "2026-1"


async def test_a_version_published_while_somebody_joins_is_asked_about_again(stage: Stage) -> None:
    before, _, after = JOINS.partition("    < Liste\n")
    await stage.play(before + "    < Liste\n")
    publish(stage, "2027-1")
    await stage.play("""
        > [Nein, nur mitzählen]
        < Inzwischen hat sich etwas geändert. ... Partnererklärung (Fassung 2027-1) ... fester unter.
        > [Ja, ich unterzeichne]
    """)
    await stage.play("    < Liste\n" + after)
    assert (await last_signature(stage)).version == "2027-1"


async def test_a_signatory_is_asked_once_for_each_version(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.tick(TICK)
    await stage.play("<<")
    publish(stage, "2027-1")
    await stage.tick(TICK)
    await stage.play("""
        < eine neue Fassung (2027-1). Ihr Ja gilt bisher der früheren. ... Sie bleiben Mitglied [Ansehen] [Später]
        <<
        > [Später]
        < Alles bleibt, wie es ist. ... Mit /mitmachen können Sie die neue jederzeit lesen.
    """)
    stage.__post_init__()  # as after a restart
    stage.clock.turn(days=1)
    await stage.tick(TICK)
    await stage.play("""
        <<
        > [Ansehen]
        < Partnererklärung (Fassung 2027-1)
        > [Ja, ich unterzeichne]
        < Die neue Fassung ist unterzeichnet.
    """)
    await stage.tick(TICK)
    await stage.play("<<")
    publish(stage, "2028-1")
    await stage.tick(TICK)
    await stage.play("""
        < neue Fassung (2028-1)
        <<
    """)


async def test_nobody_is_asked_for_a_new_yes_at_night_or_in_quiet_hours(stage: Stage) -> None:
    await stage.play(JOINS)
    known, _ = await person(stage)
    await stage.work(lambda work: work.wishes.set_quiet(known.id, 20, 8))
    publish(stage, "2027-1")
    stage.clock.turn(hours=11)
    await stage.tick(TICK)  # 21:00 in Lörrach
    stage.clock.turn(hours=5)
    await stage.tick(TICK)  # 2:00
    await stage.play("<<")
    stage.clock.turn(hours=7)
    await stage.tick(TICK)  # 9:00
    await stage.play("< neue Fassung (2027-1)")


async def test_who_stopped_the_news_is_asked_and_who_left_is_not(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("""
        > STOPP
        <
        bert> /start
        bert<
    """)
    known, _ = await person(stage)
    publish(stage, "2027-1")
    await stage.tick(TICK)
    await stage.play("""
        < neue Fassung (2027-1)
        bert<<
    """)
    publish(stage, "2028-1")
    await stage.work(lambda work: work.people.set_member(known.id, None))
    await stage.tick(TICK)
    await stage.play("<<")


async def test_who_cannot_be_reached_is_asked_when_they_can_be_again(stage: Stage) -> None:
    await stage.play(JOINS)
    known, _ = await person(stage)

    def reach(work: Work, *, reachable: bool) -> None:
        (contact,) = work.people.contacts(known.id)
        work.people.set_reachable(contact.id, reachable)

    await stage.work(lambda work: reach(work, reachable=False))
    publish(stage, "2027-1")
    await stage.tick(TICK)
    await stage.play("<<")
    await stage.work(lambda work: reach(work, reachable=True))
    await stage.tick(TICK)
    await stage.play("< neue Fassung (2027-1)")
