"""What organisers decide about a date: announcing it, not releasing it, calling it off, and who hears why."""

from tests.dialogues.events.test_coming import more
from tests.dialogues.events.test_planning import WRITTEN, comes, event, published
from tests.dialogues.news.test_news import FOLLOWS
from tests.dialogues.scenes import press
from tests.dialogues.stories.test_stories import by, organisers
from tests.stage import Stage


async def test_an_announcement_begun_before_stays_beside_the_one_of_a_date(stage: Stage) -> None:
    await stage.play(by("bert", FOLLOWS))
    await published(stage)
    await stage.play("""
        otto> /nachricht
        otto< Was möchten Sie schreiben?
        otto> Der Stammtisch zieht um.
        otto< Soll ein Bild oder eine Datei mit?
        otto> /termine
        otto< Kommen Sie? [Nachricht dazu]
        otto> [Nachricht dazu]
        otto< Angehalten: ... Ihr Entwurf bleibt ... Soll ein Bild oder eine Datei mit? [Ohne]
        otto> [Ohne]
        otto<
        otto> [Nein, nur Deutsch]
        otto<
        otto> [Veranstaltungen]
        otto<
        otto> [Zu keinem bestimmten]
        otto<
        otto> [Alle (1)]
        otto<
        otto> [So lassen]
        otto< Herbsttreffen ... Anmelden mit: /termine
        otto> /nachricht
        otto< Hier liegt noch ein Entwurf: Nachricht an das Bündnis ... [Weitermachen]
        otto> [Weitermachen]
        otto< Soll ein Bild oder eine Datei mit? [Ohne]
    """)


async def test_nothing_is_announced_of_what_is_off(stage: Stage) -> None:
    await published(stage)
    known = await event(stage)
    await stage.work(lambda work: work.events.call_off(known, "Sturm"))
    await stage.play("""
        otto> [Nachricht dazu]
        otto< Das hat sich inzwischen geändert. ... Herbsttreffen ... Dieser Termin fällt aus. Grund: Sturm
    """)


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
