"""What a phone makes of a text and its pictures: pieces, captions, files that are gone; and the language it is in."""

from dataclasses import replace
from datetime import timedelta

from bot.core.ports import Work
from bot.domain.announcements.announcement import AnnouncementState
from handlers.announcements.after.correcting import CORRECTING
from tests.dialogues.announcing.test_announcing import TICK, WRITES, _called, audience, first, more
from tests.dialogues.scenes import press
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage, picture

LONG = "Wir treffen uns am Bahnhof. " * 90
"""More than 2,000 characters: it may be the first piece of a longer text."""


async def test_a_text_that_a_phone_cuts_into_pieces_stays_one_text(stage: Stage) -> None:
    await audience(stage)
    await stage.play(f"""
        olga> /nachricht
        olga<
        olga> {LONG}
        olga< Manche Geräte schicken ihn in mehreren Teilen. Kommt noch einer? [Das war alles]
        olga> Und bringen Sie Kuchen mit.
        olga< Soll ein Bild oder eine Datei mit?
        olga> [Ohne]
        olga< anderen Sprache
        olga> [Nein, nur Deutsch]
        olga<
        olga> [Ohne Thema]
        olga<
        olga> [Zu keinem bestimmten]
        olga<
        olga> [Alle (2)]
        olga<
        olga> [So lassen]
        olga< Bahnhof. ... Und bringen Sie Kuchen mit.
        olga> [Ändern]
        olga<
        olga> [Text]
        olga< Was möchten Sie schreiben?
        olga> Kurz und gut.
        olga< So kommt sie an: ... Kurz und gut.
        olga> [Stimmt so]
    """)
    assert (await first(stage)).words.body == "Kurz und gut."


async def test_a_long_text_alone_is_all_there_is(stage: Stage) -> None:
    await organisers(stage, olga="editor")
    await stage.play(f"""
        olga> /nachricht
        olga<
        olga> {LONG}
        olga<
        olga> [Das war alles]
        olga< Soll ein Bild
        olga> Noch ein Satz.
        olga< Hier geht es nur um Bilder oder eine Datei. Den Text können Sie am Schluss noch ändern. [Ohne]
    """)


async def test_the_caption_of_a_picture_is_the_text_and_the_picture_goes_along(stage: Stage) -> None:
    await organisers(stage, olga="editor")
    await stage.play("""
        olga> /nachricht
        olga< Was möchten Sie schreiben?
    """)
    shown = stage.seat("olga").shows(picture())
    await stage.hear("olga", replace(shown, text="Am 3. März treffen wir uns."))
    await stage.play("""
        olga< Ein Bild ist da. Noch eins? [Fertig]
        olga> [Fertig]
        olga< anderen Sprache
    """)


async def test_a_document_stays_with_a_parked_draft_for_a_day_and_more(stage: Stage) -> None:
    await organisers(stage, olga="editor")
    await stage.play("""
        olga> /nachricht
        olga<
        olga> Das Programm
        olga<
        olga> (a document)
        olga< anderen Sprache
        olga> später
        olga< Ihr Entwurf bleibt
    """)
    stage.clock.turn(days=2)
    gone = await stage.work(lambda work: work.files.forget_unused(stage.clock.now() - timedelta(days=1)))
    assert gone == 0


