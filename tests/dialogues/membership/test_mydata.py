"""One's own data: readable, as a file, and every yes can be taken back by itself."""

import json

from bot.core.ports import Work
from bot.core.words.texts import text
from bot.domain.people.consent import Purpose
from bot.domain.people.member import digest
from bot.domain.story import Scope, StoryDraft, StoryState
from tests.dialogues.scenes import JOINS, one_member, person
from tests.stage import Stage

JOINS_WITH_EVERYTHING = """
    > /mitmachen
    <
    > [Einverstanden, weiter]
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


def publish(work: Work, stage: Stage, author: int, *purposes: Purpose) -> None:
    """A public story of Lea's, with these consents."""
    now = stage.clock.now()
    draft = StoryDraft("Solar", "Gebaut.", "Anfangen!", "ausstoss", 0, Scope.PUBLIC)
    story = work.stories.add(draft, author, "Lea", "person", "", now)
    work.stories.decide(story.id, StoryState.APPROVED, [StoryState.SUBMITTED], now)
    for purpose in purposes:
        words = {"subject": str(story.id), "version": "1", "text_hash": "0" * 64, "network": "plain"}
        work.consents.give(author, purpose, **words, now=now)


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
        " ... Speichern der eigenen Angaben, Fassung ... Partnererklärung, Fassung 2026-1, 23. November 2026"
        " [Zurücknehmen: Name in der Liste] [Zurücknehmen: Nachrichten] [Zurücknehmen: Partnererklärung]",
    )
    assert "Zurücknehmen: Speichern der eigenen Angaben" in seen.labels
    given = json.loads(seen.file)
    assert [row["name"] for row in given["members"]] == ["Lea"]
    assert len(given["consents"]) == 4


async def test_asking_again_does_not_hand_out_the_earlier_files(stage: Stage) -> None:
    await stage.play(JOINS)
    for _ in range(3):
        await stage.play("> /meinedaten")
        assert json.loads(stage.expect("", "Mitglied").file)["files"] == []


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
        < Zurückgenommen: Name in der Liste. Das gilt ab sofort. [Meine Daten]
        > [Meine Daten]
        < Liste: nein ... Name in der Liste, Fassung ... zurückgenommen 23. November 2026
    """)
    assert await open_purposes(stage) == {Purpose.NOTICE, Purpose.MEMBERSHIP, Purpose.NEWS}
    assert await stage.work(lambda work: len(work.members.listed())) == 0


async def test_with_the_list_the_name_goes_from_the_stories_too(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    known, _ = await person(stage)
    await stage.work(lambda work: publish(work, stage, known.id, Purpose.STORY_PUBLIC))
    await stage.play("""
        bert> /geschichten
        bert< [Solar]
        bert> [Solar]
        bert< Von Lea
        > /meinedaten
        <
        > [Zurücknehmen: Name in der Liste]
        < Zurückgenommen: Name in der Liste. Das gilt ab sofort.
        bert> [Solar]
        bert< Ohne Namen erzählt
    """)


async def test_who_said_no_to_the_list_and_to_news_can_say_yes_later(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("> /meinedaten")
    seen = stage.expect("", "Liste: nein ... Nachrichten: nein [Zustimmen: Name in der Liste] [Zustimmen: Nachrichten]")
    assert "Zurücknehmen: Name in der Liste" not in seen.labels
    stage.clock.turn(days=40)
    await stage.play("""
        > [Zustimmen: Name in der Liste]
        < Dürfen wir Lea in der Liste der Mitglieder zeigen? Die Liste ist öffentlich und zeigt Name und Ort.
        > [Ja, gern zeigen]
        < Gern! Lea steht jetzt in der öffentlichen Liste. [Meine Daten]
        > [Meine Daten]
        < Liste: ja ... Nachrichten: nein
        > [Zustimmen: Nachrichten]
        < Sie bekommen Nachrichten von [Ja, Nachrichten bekommen] [Lieber nicht]
        > [Ja, Nachrichten bekommen]
        < Gern! Ab jetzt bekommen Sie die Nachrichten
        > /meinedaten
        < Liste: ja ... Nachrichten: ja [Zurücknehmen: Name in der Liste] [Zurücknehmen: Nachrichten]
    """)
    member, _, consents = await one_member(stage)
    listing = next(consent for consent in consents if consent.purpose is Purpose.LISTING)
    question = stage.texts.render(text("joining-listed", name="Lea"), "de")
    assert (listing.version, listing.text_hash) == ("2", digest(question)), "as at joining"
    assert (listing.given_at, listing.network) == (stage.clock.now(), stage.fake.account.partition(":")[0])
    assert member.listed
    assert await open_purposes(stage) == {Purpose.NOTICE, Purpose.MEMBERSHIP, Purpose.LISTING, Purpose.NEWS}


async def test_a_yes_taken_back_can_be_given_anew_and_both_stay_on_record(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /meinedaten
        <
        > [Zurücknehmen: Name in der Liste]
        < Zurückgenommen
        > /meinedaten
        < [Zustimmen: Name in der Liste]
        > [Zustimmen: Name in der Liste]
        < Dürfen wir Lea
        > [Ja, gern zeigen]
        < Lea steht jetzt in der öffentlichen Liste.
    """)
    _, _, consents = await one_member(stage)
    assert [one.withdrawn_at is None for one in consents if one.purpose is Purpose.LISTING] == [False, True]
    assert await stage.work(lambda work: len(work.members.listed())) == 1


