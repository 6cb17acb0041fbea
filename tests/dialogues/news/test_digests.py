"""Digests: everything since the last in one message, once, in the person's language; nothing taken back."""

import pytest

from bot.core.ports import Work
from bot.domain.announcements.announcement import AnnouncementState, Words
from bot.domain.announcements.audience import Audience
from bot.domain.people.member import Join
from bot.domain.people.person import Role
from tests.dialogues.news.test_news import FOLLOWS
from tests.dialogues.scenes import announce
from tests.stage import Stage

TICK = "digests"
A_PERSON = Join("person", "Anna Beispiel", "", "", "steinen", listed=False)
EVENING = {"hours": 7, "seconds": 1}  # from the stage's Monday morning to 17:00 in Lörrach


async def daily(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play("""
        > /nachrichten täglich
        < Gemerkt. ... einmal am Tag gesammelt
    """)


async def move(stage: Stage, number: int, to: AnnouncementState) -> None:
    def change(work: Work) -> None:
        assert work.announcements.move(number, to, tuple(AnnouncementState), stage.clock.now())

    await stage.work(change)


async def test_a_day_comes_as_one_message_in_order_with_its_words_and_the_way_out(stage: Stage) -> None:
    await daily(stage)
    await announce(stage, "**Heizung** im Blick: Am 3. März im Rathaus.")
    await announce(stage, "Neuer Zuschuss für Vereine.")
    await stage.tick(TICK)
    await stage.play("<<")
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    await stage.play("""
        < 2 Nachrichten des Bündnisses ... 23. November 2026 ... Heizung im Blick: Am 3. ... Neuer Zuschuss ... STOPP
        <<
    """)
    stage.clock.turn(days=1)
    await stage.tick(TICK)
    await stage.play("<<")


async def test_a_week_comes_on_thursday(stage: Stage) -> None:
    await stage.play(FOLLOWS)
    await stage.play("""
        > /nachrichten wöchentlich
        < Gemerkt.
    """)
    await announce(stage, "Vom Montag.")
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    await stage.play("<<")
    stage.clock.turn(days=2)
    await announce(stage, "Vom Mittwoch.")
    stage.clock.turn(days=1)
    await stage.tick(TICK)
    await stage.play("""
        < 2 Nachrichten ... Vom Montag. ... Vom Mittwoch.
        <<
    """)


async def test_each_in_the_readers_language_and_marked_where_there_is_only_another(stage: Stage) -> None:
    await daily(stage)
    await stage.play("""
        > /language en
        <
    """)
    await announce(stage, "Am 3. März im Rathaus.", english="On 3 March in the town hall.")
    await announce(stage, "Nur auf Deutsch.")
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    await stage.play("""
        < 2 announcements ... On 3 March ... (in German) ... Nur auf Deutsch. ... /messages · Unsubscribe: STOP
        <<
    """)


async def test_what_was_cancelled_or_withdrawn_meanwhile_is_not_in_it(stage: Stage) -> None:
    await daily(stage)
    gone = await announce(stage, "Falscher Termin.")
    taken = await announce(stage, "Zurückgezogen.")
    await announce(stage, "Das gilt.")
    await move(stage, gone, AnnouncementState.CANCELLED)
    await move(stage, taken, AnnouncementState.WITHDRAWN)
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    await stage.play("""
        < Eine Nachricht des Bündnisses ... Das gilt.
        <<
    """)


async def test_a_corrected_one_comes_with_its_corrected_words(stage: Stage) -> None:
    await daily(stage)
    number = await announce(stage, "Am 30. Februar im Rathaus.")
    await stage.work(lambda work: work.announcements.reword(number, Words("de", "Am 3. März im Rathaus.")))
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    seen = stage.expect("", "Am 3. März im Rathaus.")
    assert "Februar" not in seen.words


async def test_if_nothing_is_left_nothing_comes(stage: Stage) -> None:
    await daily(stage)
    await move(stage, await announce(stage, "Zurückgezogen."), AnnouncementState.WITHDRAWN)
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    await stage.play("<<")


async def test_a_paused_one_waits_for_a_later_digest(stage: Stage) -> None:
    await daily(stage)
    held = await announce(stage, "Noch nicht.")
    await announce(stage, "Schon.")
    await move(stage, held, AnnouncementState.PAUSED)
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    await stage.play("""
        < Eine Nachricht ... Schon.
        <<
    """)
    await move(stage, held, AnnouncementState.SENDING)
    await stage.tick(TICK)
    await stage.play("""
        < Eine Nachricht ... Noch nicht.
        <<
    """)


async def test_a_topic_switched_off_meanwhile_is_left_out(stage: Stage) -> None:
    await daily(stage)
    await announce(stage, "Am Freitag ist Fest.", topic="veranstaltungen")
    await announce(stage, "An alle.")
    await stage.play("""
        > /nachrichten Veranstaltungen abbestellen
        < Gemerkt.
    """)
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    await stage.play("""
        < Eine Nachricht ... An alle.
        <<
    """)


@pytest.mark.parametrize(
    ("audience", "goes", "said"),
    [
        (Audience(kinds=("person",)), True, "Eine Nachricht ... An alle."),
        (Audience(kinds=("person",)), False, "2 Nachrichten ... Nur für manche. ... An alle."),
        (Audience(municipalities=("steinen",)), True, "Eine Nachricht ... An alle."),
        (Audience(municipalities=("steinen",)), False, "2 Nachrichten ... Nur für manche. ... An alle."),
    ],
)
async def test_what_is_for_some_members_is_left_out_for_who_is_none_any_more(
    stage: Stage, audience: Audience, goes: bool, said: str
) -> None:
    await daily(stage)
    await stage.make_organiser("anna", "editor")  # a person by name

    def joins(work: Work) -> None:
        [anna] = work.people.organisers(Role.EDITOR)
        work.people.set_member(anna.id, work.members.add(A_PERSON, stage.clock.now()).id)

    def leaves(work: Work) -> None:
        [anna] = work.people.organisers(Role.EDITOR)
        work.people.set_member(anna.id, None)
        work.people.set_follows(anna.id, follows=True)

    await stage.work(joins)
    await announce(stage, "Nur für manche.", audience=audience)
    await announce(stage, "An alle.")
    if goes:
        await stage.work(leaves)
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    await stage.play(f"""
        < {said}
        <<
    """)


async def test_a_transaction_that_dies_loses_nothing_and_doubles_nothing(stage: Stage) -> None:
    await daily(stage)
    await announce(stage, "Genau einmal.")
    stage.clock.turn(**EVENING)
    tick = next(tick for tick in stage.routes.ticks if tick.name == TICK)

    def killed(work: Work) -> None:
        tick.run(stage.conversation.post(work, stage.clock.now()))
        raise InterruptedError

    with pytest.raises(InterruptedError):
        await stage.work(killed)
    await stage.deliver()
    await stage.play("<<")
    await stage.tick(TICK)
    await stage.tick(TICK)
    await stage.play("""
        < Genau einmal.
        <<
    """)


async def test_long_ones_are_told_by_their_beginning_and_read_with_a_tap(stage: Stage) -> None:
    await daily(stage)
    await announce(stage, "Erstens: " + "viele Worte, " * 200 + "Schluss eins.")
    await announce(stage, "Zweitens: " + "viele Worte, " * 100 + "Schluss zwei.")
    await announce(stage, "Kurz.")
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    seen = stage.expect("", "3 Nachrichten ... Erstens ... … ... Zweitens ... … ... Kurz.")
    assert "Schluss" not in seen.words
    assert len(seen.words) < 4000
    assert [label.partition(":")[0] for label in seen.labels] == ["Ganz lesen", "Ganz lesen"]
    await stage.play(f"""
        <<
        > [{seen.labels[1]}]
        < Zweitens ... Schluss zwei.
        <<
    """)


async def test_a_whole_one_that_was_withdrawn_is_read_by_nobody(stage: Stage) -> None:
    await daily(stage)
    number = await announce(stage, "Wort " * 700)
    stage.clock.turn(**EVENING)
    await stage.tick(TICK)
    seen = stage.expect("", "Wort Wort")
    await move(stage, number, AnnouncementState.WITHDRAWN)
    await stage.play(f"""
        > [{seen.labels[0]}]
        < Diese Nachricht wurde zurückgezogen.
    """)


async def test_more_than_the_weekly_number_comes_bundled(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    most = stage.alliance.announcing.__class__(unasked_per_week=1)
    monkeypatch.setattr(type(stage.alliance), "announcing", most, raising=False)
    await stage.play(FOLLOWS)
    await announce(stage, "Die erste.")
    await announce(stage, "Die zweite.")
    await announce(stage, "Die dritte.")
    await stage.play("""
        < Die erste.
        <<
        > /nachrichten
        < mehr als 1 in einer Woche kommen gesammelt
    """)
    stage.clock.turn(days=3, **EVENING)
    await stage.tick(TICK)
    await stage.play("""
        < 2 Nachrichten ... Die zweite. ... Die dritte.
        <<
    """)