async def test_a_file_that_is_gone_is_asked_for_again_before_the_draft_is_kept(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        olga> /nachricht
        olga<
        olga> Das Programm
        olga<
        olga> (a document)
        olga< anderen Sprache
        olga> [Nein, nur Deutsch]
        olga<
        olga> [Ohne Thema]
        olga<
        olga> [Zu keinem bestimmten]
        olga<
        olga> [Alle (2)]
        olga<
        olga> [So lassen]
        olga< So kommt sie an
    """)
    while stage.seat("olga").seen() is not None:
        pass
    await stage.work(lambda work: work.files.remove(1))
    await stage.play("""
        olga> [Stimmt so]
        olga< Eine Datei zu diesem Entwurf habe ich nicht mehr. ... Soll ein Bild oder eine Datei mit?
        olga> [Ohne]
        olga< So kommt sie an: ... Das Programm
        olga> [Stimmt so]
        olga< Nachricht 1 (Entwurf)
    """)


async def test_the_organiser_says_which_language_the_text_is_in(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        bert> /language en
        bert<
    """)
    await stage.play(
        WRITES.replace("Am **3. März** treffen wir uns im Rathaus.", "We meet at the town hall.")
        .replace("STOPP", "STOP")
        .replace("STOPP", "STOP")
        .replace("Am 3. März", "We meet")
        .replace(
            "olga> [Nein, nur Deutsch]",
            """olga> [Der Text ist auf Englisch]
    olga< auch in einer anderen Sprache? Sonst bekommen ihn alle auf Englisch. [Ja, auf Deutsch]
    olga> [Nein, nur Englisch]""",
        )
    )
    assert (await first(stage)).words.language == "en"
    await stage.play("""
        olga> [Jetzt senden (an 2)]
        olga<
        olga> [Ja, senden]
        olga<
    """)
    await stage.tick(TICK)
    stage.expect("lea", "(auf Englisch) ... We meet at the town hall.")
    stage.expect("bert", "We meet at the town hall. ... Unsubscribe: STOP")


async def test_the_counts_leave_out_whoever_has_switched_the_topic_off(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        bert> /nachrichten
        bert<
    """)
    await stage.work(lambda work: work.wishes.set_topic(_called(work, stage, "bert"), "veranstaltungen", wanted=False))
    await stage.play("""
        olga> /nachricht
        olga<
        olga> Hallo
        olga<
        olga> [Ohne]
        olga<
        olga> [Nein, nur Deutsch]
        olga<
        olga> [Veranstaltungen]
        olga<
        olga> [Zu keinem bestimmten]
        olga< [Alle (1)] [Nur Mitglieder (1)] [Nur Interessierte (0)]
        olga> [Alle (1)]
        olga< Das ist genau ein Mensch.
    """)


async def test_a_test_comes_in_every_language_it_is_written_in(stage: Stage) -> None:
    await audience(stage)
    await stage.play(
        WRITES.replace(
            "olga> [Nein, nur Deutsch]",
            """olga> [Ja, auf Englisch]
    olga< auf Englisch
    olga> We meet on 3 March.""",
        )
    )
    await stage.play("""
        olga> [Test an mich]
        olga< Am 3. März ... Abbestellen: STOPP
        olga< We meet on 3 March. ... Unsubscribe: STOP
        olga< Oben steht der Test
    """)
    await stage.play("""
        olga> [Jetzt senden (an 2)]
        olga<
        olga> [Ja, senden]
        olga<
    """)
    await stage.play(
        more(
            stage,
            """
        olga> [Test an mich]
        olga<
        olga<
        olga< Oben steht der Test, nur für Sie ... Ihr Stand: wird gerade gesendet.
    """,
        )
    )


async def test_a_correction_takes_a_long_text_in_its_pieces_and_each_version_its_own(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)

    def in_english_too(work: Work) -> None:
        kept = work.announcements.get(1)
        assert kept is not None
        words = replace(kept.words, second_language="en", second_body=LONG)
        work.announcements.rewrite(1, replace(kept.draft, words=words), kept.author)
        work.announcements.move(1, AnnouncementState.DONE, (AnnouncementState.DRAFT,), stage.clock.now())

    await stage.work(in_english_too)
    await press(stage, "olga", CORRECTING, 1)
    await stage.play(f"""
        olga< Wie soll der Text auf Deutsch jetzt lauten?
        olga> {LONG}
        olga< Kommt noch einer? [Das war alles]
        olga> Und bringen Sie Kuchen mit.
        olga< Wie soll der Text auf Englisch jetzt lauten? ... [So lassen]
        olga> [So lassen]
        olga< So steht es dann bei allen ... Und bringen Sie Kuchen mit.
    """)
