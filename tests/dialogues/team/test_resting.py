"""Letting a membership rest: with a reason, a way to object, and back again."""

from bot.core.ports import Work
from bot.domain.people.member import Member
from tests.dialogues.scenes import JOINS
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import TOLD, organisers
from tests.dialogues.test_foreign import press
from tests.stage import Stage

LISTED = JOINS.replace("> [Nein, nur mitzählen]", "> [Ja, gern zeigen]")
RESTS = """
    otto> /pausieren Lea
    otto< Ist dieses Mitglied gemeint? [Lea (LÖ-2026-0001)]
    otto> [Lea (LÖ-2026-0001)]
    otto< Lea (Privatperson, Steinen) ... Mitglied LÖ-2026-0001 seit 23. November 2026. [Mitgliedschaft ruhen lassen]
    otto> [Mitgliedschaft ruhen lassen]
    otto< Warum soll die Mitgliedschaft von Lea ruhen? ... Widerspruch ist möglich.
    otto> Wahlwerbung im Namen des Bündnisses.
    otto< Soll die Mitgliedschaft von Lea ab jetzt ruhen? ... Grund: Wahlwerbung [Ja, ruhen lassen] [Nein, so lassen]
    otto> [Ja, ruhen lassen]
    otto< Die Mitgliedschaft von Lea ruht jetzt. Der Grund ist unterwegs.
    < ruhen ... Grund: Wahlwerbung im Namen ... widersprechen: /frage [Nachfragen oder widersprechen]
"""

LEAVES = """
    > /meinedaten
    <
    > [Zurücknehmen: Partnererklärung]
    < [Nur austreten]
    > [Nur austreten]
    < Sie sind kein Mitglied mehr."""


async def lea(stage: Stage) -> Member:
    found = await stage.work(lambda work: work.members.get(1))
    assert isinstance(found, Member)
    return found


async def begun(stage: Stage, joins: str = LISTED) -> None:
    """Lea is a member, Otto a moderator, Olga an owner."""
    await organisers(stage, otto="moderator", olga="owner")
    await stage.play(joins)


async def test_a_member_hears_why_and_what_rests(stage: Stage) -> None:
    await begun(stage)
    await stage.play("""
        bert> /umsehen
        bert<
        bert> [Wer macht mit?]
        bert< [Namen ansehen]
    """)
    await stage.play(RESTS)
    await stage.play("""
        > /geschichte
        < Ihre Mitgliedschaft ruht zurzeit. ... Grund: Wahlwerbung im Namen [Nachfragen oder widersprechen]
        > /bittemelden
        < Ihre Mitgliedschaft ruht zurzeit.
        > /meinedaten
        < Die Mitgliedschaft ruht seit 23. November 2026 ... Grund: Wahlwerbung
        > /zusage
        < Wofür möchten Sie etwas tun?
        > Abbrechen
        <
        bert> /umsehen
        bert<
        bert> [Wer macht mit?]
    """)
    assert "Namen ansehen" not in stage.expect("bert", "").labels
    assert await deeds(stage) == ["member-paused"]


async def test_an_objection_reaches_the_team_which_takes_the_membership_up_again(stage: Stage) -> None:
    await begun(stage)
    await stage.play(RESTS)
    await stage.play("""
        > [Nachfragen oder widersprechen]
        < Was möchten Sie das Team fragen?
        > Das war mein Bruder.
        < beim Team
        otto< Mitglied Lea ... mein Bruder [Antworten] [Mitglied ansehen]
        olga< Mitglied Lea ... mein Bruder
        olga> /team-fragen
        olga< Das war mein Bruder. [Frage 1 beantworten] [Mitglied ansehen]
        otto> [Mitglied ansehen]
        otto< Lea ... Diese Mitgliedschaft ruht seit ... Grund: Wahlwerbung [Wieder aufnehmen]
        otto> [Wieder aufnehmen]
        otto< Die Mitgliedschaft von Lea ruht nicht mehr.
        < Ihre Mitgliedschaft ruht nicht mehr.
        > /geschichte
        < Wie heißt Ihre Geschichte?
    """)
    assert not (await lea(stage)).rests
    assert await deeds(stage) == ["member-paused", "member-resumed"]


async def test_published_stories_stay_and_a_story_begun_before_is_not_taken(stage: Stage) -> None:
    await begun(stage)
    await stage.play("> /geschichte\n" + TOLD)
    await stage.play("""
        otto< Neue Geschichte [Mitglied ansehen]
        olga<
        otto> [Freigeben]
        otto<
        <
        > /geschichte
    """)
    await stage.play(TOLD.split("    > [Absenden]", maxsplit=1)[0])
    await stage.play(RESTS)
    await stage.play("""
        > [Absenden]
        < Ihre Mitgliedschaft ruht zurzeit. ... Ihr Entwurf
        otto<<
        bert> /geschichten
        bert< [Das Dach ist voll]
        otto> /geschichten
        otto<
        otto> [Das Dach ist voll]
        otto< [Ausblenden] [Mitglied ansehen]
    """)


async def test_a_story_that_was_not_taken_waits_until_the_membership_goes_on(stage: Stage) -> None:
    await begun(stage)
    await stage.play("> /geschichte\n" + TOLD.split("    > [Absenden]", maxsplit=1)[0])
    await stage.play(RESTS)
    await stage.play("""
        > [Absenden]
        < Ihre Mitgliedschaft ruht zurzeit. ... Ihr Entwurf
        olga<<
        otto> /mitglied Lea
        otto<
        otto> [Lea (LÖ-2026-0001)]
        otto< [Wieder aufnehmen]
        otto> [Wieder aufnehmen]
        otto<
        < Ihre Mitgliedschaft ruht nicht mehr.
        > /geschichte
        < [Weitermachen]
        > [Weitermachen]
        < Das Dach ist voll [Absenden]
        > [Absenden]
        < beim Team
        otto< Neue Geschichte
        olga< Neue Geschichte
    """)


