"""One's own data: readable, as a file, and every yes can be taken back by itself."""

import json

from bot.core.ports import Work
from bot.domain.people.consent import Purpose
from bot.domain.story import Scope, StoryDraft, StoryState
from tests.dialogues.scenes import person
from tests.stage import Stage

JOINS_WITH_EVERYTHING = """
    > /mitmachen
    <
    > [Gelesen, weiter]
    <
    > [Für mich selbst]
    <
    > Lea
    <
    > Steinen
    <
    > [Ja, ich unterzeichne]
    <
    > [Ja, gern zeigen]
    <
    > [Ja, bitte]
    <
    > [Ja, beitreten]
    < willkommen
"""


async def open_purposes(stage: Stage) -> set[Purpose]:
    known, _ = await person(stage)

    def look(work: Work) -> set[Purpose]:
        return {consent.purpose for consent in work.consents.of(known.id) if consent.withdrawn_at is None}

    found = await stage.work(look)
    assert isinstance(found, set)
    return found


async def test_the_summary_the_consents_and_everything_as_a_file(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("> /meinedaten")
    seen = stage.expect(
        "",
        "Das weiß ich von Ihnen: ... Mitglied LÖ-2026-0001: Lea (Privatperson) ... Ort: Steinen ... Liste: ja"
        " ... Sprache: Deutsch (Sie) ... Nachrichten: ja ... Dazu haben Sie Ja gesagt:"
        " ... Hinweis zum Datenschutz gelesen, Fassung ... Partnererklärung, Fassung 2026-1, 23. November 2026"
        " [Zurücknehmen: Name in der Liste] [Zurücknehmen: Nachrichten] [Zurücknehmen: Partnererklärung]",
    )
    assert "Zurücknehmen: Hinweis zum Datenschutz gelesen" not in seen.labels
    given = json.loads(seen.file)
    assert [row["name"] for row in given["members"]] == ["Lea"]
    assert len(given["consents"]) == 4


async def test_a_stranger_learns_that_hardly_anything_is_known(stage: Stage) -> None:
    await stage.play("""
        > /meinedaten
        < Mitgliedschaft: keine ... Geschichten: 0 ... Einwilligungen: bisher keine. [Alles löschen]
        <<
    """)


async def test_being_listed_is_taken_back_by_itself(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /meinedaten
        <
        > [Zurücknehmen: Name in der Liste]
        < Zurückgenommen: Name in der Liste. Das gilt ab sofort.
        > /meinedaten
        < Liste: nein ... Name in der Liste, Fassung ... zurückgenommen 23. November 2026
    """)
    assert await open_purposes(stage) == {Purpose.NOTICE, Purpose.MEMBERSHIP, Purpose.NEWS}
    assert await stage.work(lambda work: len(work.members.listed())) == 0


async def test_news_are_taken_back_by_themselves(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /meinedaten
        <
        > [Zurücknehmen: Nachrichten]
        < Zurückgenommen: Nachrichten.
    """)
    known, agreed = await person(stage)
    assert (known.news, agreed) == (False, False)
    assert known.member is not None


async def test_a_story_whose_consent_is_taken_back_is_shown_no_more(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    known, _ = await person(stage)

    def publish(work: Work) -> None:
        now = stage.clock.now()
        draft = StoryDraft("Solar", "Gebaut.", "Anfangen!", "ausstoss", 0, Scope.PUBLIC)
        story = work.stories.add(draft, known.id, "Lea", "person", "", now)
        work.stories.decide(story.id, StoryState.APPROVED, [StoryState.SUBMITTED], now)
        work.consents.give(
            known.id,
            Purpose.STORY_PUBLIC,
            subject=str(story.id),
            version="1",
            text_hash="0" * 64,
            network="plain",
            now=now,
        )

    await stage.work(publish)
    await stage.play("""
        > /meinedaten
        < Geschichte „Solar“ öffentlich [Zurücknehmen: Geschichte „Solar“ öffentlich]
        > [Zurücknehmen: Geschichte „Solar“ öffentlich]
        < Zurückgenommen: Geschichte öffentlich.
    """)
    assert await stage.work(lambda work: work.stories.count_approved([Scope.PUBLIC])) == 0
    assert Purpose.STORY_PUBLIC not in await open_purposes(stage)


async def test_only_the_membership_can_end(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /meinedaten
        <
        > [Zurücknehmen: Partnererklärung]
        < Schade ... nur die Mitgliedschaft beenden [Alles löschen] [Nur austreten]
        > [Nur austreten]
        < Sie sind kein Mitglied mehr.
    """)
    known, agreed = await person(stage)
    assert (known.member, known.follows, known.news, agreed) == (None, True, True, True)
    assert await open_purposes(stage) == {Purpose.NOTICE, Purpose.NEWS}
    assert await stage.work(lambda work: work.members.count()) == 0


async def test_it_reads_well_in_english(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /language en
        < English
        > /mydata
        < This is what I know about you: ... Member LÖ-2026-0001: Lea (Private person) [Take back: News]
    """)


async def test_wishes_about_news_are_told_in_plain_words(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /nachrichten wöchentlich
        <
        > /nachrichten von 21 bis 7
        <
        > /nachrichten Mitmachen aus
        <
        > /meinedaten
        < Nachrichten: ja ... nur nicht Mitmachen ... einmal in der Woche gesammelt ... Ruhezeit: von 21 bis 7 Uhr
    """)