async def test_no_again_changes_nothing(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("""
        > /meinedaten
        <
        > [Zustimmen: Name in der Liste]
        < Dürfen wir Lea
        > [Nein, nur mitzählen]
        < Es bleibt alles, wie es ist.
    """)
    assert await open_purposes(stage) == {Purpose.NOTICE, Purpose.MEMBERSHIP}
    assert await stage.work(lambda work: len(work.members.listed())) == 0


async def test_a_second_tap_and_one_after_leaving_record_nothing(stage: Stage) -> None:
    await stage.play(JOINS)
    await stage.play("""
        > /meinedaten
        <
        > [Zustimmen: Name in der Liste]
        < Dürfen wir Lea
    """)
    member, _, _ = await one_member(stage)
    known, _ = await person(stage)

    def leave(work: Work) -> None:
        work.people.set_member(known.id, None)

    await stage.work(leave)
    await stage.play("""
        > [Ja, gern zeigen]
        < Da ist gerade nichts zu entscheiden.
    """)
    assert Purpose.LISTING not in await open_purposes(stage)
    assert member.listed is False


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
    await stage.work(lambda work: publish(work, stage, known.id, Purpose.STORY_PUBLIC))
    await stage.play("""
        > /meinedaten
        < Geschichte „Solar“ öffentlich [Zurücknehmen: Geschichte „Solar“ öffentlich]
        > [Zurücknehmen: Geschichte „Solar“ öffentlich]
        < Zurückgenommen: Geschichte öffentlich.
    """)
    assert await stage.work(lambda work: work.stories.count_approved([Scope.PUBLIC])) == 0
    assert Purpose.STORY_PUBLIC not in await open_purposes(stage)


async def test_a_story_that_is_not_to_be_public_any_more_stays_in_the_alliance(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    known, _ = await person(stage)
    await stage.work(lambda work: publish(work, stage, known.id, Purpose.STORY_ALLIANCE, Purpose.STORY_PUBLIC))
    await stage.play("""
        > /meinedaten
        <
        > [Zurücknehmen: Geschichte „Solar“ öffentlich]
        < Zurückgenommen: Geschichte öffentlich.
        > /meinegeschichten
        < [Solar (freigegeben)]
        > [Solar (freigegeben)]
        < Stand: freigegeben. Sehen darf sie: das Bündnis.
    """)
    assert await stage.work(lambda work: work.stories.count_approved([Scope.PUBLIC])) == 0
    assert await stage.work(lambda work: work.stories.count_approved([Scope.ALLIANCE])) == 1
    assert Purpose.STORY_ALLIANCE in await open_purposes(stage)


async def test_only_the_membership_can_end(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    before, _ = await person(stage)
    await stage.work(lambda work: publish(work, stage, before.id))
    await stage.play("""
        > /meinedaten
        <
        > [Zurücknehmen: Partnererklärung]
        < Ihre Unterschrift wird gelöscht, und an Ihren Geschichten stehen Name und Ort nicht mehr. [Nur austreten]
        > [Nur austreten]
        < Unterschrift ist gelöscht, und an Ihren Geschichten stehen Name und Ort nicht mehr. Alles andere ist noch da.
    """)
    known, agreed = await person(stage)
    assert (known.member, known.follows, known.news, agreed) == (None, True, True, True)
    assert await open_purposes(stage) == {Purpose.NOTICE, Purpose.NEWS}
    assert await stage.work(lambda work: work.members.count()) == 0
    story, signature = await stage.work(lambda work: (work.stories.get(1), work.members.last_signature(1)))
    assert (story.credit, story.municipality, signature) == ("", "", None), "they go with it"


async def test_it_reads_well_in_english(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /language en
        < English
        > /mydata
        < This is what I know about you: ... Member LÖ-2026-0001: Lea (Private person) [Take back: News]
        > [Take back: Name in the list]
        < Taken back: Name in the list.
        > /mydata
        < give it again later. [Agree to: Name in the list]
        > [Agree to: Name in the list]
        < May we show Lea ... public and shows name and place. [Yes, please show it] [No, just count me]
        > [Yes, please show it]
        < Done! Lea is in the public list now.
    """)


async def test_wishes_about_news_are_told_in_plain_words(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    await stage.play("""
        > /nachrichten wöchentlich
        <
        > /nachrichten von 21 bis 7
        <
        > /nachrichten Mitmachen abbestellen
        <
        > /meinedaten
        < Nachrichten: ja ... nur nicht Mitmachen ... einmal in der Woche gesammelt ... Ruhezeit: von 21 bis 7 Uhr
    """)
