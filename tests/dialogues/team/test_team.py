"""The team: one-time codes, roles, removing, and the record of who did what."""

import re

from bot.core.ports import Work
from bot.domain.people.organiser import new_code
from bot.domain.people.person import Role
from tests.dialogues.scenes import JOINS, read_the_notice
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.test_foreign import press
from tests.stage import Stage


async def owner(stage: Stage) -> None:
    """Olga owns the team."""
    await stage.play("""
        olga> /start
        olga<
    """)
    await stage.make_organiser("olga")


async def invitation(stage: Stage, role: str) -> str:
    """Olga invites; the code as it is shown."""
    await stage.play(f"""
        olga> /team
        olga< [Jemanden einladen]
        olga> [Jemanden einladen]
        olga< Was soll die neue Person tun dürfen? [Leitung] [Moderation] [Redaktion]
        olga> [{role}]
    """)
    words = stage.expect("olga", f"Einladung für die Rolle {role}. Sie gilt 24 Stunden").words
    found = re.search(r"(?<![\w-])[\w-]{22}(?![\w-])", words)
    assert found is not None, words
    return found[0]


async def role_of(stage: Stage, name: str) -> Role | None:
    address = next(address for address, seat in stage.addresses.items() if seat is stage.seat(name))

    def look(work: Work) -> Role | None:
        return work.people.find(stage.fake.account, [address])[address][0].role

    found = await stage.work(look)
    assert found is None or isinstance(found, Role)
    return found


async def test_a_code_makes_an_organiser_exactly_once(stage: Stage) -> None:
    """Fault 20: one use."""
    await owner(stage)
    code = await invitation(stage, "Moderation")
    await stage.play(f"""
        otto> /start {code}
        otto< Willkommen im Team! Ihre Rolle: Moderation. [Geschichten prüfen]
        olga< gehört jetzt zum Team. Rolle: Moderation.
        otto> [Geschichten prüfen]
        otto< Es wartet keine Geschichte.
        bert> /start {code}
        bert< Dieser Code gilt nicht.
    """)
    assert await role_of(stage, "otto") is Role.MODERATOR
    assert await role_of(stage, "bert") is None
    assert await deeds(stage) == ["organiser-invited", "organiser-joined"]


async def test_the_bare_code_is_enough_and_guessing_it_counts(stage: Stage) -> None:
    """A command that is passed on is shown as a link by some networks, and pressed it loses what stands behind it."""
    await owner(stage)
    code = await invitation(stage, "Redaktion")
    await stage.play(f"""
        eve> {new_code().words}
        eve< Dieser Code gilt nicht.
        otto> {code}
        otto< Willkommen im Team! Ihre Rolle: Redaktion.
        olga< Redaktion ( ... hier seit 23. November 2026, Nr. ... gehört jetzt zum Team.
        bert> DE89370400440532013000
        bert< nicht verstanden
    """)
    assert await role_of(stage, "otto") is Role.EDITOR


async def test_a_code_is_never_taken_for_an_answer(stage: Stage) -> None:
    await owner(stage)
    code = await invitation(stage, "Redaktion")
    await read_the_notice(stage, "otto")
    await stage.play(f"""
        otto> /mitmachen
        otto< Für wen
        otto> [Unternehmen]
        otto< Wie heißt Ihre Organisation?
        otto> {new_code().words}
        otto< Dieser Code gilt nicht. ... Noch offen [Weitermachen]
        otto> {code}
        otto< Willkommen im Team! Ihre Rolle: Redaktion. ... Noch offen [Weitermachen]
        olga<
        otto> [Weitermachen]
        otto< Wie heißt Ihre Organisation?
        otto> Buergerinitiative-Wehr
        otto< Und wer unterzeichnet
    """)
    assert await role_of(stage, "otto") is Role.EDITOR


async def test_a_large_team_has_pages_and_members_have_names(stage: Stage) -> None:
    await owner(stage)
    await stage.play(JOINS)
    names = ["anna", *(f"helper{number}" for number in range(1, 9))]
    for name in names[1:]:
        await stage.play(f"""
            {name}> /start
            {name}<
        """)
    for name in names:
        await stage.make_organiser(name, "editor")
    await stage.play("olga> /team")
    first = stage.expect("olga", "Zum Team gehören 10 Personen. Hier sind 1 bis 8: ... Lea, Nr. 2 ... : Redaktion")
    assert "Sie selbst: Leitung (" in first.words
    assert "hier seit 23. November 2026, Nr. 1)" in first.words
    assert [label for label in first.labels if label.startswith("Entfernen")][:2] == [
        "Entfernen: Lea",
        "Entfernen: Nr. 3",
    ]
    assert sum(label.startswith("Entfernen") for label in first.labels) == 7, "nobody removes themselves"
    await stage.play("""
        olga> [Weitere]
        olga< Hier sind 9 bis 10: [Vorherige]
        olga> [Vorherige]
        olga< Hier sind 1 bis 8: [Weitere]
    """)


