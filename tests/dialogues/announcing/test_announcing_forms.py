"""What is looked at before sending is what arrives: every form that somebody in the audience gets."""

from handlers.announcements.writing.saying import BODY_MAX
from tests.dialogues.announcing.test_announcing import TO_THE_AUDIENCE, WRITTEN, audience
from tests.stage import Stage


async def test_the_last_look_and_the_test_show_what_the_audience_will_get(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        bert> /language en
        bert<
    """)
    await stage.play(TO_THE_AUDIENCE)
    await stage.play("""
        olga> [Alle (2)]
        olga<
        olga> [Sprache]
        olga<
        olga> [English (1)]
        olga<
        olga> [So lassen]
        olga< So kommt sie an: ... (in German) ... Am 3. März ... Unsubscribe: STOP ... ist genau 1 Mensch
        olga> [Stimmt so]
        olga< (in German) ... Unsubscribe: STOP
        olga> [Test an mich]
        olga< (in German) ... Am 3. März ... Unsubscribe: STOP
        olga< Oben steht der Test
    """)


async def test_the_last_look_says_who_gets_the_same_words_with_a_mark(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        bert> /language en
        bert<
    """)
    await stage.play(
        WRITTEN.replace(
            "... STOPP ...",
            "... STOPP ... Wer Englisch liest, bekommt dieselben Worte mit dem Vermerk „in German“. ...",
        )
    )


async def test_of_two_versions_each_is_changed_and_one_that_was_not_is_named(stage: Stage) -> None:
    await audience(stage)
    second = """olga> [Ja, auf Englisch]
    olga< Bitte schicken Sie mir den Text auf Englisch.
    olga> We meet on 3 March."""
    await stage.play(TO_THE_AUDIENCE.replace("olga> [Nein, nur Deutsch]", second))
    await stage.play("""
        olga> [Alle (2)]
        olga<
        olga> [So lassen]
        olga<
        olga> [Stimmt so]
        olga<
        olga> [Ändern]
        olga< Was möchten Sie ändern? [Text auf Deutsch] [Text auf Englisch] [Bilder oder Datei] [Sprachen]
        olga> [Text auf Deutsch]
        olga<
        olga> Am 4. März treffen wir uns.
        olga< Am 4. März ... We meet on 3 March. ... Geändert ist nur der erste Text. Der auf Englisch
        olga> [Ändern]
        olga<
        olga> [Text auf Englisch]
        olga<
        olga> We meet on 4 March.
    """)
    assert "wie vorher" not in stage.expect("olga", "Am 4. März ... We meet on 4 March.").words


async def test_the_longest_version_is_measured_and_named(stage: Stage) -> None:
    if not 0 < stage.fake.abilities.text_most < BODY_MAX:
        return  # it splits no announcement
    await audience(stage)
    await stage.play(TO_THE_AUDIENCE.partition("olga> [Nein, nur Deutsch]")[0])
    await stage.play(f"""
        olga> [Ja, auf Englisch]
        olga<
        olga> {"See you. " * 500}
        olga< [Das war alles]
        olga> [Das war alles]
        olga<
        olga> [Ohne Thema]
        olga<
        olga> [Zu keinem bestimmten]
        olga<
        olga> [Alle (2)]
        olga<
        olga> [So lassen]
        olga<
        olga> [Stimmt so]
        olga< auf Englisch: kommt dort in 2 Teilen an
        olga> [Probelauf]
        olga< auf Englisch: kommt dort in 2 Teilen an
    """)