async def test_nothing_happens_without_the_second_yes(stage: Stage) -> None:
    await begun(stage)
    await stage.play(RESTS.split("    otto> [Ja, ruhen lassen]", maxsplit=1)[0])
    await stage.play("""
        otto> [Nein, so lassen]
        otto< Es bleibt alles, wie es ist.
        <<
    """)
    assert not (await lea(stage)).rests


async def test_near_matches_are_offered_and_a_number_is_looked_up(stage: Stage) -> None:
    await begun(stage)
    await stage.play("""
        otto> /ruhenlassen
        otto< Um welches Mitglied geht es?
        otto> Leah
        otto< Ist dieses Mitglied gemeint? [Lea (LÖ-2026-0001)]
        otto> /ruhenlassen lö-2026-0001
        otto< [Lea (LÖ-2026-0001)]
        otto> /ruhenlassen 1
        otto< [Lea (LÖ-2026-0001)]
        otto> /ruhenlassen lö-2025-0001
        otto< Dazu finde ich kein Mitglied. [Noch einmal suchen]
    """)


async def test_never_an_organiser_and_never_oneself(stage: Stage) -> None:
    await begun(stage)
    await stage.make_organiser("anna", "moderator")
    await stage.play("""
        otto> /ruhenlassen Lea
        otto<
        otto> [Lea (LÖ-2026-0001)]
        otto< Lea ... Dieses Mitglied gehört zum Team.
        > /ruhenlassen Lea
        <
        > [Lea (LÖ-2026-0001)]
        < Lea ... Dieses Mitglied gehört zum Team.
    """)
    await press(stage, "otto", "member-paused:1:0")
    await stage.play("otto< Dieses Mitglied gehört zum Team.")
    assert not (await lea(stage)).rests


async def test_only_moderators_and_owners(stage: Stage) -> None:
    await begun(stage)
    await stage.make_organiser("otto", "editor")
    await stage.play("""
        otto> /ruhenlassen Lea
        otto< Das können im Team nur Moderation und Leitung
    """)
    await press(stage, "otto", "member-paused:1:0")
    await stage.play("otto< Das können im Team nur Moderation und Leitung")
    assert not (await lea(stage)).rests


async def test_who_rests_can_still_leave_and_the_reason_goes_with_the_data(stage: Stage) -> None:
    await begun(stage)
    await stage.play(RESTS)
    await stage.play("""
        > /austreten
        < [Alles löschen]
        > [Alles löschen]
        < Ihre Daten sind gelöscht.
    """)

    def left(work: Work) -> int:
        return len(work.members.everybody())

    assert await stage.work(left) == 0


async def test_leaving_and_joining_again_is_no_way_out(stage: Stage) -> None:
    await begun(stage)
    await stage.play(RESTS)
    await stage.play(
        LEAVES + " ... ruhte, als Sie ausgetreten sind. ... Grund: Wahlwerbung [Nachfragen oder widersprechen]"
    )
    await stage.play("""
        > /geschichte
        < ruhte, als Sie ausgetreten sind. ... Grund: Wahlwerbung
        > /meinedaten
        < Mitgliedschaft: keine ... Die frühere Mitgliedschaft ruhte seit 23. November 2026 ... Grund: Wahlwerbung
        > /mitmachen
        < Für wen
    """)
    await stage.play(JOINS.split("    < Für wen\n")[1].rstrip() + " ... ruht zurzeit. ... Grund: Wahlwerbung")
    await stage.play("""
        otto> /pausieren Lea
        otto<
        otto> [Lea (LÖ-2026-0002)]
        otto< Diese Mitgliedschaft ruht seit 23. November 2026 [Wieder aufnehmen]
        otto> [Wieder aufnehmen]
        otto<
        < Ihre Mitgliedschaft ruht nicht mehr.
    """)
    await stage.play(LEAVES)
    await stage.play("""
        > /geschichte
        < Wie heißt Ihre Geschichte?
    """)


async def test_who_asked_to_be_forgotten_begins_anew(stage: Stage) -> None:
    await begun(stage)
    await stage.play(RESTS)
    await stage.play(LEAVES)
    await stage.play("""
        > /loeschen
        < [Ja, alles löschen]
        > [Ja, alles löschen]
        < Ihre Daten sind gelöscht.
    """)
    await stage.play(JOINS)
    await stage.play("""
        > /geschichte
        < Wie heißt Ihre Geschichte?
    """)


async def test_in_english(stage: Stage) -> None:
    await begun(stage)
    await stage.play("""
        > /sprache en
        <
        otto> /language en
        otto<
        otto> /suspend Lea
        otto< Is this the member you mean?
        otto> [Lea (LÖ-2026-0001)]
        otto< Member LÖ-2026-0001 since [Suspend membership]
        otto> [Suspend membership]
        otto< Why should the membership of Lea be suspended?
        otto> Party advertising.
        otto< Suspend the membership of Lea from now on? [Yes, suspend] [No, leave it]
        otto> [Yes, suspend]
        otto< The membership of Lea is suspended now.
        < The team has suspended your membership from now on. ... Reason: Party advertising. ... /ask [Ask or object]
        > /story
        < Your membership is suspended at the moment. ... Reason: Party advertising.
    """)
