"""A team of one publishes in groups: what usually needs a second person is asked once more, and noted down."""

from tests.dialogues.announcing.test_places import WRITES_FOR_THE_PLACE, _offered, open_place
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage


async def test_the_only_one_who_may_release_is_asked_again_and_it_is_noted_down(stage: Stage) -> None:
    await organisers(stage, olga="owner", edda="editor")
    room = await open_place(stage)
    await stage.play(WRITES_FOR_THE_PLACE)
    label = (await _offered(stage, "olga"))[0]
    await stage.play(f"""
        olga> [{label}]
        olga<
        olga> [So lassen]
        olga<
        olga> [Stimmt so]
    """)
    card = stage.expect("olga", "Dazu eine Gruppe oder ein Kanal")
    (send,) = (label for label in card.labels if label.startswith("Jetzt senden"))
    await stage.play(f"""
        olga> [{send}]
        olga< wirklich senden?
        olga> [Ja, senden]
        olga< Sonst liest das vorher eine zweite Person. Gerade gibt es keine. [Nein, zurück] [Ja, allein freigeben]
        olga> [Ja, allein freigeben]
        olga< geht jetzt an eine Gruppe oder einen Kanal.
    """)
    await stage.tick("announcements")
    assert "Am 3. März treffen wir uns." in room.said[-1]
    assert "announcement-alone" in await deeds(stage)


async def test_what_was_planned_for_a_time_gone_by_is_asked_about_and_not_sent_at_once(stage: Stage) -> None:
    await organisers(stage, olga="owner", edda="editor")
    await open_place(stage)
    await stage.play(WRITES_FOR_THE_PLACE)
    label = (await _offered(stage, "olga"))[0]
    await stage.play(f"""
        olga> [{label}]
        olga<
        olga> [So lassen]
        olga<
        olga> [Stimmt so]
    """)
    await stage.play("""
        olga< Dazu eine Gruppe oder ein Kanal
        olga> [Planen]
        olga<
        olga> heute 10:30
        olga<
        olga> [Ja, so planen]
        olga< Sendezeit: am 23. November 2026, 10:30. Sonst liest das vorher eine zweite Person. [Ja, allein freigeben]
    """)
    stage.clock.turn(minutes=40)
    await stage.play("""
        olga> [Ja, allein freigeben]
        olga< Dieser Zeitpunkt ist vorbei. Wann soll sie gehen? [Zu einer anderen Zeit] [Jetzt sofort]
        olga> [Jetzt sofort]
        olga< Sendezeit: sofort nach der Freigabe. Sonst liest das vorher eine zweite Person. [Ja, allein freigeben]
        olga> [Ja, allein freigeben]
        olga< geht jetzt an eine Gruppe oder einen Kanal.
    """)
