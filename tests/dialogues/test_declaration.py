"""A new version of the declaration asks for a new yes, at the next greeting and whenever a member asks to join."""

from dataclasses import replace

from bot.core.ports import Work
from bot.domain.alliance import Declaration
from bot.domain.people.member import Signature
from tests.dialogues.scenes import JOINS
from tests.stage import Stage


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
