"""Looking at dates, coming, staying away, and what is kept of it."""

from bot.core.ports import Work
from bot.domain.event import EventDraft, EventState
from tests.dialogues.events.test_planning import WRITTEN, comes, event, guests, published
from tests.dialogues.scenes import JOINS, press, read_the_notice
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage


async def test_looking_keeps_nothing_and_the_notice_comes_before_the_first_thing_kept(stage: Stage) -> None:
    await published(stage)
    await stage.play("""
        > /termine
        < Herbsttreffen ... Rathaus Schopfheim ... Weniger als 5 Anmeldungen. ... Kommen Sie? [Ich komme]
        > [Ich komme]
        < Ihre Daten, kurz gesagt ... Anmeldungen zu Terminen ... 3 Monate nach dem Termin [Einverstanden, weiter]
        > [Nur lesen]
        < Gern. Ich speichere dafür nur Ihre Chat-Kennung
        <<
    """)
    assert await guests(stage) == 0
    await stage.play("""
        > /termine
        < [Ich komme]
        > [Ich komme]
        < Ihre Daten
        > [Einverstanden, weiter]
        < Schön, dass Sie kommen! ... Am Tag davor erinnere ich Sie. [Ich komme doch nicht] [Alle Termine]
        <<
    """)
    assert await guests(stage) == 1


async def test_coming_and_staying_away(stage: Stage) -> None:
    await published(stage)
    await comes(stage)
    await stage.play("""
        > /termine
        < Sie sind angemeldet. [Ich komme doch nicht]
        > [Ich komme doch nicht]
        < Schade! Für „Herbsttreffen“ sind Sie nicht mehr angemeldet. [Alle Termine]
        > [Alle Termine]
        < Kommen Sie? [Ich komme]
    """)
    assert await guests(stage) == 0


async def test_when_all_seats_are_taken_it_says_so(stage: Stage) -> None:
    await organisers(stage, otto="moderator")
    await stage.play(WRITTEN.replace("> [Ohne Begrenzung]", "> 1"))
    await stage.play("""
        otto> [Termin veröffentlichen]
        otto<
    """)
    await read_the_notice(stage, "bert")
    await stage.play("""
        bert> /termine
        bert< Kommen Sie? [Ich komme]
    """)
    await comes(stage)
    await stage.play("""
        bert> [Ich komme]
        bert< Leider sind alle Plätze vergeben.
        bert> /termine
        bert< Leider sind alle Plätze vergeben.
    """)
    assert await guests(stage) == 1


async def test_several_dates_are_listed_with_their_details_behind_a_tap(stage: Stage) -> None:
    await published(stage)
    await more(stage, "Klimafest", days=20)
    await stage.play("""
        > /termine
        < Die nächsten Termine: ... Herbsttreffen: Donnerstag, 3. ... Klimafest: Sonntag, 13. Dezember ... Weniger als 5
        > [Klimafest (13. Dezember 2026)]
        < Klimafest ... Ein Fest. ... Kommen Sie? [Ich komme] [Alle Termine]
    """)


async def test_a_page_that_is_not_there_any_more_shows_the_first(stage: Stage) -> None:
    await published(stage)
    await press(stage, "otto", "event-page", 5)
    await stage.play("otto< Herbsttreffen ... Kommen Sie?")


async def more(stage: Stage, title: str, days: int) -> None:
    """Another date."""

    def add(work: Work) -> None:
        begins = stage.clock.at.replace(hour=12).fromordinal(stage.clock.at.toordinal() + days)
        draft = EventDraft(title, begins.replace(hour=12, tzinfo=stage.clock.at.tzinfo), "Festplatz", "Ein Fest.", 0)
        work.events.add(draft, 1, EventState.PUBLISHED, stage.clock.now())

    await stage.work(add)


async def test_whoever_looks_around_finds_them_while_there_are_any(stage: Stage) -> None:
    await published(stage)
    await stage.play("""
        > /umsehen
        < [Geschichten lesen] [Alle Termine]
        > [Alle Termine]
        < Herbsttreffen ... Kommen Sie?
    """)


async def test_numbers_are_told_from_five_on(stage: Stage) -> None:
    await published(stage)

    def crowd(work: Work) -> None:
        for at in range(5):
            person, _ = work.people.meet(stage.fake.account, f"crowd-{at}", "de", stage.clock.now())
            work.events.sign_up(1, person.id, stage.clock.now(), reminded=False)

    await stage.work(crowd)
    await stage.play("""
        > /termine
        < 5 Anmeldungen. ... Kommen Sie?
    """)


async def test_my_data_show_it_and_an_erasure_takes_it_away(stage: Stage) -> None:
    await published(stage)
    await comes(stage)
    await stage.play("""
        > /meinedaten
        < Angemeldet: Herbsttreffen, 3. Dezember 2026, 18:00
        > /loeschen
        <
        > [Ja, alles löschen]
        < Ihre Daten sind gelöscht.
    """)
    assert await guests(stage) == 0
    assert (await event(stage)).draft.title == "Herbsttreffen"


async def test_leaving_the_alliance_alone_keeps_the_sign_up(stage: Stage) -> None:
    """A date is for everybody, unlike a pledge."""
    await published(stage)
    await stage.play(JOINS)
    await stage.play("""
        > /termine
        < [Ich komme]
        > [Ich komme]
        < Schön, dass Sie kommen!
        > /meinedaten
        < [Zurücknehmen: Partnererklärung]
        > [Zurücknehmen: Partnererklärung]
        < [Nur austreten]
        > [Nur austreten]
        < Sie sind kein Mitglied mehr.
    """)
    assert await guests(stage) == 1


async def test_it_reads_well_in_english_and_with_du(stage: Stage) -> None:
    await published(stage)
    await stage.play("""
        > /language en
        < English
        > /events
        < Herbsttreffen ... Fewer than 5 people have signed up. ... Are you coming? [I am coming]
        > [I am coming]
        < Your data in brief
        > [Agree, continue]
        < Good to have you! ... I will remind you the day before. [I am not coming after all] [All events]
        > /sprache
        < [Deutsch (Du)]
        > [Deutsch (Du)]
        <
        > /termine
        < Du bist angemeldet.
        > [Ich komme doch nicht]
        < Schade! Für „Herbsttreffen“ bist du nicht mehr angemeldet.
    """)
