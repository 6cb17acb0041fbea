"""What organisers decide about a date: not releasing it, calling it off, and who hears why."""

from bot.core.ports import Work
from bot.domain.people.person import Role
from tests.dialogues.events.test_coming import more
from tests.dialogues.events.test_planning import CHANGES, WRITTEN, comes, event, published
from tests.dialogues.scenes import press
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage

REFUSED = """
    otto> [Zur Freigabe geben]
    otto< Der Termin liegt jetzt bei der Moderation.
    olga< Ein neuer Termin wartet auf die Freigabe: ... Herbsttreffen [Nicht freigeben]
    olga> [Nicht freigeben]
    olga< Warum geben Sie „Herbsttreffen“ nicht frei? Wer ihn geschrieben hat, liest den Grund. [Ohne Grund]
    olga> Am Tag ist Markt.
    olga< wirklich nicht freigeben? [Nicht freigeben]
    olga> [Nicht freigeben]
    olga< „Herbsttreffen“ wird nicht veröffentlicht.
"""


async def test_whose_date_is_not_released_reads_why(stage: Stage) -> None:
    await organisers(stage, otto="editor", olga="moderator")
    await stage.play(WRITTEN)
    await stage.play(REFUSED)
    await stage.play("otto< Ihr Termin „Herbsttreffen“ ist nicht freigegeben. Grund: Am Tag ist Markt.")


async def test_who_takes_their_own_proposal_back_is_not_asked_for_a_reason(stage: Stage) -> None:
    await organisers(stage, otto="editor", olga="moderator")
    await stage.play(WRITTEN)
    await stage.play("""
        otto> [Zur Freigabe geben]
        otto< Der Termin liegt jetzt bei der Moderation.
        otto> /termine
        otto< [Ändern] [Zurücknehmen]
        otto> [Zurücknehmen]
        otto< „Herbsttreffen“ wirklich zurücknehmen?
        otto> [Zurücknehmen]
        otto< „Herbsttreffen“ ist zurückgenommen.
    """)


async def test_of_what_was_not_released_nothing_is_kept(stage: Stage) -> None:
    await organisers(stage, otto="editor", olga="moderator")
    await stage.play(WRITTEN)
    await stage.play(REFUSED.replace("> Am Tag ist Markt.", "> [Ohne Grund]"))
    await stage.play("""
        otto< Ihr Termin „Herbsttreffen“ ist nicht freigegeben.
        otto> /termine
        otto< Zurzeit steht kein Termin an. [Neuer Termin]
    """)
    await press(stage, "olga", "event-publish", 1, 1)
    await stage.play("olga< Diesen Termin gibt es nicht mehr.")
    assert (await deeds(stage))[-1] == "event-refused"


async def test_whose_proposal_reaches_nobody_is_told_so(stage: Stage) -> None:
    await organisers(stage, otto="editor", olga="moderator")

    def blocks(work: Work) -> None:
        for moderator in work.people.organisers(Role.MODERATOR):
            contact = work.people.contact_of(moderator.id)
            assert contact is not None
            work.people.set_reachable(contact.id, reachable=False)

    await stage.work(blocks)
    await stage.play(WRITTEN)
    await stage.play("""
        otto> [Zur Freigabe geben]
        otto< wartet jetzt auf Freigabe. Erreichen konnte ich dafür gerade niemanden.
    """)


async def test_whoever_has_left_the_team_hears_no_more_of_their_dates(stage: Stage) -> None:
    await organisers(stage, otto="editor", olga="moderator")
    await stage.play(WRITTEN)
    await stage.play(REFUSED.rpartition("    olga> [Nicht")[0])
    author = (await event(stage)).author
    assert author is not None
    await stage.work(lambda work: work.people.set_role(author, None))
    await stage.play("""
        olga> [Nicht freigeben]
        olga< „Herbsttreffen“ wird nicht veröffentlicht.
        otto<<
    """)


async def test_whose_published_date_is_called_off_reads_why(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await published(stage)
    await press(stage, "olga", "event-call-off", 1, 1)
    await stage.play("""
        olga< Warum fällt „Herbsttreffen“ aus?
        olga> Sturmwarnung
        olga<
        olga> [Ja, absagen]
        olga< „Herbsttreffen“ ist abgesagt.
        otto< Ihr Termin „Herbsttreffen“ ist vom Team abgesagt. Grund: Sturmwarnung
    """)


async def test_who_had_signed_up_for_what_is_off_can_be_fetched(stage: Stage) -> None:
    await published(stage)
    await comes(stage)
    known = await event(stage)
    await stage.work(lambda work: work.events.call_off(known, "Sturm"))
    await stage.play("""
        otto> /termine
        otto< Zurzeit steht kein Termin an. [Vergangene Termine]
        otto> [Vergangene Termine]
        otto< Ein Termin, vorbei oder abgesagt: [Herbsttreffen (3. Dezember 2026)]
        otto> [Herbsttreffen (3. Dezember 2026)]
        otto< Dieser Termin fällt aus. Grund: Sturm [Wer kommt?]
    """)


async def test_the_past_has_pages(stage: Stage) -> None:
    await published(stage)
    for number in range(5):
        await more(stage, f"Fest {number}", days=11 + number)
    stage.clock.turn(days=30)
    await stage.play("""
        otto> /termine
        otto< [Vergangene Termine]
        otto> [Vergangene Termine]
        otto< 6 Termine, vorbei oder abgesagt: [Fest 4 (8. Dezember 2026)] [Frühere]
        otto> [Frühere]
        otto< [Herbsttreffen (3. Dezember 2026)] [Spätere]
    """)


async def test_who_changes_or_calls_off_what_they_come_to_hears_of_it_once(stage: Stage) -> None:
    await organisers(stage, olga="moderator")
    await published(stage)
    await comes(stage, "otto")
    await stage.play("""
        otto> [Ändern]
        otto<
        otto> [Ort]
        otto<
        otto> Kirche
        otto< Kirche [So übernehmen]
        otto> [So übernehmen]
        otto< „Herbsttreffen“ ist geändert. ... Kirche ... Sie sind angemeldet.
    """)
    await stage.tick(CHANGES)
    await stage.play("otto<<")
    await press(stage, "olga", "event-call-off", 1, 2)
    await stage.play("""
        olga<
        olga> [Ohne Grund absagen]
        olga< Eine Person ist angemeldet
        olga> [Ja, absagen]
        olga< „Herbsttreffen“ ist abgesagt. Alle Angemeldeten erfahren es.
        otto< Ihr Termin „Herbsttreffen“ ist vom Team abgesagt.
    """)
    await stage.tick(CHANGES)
    await stage.play("otto<<")


async def test_fewer_seats_than_people_takes_nobodys_seat_and_is_said(stage: Stage) -> None:
    await published(stage)
    await comes(stage, "anna")
    await comes(stage, "bert")
    await stage.play("""
        otto> [Ändern]
        otto<
        otto> [Plätze]
        otto< Wie viele Plätze gibt es?
        otto> 1
        otto< Plätze: 1 [So übernehmen]
        otto> [So übernehmen]
        otto< Angemeldet sind schon 2, mehr als es jetzt Plätze gibt (1). Alle bleiben angemeldet.
    """)
