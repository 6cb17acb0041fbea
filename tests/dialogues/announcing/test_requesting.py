"""An organisation asks the team to announce something; the team takes it over and sends it, or declines."""

from bot.domain.announcements.announcement import AnnouncementState
from tests.dialogues.announcing.test_announcing import TICK, first
from tests.dialogues.scenes import JOINS
from tests.dialogues.stories.test_stories import by, organisers
from tests.stage import Stage

ASKS = """
    lea> /bittemelden
    lea< Was soll das Team melden?
    lea> Offene Werkstatt am Samstag!
    lea< Soll ein Bild oder eine Datei mit?
    lea> [Ohne]
    lea< Das bekommt das Team: ... Offene Werkstatt [An das Team geben]
    lea> [An das Team geben]
    lea< Das liegt jetzt beim Team.
    olga< bittet, etwas zu melden (Nr. 1): ... Offene Werkstatt am Samstag! [Übernehmen] [Ablehnen mit Grund]
"""


async def team_and_company(stage: Stage) -> None:
    """Olga of the team, and Lea, whose membership is made a company's."""
    await organisers(stage, olga="moderator")
    await stage.play(by("lea", JOINS.replace("[Nein, danke]", "[Ja, bitte]")))
    address = next(address for address, seat in stage.addresses.items() if seat is stage.seat("lea"))

    def as_company(work: object) -> None:
        from bot.domain.people.member import Join

        person, _ = work.people.find(stage.fake.account, [address])[address]
        joined = work.members.add(Join("company", "Radwerk", "", "", "", listed=False), stage.clock.now())
        work.people.set_member(person.id, joined.id)

    await stage.work(as_company)


async def test_taken_over_it_is_a_draft_of_that_organiser_and_the_asker_hears_of_it(stage: Stage) -> None:
    await team_and_company(stage)
    await stage.play(ASKS)
    await stage.play("""
        olga> [Übernehmen]
        lea< Das Team hat Ihre Bitte übernommen
        olga< Nr. 1 ist jetzt Ihr Entwurf. ... auch in einer anderen Sprache?
        olga> [Nein, nur Deutsch]
        olga<
        olga> [Ohne Thema]
        olga<
        olga> [Zu keinem bestimmten]
        olga<
        olga> [Alle (1)]
        olga<
        olga> [So lassen]
        olga< Offene Werkstatt am Samstag!
        olga> [Stimmt so]
        olga< Nachricht 1 (Entwurf) ... Darum gebeten hat:
        olga> [Jetzt senden (an 1)]
        olga<
        olga> [Ja, senden]
        olga< geht jetzt
        lea< Ihre Bitte ist unterwegs: Nachricht 1
    """)
    asker = (await first(stage)).requested_by
    [given] = (await stage.work(lambda work: work.privacy.export(asker)))["announcements"]
    assert given["body"] == "Offene Werkstatt am Samstag!", "her words, in a draft that is Olga's"
    await stage.tick(TICK)
    await stage.play("lea< Offene Werkstatt")


async def test_declined_with_a_reason(stage: Stage) -> None:
    await team_and_company(stage)
    await stage.play(ASKS)
    await stage.play("""
        olga> [Ablehnen mit Grund]
        olga< Warum nicht?
        olga> Das ist Werbung.
        olga< Die Bitte ist abgelehnt: Nachricht 1 ... Der Grund ist weitergegeben.
        lea< Das Team sendet das so nicht ... Grund: Das ist Werbung. ... /bittemelden
    """)
    assert (await first(stage)).state is AnnouncementState.CANCELLED


async def test_of_two_organisers_only_one_takes_it_over(stage: Stage) -> None:
    await team_and_company(stage)
    await organisers(stage, mara="editor")
    await stage.play(ASKS)
    await stage.play("""
        mara< [Übernehmen]
        olga> [Übernehmen]
        olga<
        mara> [Übernehmen]
        mara< Das ist schon entschieden: Entwurf.
    """)


async def test_private_persons_are_shown_another_way(stage: Stage) -> None:
    await stage.play("""
        > /bitte-melden
        < Darum können Organisationen im Bündnis bitten. [Dem Team schreiben]
    """)


async def test_in_english(stage: Stage) -> None:
    await team_and_company(stage)
    await stage.play("""
        lea> /language en
        lea<
        lea> /pleaseannounce
        lea< What should the team announce?
        lea> Open workshop!
        lea<
        lea> [None]
        lea< This is what the team gets: ... Open workshop!
        lea> [Give it to the team]
        lea< It is with the team now.
        olga< Open workshop!
    """)


async def test_taken_over_and_then_discarded_the_asker_hears_of_it(stage: Stage) -> None:
    await team_and_company(stage)
    await stage.play(ASKS)
    await stage.play("""
        olga> [Übernehmen]
        lea< Das Team hat Ihre Bitte übernommen
        olga<
        olga> [Nein, nur Deutsch]
        olga<
        olga> [Ohne Thema]
        olga<
        olga> [Zu keinem bestimmten]
        olga<
        olga> [Alle (1)]
        olga<
        olga> [So lassen]
        olga<
        olga> [Stimmt so]
        olga<
        olga> [Verwerfen]
        olga<
        olga> [Ja, verwerfen]
        olga< ist verworfen.
        lea< Das Team sendet Ihre Bitte nun doch nicht: Nachricht 1 ... /frage
    """)


async def test_what_a_resting_organisation_asks_for_is_put_aside_and_not_lost(stage: Stage) -> None:
    await team_and_company(stage)
    await stage.play(ASKS.split("    lea> [An das Team geben]", maxsplit=1)[0])
    await stage.work(lambda work: work.members.pause(2, "Wahlwerbung", stage.clock.now()))
    await stage.play("""
        lea> [An das Team geben]
        lea< Ihre Mitgliedschaft ruht zurzeit. ... Grund: Wahlwerbung ... Ihr Entwurf
        olga<<
    """)
    await stage.work(lambda work: work.members.resume(2))
    await stage.play("""
        lea> /bittemelden
        lea< [Weitermachen]
        lea> [Weitermachen]
        lea< Offene Werkstatt [An das Team geben]
        lea> [An das Team geben]
        lea< Das liegt jetzt beim Team.
        olga< bittet, etwas zu melden (Nr. 1): ... Offene Werkstatt am Samstag!
    """)