async def test_a_code_is_gone_after_a_day(stage: Stage) -> None:
    await owner(stage)
    code = await invitation(stage, "Redaktion")
    stage.clock.turn(hours=24, seconds=1)
    await stage.play(f"""
        otto> /start {code}
        otto< Dieser Code gilt nicht.
    """)
    assert await role_of(stage, "otto") is None


async def test_nobody_loses_rights_by_taking_an_invitation(stage: Stage) -> None:
    await owner(stage)
    code = await invitation(stage, "Redaktion")
    await stage.play(f"""
        olga> /start {code}
        olga< Ihre Rolle: Leitung.
    """)
    assert await role_of(stage, "olga") is Role.OWNER


async def test_an_organiser_is_removed_and_hears_of_it(stage: Stage) -> None:
    await owner(stage)
    code = await invitation(stage, "Redaktion")
    await stage.play(f"""
        otto> /start {code}
        otto< Willkommen
        olga<
        olga> /team
    """)
    seen = stage.expect("olga", "Zum Team gehören 2 Personen: ... Sie selbst: Leitung ( ... Redaktion (")
    remove = next(label for label in seen.labels if label.startswith("Entfernen"))
    await stage.play(f"""
        olga> [{remove}]
        olga< aus dem Team nehmen? Die Rolle Redaktion endet sofort. [Ja, aus dem Team nehmen] [Nein, im Team lassen]
        olga> [Ja, aus dem Team nehmen]
        olga< gehört nicht mehr zum Team.
        otto< Ihre Rolle im Team ist beendet.
        otto> /nachricht
        otto< Das kann nur das Team
    """)
    assert await deeds(stage) == ["organiser-invited", "organiser-joined", "organiser-removed"]


async def test_of_two_owners_removing_each_other_one_stays(stage: Stage) -> None:
    await owner(stage)
    code = await invitation(stage, "Leitung")
    await stage.play(f"""
        otto> /start {code}
        otto< Willkommen
        olga<
        olga> /team
    """)
    remove = next(label for label in stage.expect("olga", "Leitung").labels if label.startswith("Entfernen"))
    await stage.play("""
        otto> /team
    """)
    other = next(label for label in stage.expect("otto", "Leitung").labels if label.startswith("Entfernen"))
    await stage.play(f"""
        olga> [{remove}]
        olga< endet sofort
        otto> [{other}]
        otto< endet sofort
        olga> [Ja, aus dem Team nehmen]
        olga< gehört nicht mehr
        otto< beendet
        otto> [Ja, aus dem Team nehmen]
        otto< Das kann nur das Team
    """)
    assert await role_of(stage, "olga") is Role.OWNER


async def test_the_last_owner_cannot_be_removed(stage: Stage) -> None:
    await owner(stage)
    number = await stage.work(lambda work: work.people.organisers()[0].id)
    await press(stage, "olga", f"team-removed:{number}")
    await stage.play("olga< Das ist die letzte Person in der Leitung.")
    assert await role_of(stage, "olga") is Role.OWNER


async def test_the_record_tells_who_did_what(stage: Stage) -> None:
    await owner(stage)
    await invitation(stage, "Redaktion")
    await stage.work(lambda work: work.organisation.note(None, "organiser-invited", "role:owner", stage.clock.now()))
    await stage.play("""
        olga> /protokoll
        olga< Das ist zuletzt geschehen: ... Technik (am Server): Einladung erstellt ... Einladung erstellt (Redaktion)
    """)


async def test_only_owners_see_the_team(stage: Stage) -> None:
    await owner(stage)
    await stage.make_organiser("olga", "moderator")
    await stage.play("""
        > /team
        < Das kann nur das Team
        olga> /team
        olga< Das kann im Team nur die Leitung.
        olga> /protokoll
        olga< Das kann im Team nur die Leitung.
    """)


async def test_the_code_is_stored_as_a_hash_only(stage: Stage) -> None:
    await owner(stage)
    code = await invitation(stage, "Redaktion")

    def redeem(work: Work) -> object:
        return work.organisation.redeem(code, 1, stage.clock.now())

    assert await stage.work(redeem) is None, "the code itself opens nothing in the database, only its digest does"


async def test_in_english(stage: Stage) -> None:
    await owner(stage)
    await stage.play("""
        olga> /language en
        olga<
        olga> /team
        olga< One person belongs to the team: ... You: Owner ( ... [Invite somebody]
        olga> [Invite somebody]
        olga< What should the new person be able to do? [Owner] [Moderator] [Editor]
        olga> [Editor]
        olga< Here is the invitation for the role Editor.
        olga> /audit
        olga< created an invitation
    """)
