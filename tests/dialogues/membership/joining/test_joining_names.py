"""Names and places as people write them: slips, look-alikes, and names already taken."""

from tests.dialogues.scenes import PERSON, TO_THE_PLACE, count
from tests.stage import Stage


async def test_a_slip_in_the_place_is_forgiven(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Lörach
        < Ort? [Ja, Lörrach] [Nein, noch einmal schreiben] [Außerhalb] [Überspringen]
        > ja
        < Es unterzeichnet: Anna.
    """)


async def test_a_place_among_other_words_is_understood(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Lörrach-Stetten
        < Meinen Sie diesen Ort? [Ja, Lörrach]
        > Stadt Rheinfelden
        < Meinen Sie diesen Ort? [Ja, Rheinfelden (Baden)]
        > 79539 Lörrach
        < Es unterzeichnet: Anna.
    """)


async def test_a_town_beyond_the_border_is_outside_and_no_slip(stage: Stage) -> None:
    """Basel is no Hasel: the profile names the neighbours."""
    await stage.play(PERSON.replace("> Schopf", "> Basel").replace("Ort: Schopfheim", "Ort: außerhalb"))


async def test_words_that_are_no_place_are_not_taken_for_a_slip(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > ändern
        < Das klingt nicht nach einem Ort. ... „zurück“ ... In welcher Stadt oder Gemeinde? [Außerhalb]
        > zurück
        < Wie dürfen wir Sie nennen?
    """)


async def test_several_places_are_offered_and_an_unknown_one_is_explained(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Atlantis
        < „Atlantis“ finde ich in der Region nicht. ... In welcher Stadt oder Gemeinde
        > Schön
        < Welchen Ort meinen Sie? [Schönau im Schwarzwald] [Schönenberg]
        > [Noch einmal schreiben]
        < In welcher Stadt oder Gemeinde
        > Zell
        < Es unterzeichnet: Anna.
    """)


async def test_the_place_can_be_changed_after_a_slip_with_the_same_letters(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Schön
        < Welchen Ort
        > [Schönenberg]
        < Es unterzeichnet
        > [Ja, ich unterzeichne]
        < Liste
        > [Nein, nur mitzählen]
        < Nachrichten
        > [Nein, danke]
        < Ort: Schönenberg
        > [Ändern]
        < Was
        > [Ort]
        < In welcher Stadt oder Gemeinde
        > Schön
        < Welchen Ort [Schönau im Schwarzwald]
        > [Schönau im Schwarzwald]
        < Ort: Schönau im Schwarzwald
    """)


async def test_a_name_nobody_can_see_or_store_is_explained(stage: Stage) -> None:
    await stage.play(f"""
        > /mitmachen
        < Ihre Daten
        > [Einverstanden, weiter]
        < Für wen
        > [Für mich selbst]
        < Wie dürfen
        > {"x" * 121}
        < ein wenig lang ... höchstens 120 ... Wie dürfen wir Sie nennen?
        > <b>*Anna*</b> _x_ [y](https://z.example)
        < Stadt oder Gemeinde
        > [Überspringen]
        < Es unterzeichnet: <b>*Anna*</b> _x_ [y](https://z.example).
    """)


async def test_a_name_already_taken_is_noticed_and_never_merged(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ja, beitreten]
        < LÖ-2026-0001
        ben> /mitmachen
        ben< Ihre Daten
        ben> [Einverstanden, weiter]
        ben< Für wen
        ben> [Für mich selbst]
        ben< Wie dürfen
        ben>  anna
        ben< „anna“ gibt es schon [Das ist jemand anderes, weiter] [Das Team fragen]
        ben> [Das ist jemand anderes, weiter]
        ben< Stadt oder Gemeinde
        ben> [Überspringen]
        ben< Es unterzeichnet: anna.
        ben> [Ja, ich unterzeichne]
        ben< Liste
        ben> [Nein, nur mitzählen]
        ben< Nachrichten
        ben> [Nein, danke]
        ben< Stimmt alles so?
        ben> [Ja, beitreten]
        ben< LÖ-2026-0002
    """)
    assert await count(stage) == 2


async def test_a_legal_form_makes_no_other_name(stage: Stage) -> None:
    await stage.play(PERSON.replace("> Anna", "> Bäckerei Köhler").replace("Anna", "Bäckerei Köhler"))
    await stage.play("""
        > [Ja, beitreten]
        < LÖ-2026-0001
        ben> /mitmachen
        ben< Ihre Daten
        ben> ja
        ben< Für wen
        ben> Firma
        ben< Wie heißt Ihre Organisation?
        ben> Bäckerei Köhler GmbH
        ben< „Bäckerei Köhler GmbH“ gibt es schon [Das ist jemand anderes, weiter] [Das Team fragen]
        ben> nein
        ben< wer unterzeichnet
    """)


async def test_who_finds_the_name_taken_can_ask_the_team(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ja, beitreten]
        < LÖ-2026-0001
    """)
    await stage.make_organiser("anna")
    await stage.play("""
        ben> /mitmachen
        ben< Ihre Daten
        ben> [Einverstanden, weiter]
        ben< Für wen
        ben> [Für mich selbst]
        ben< Wie dürfen
        ben> Anna
        ben< gibt es schon
        ben> [Das Team fragen]
        ben< Ihre Nachricht ist beim Team.
        ben<<
        anna< noch nicht Mitglied ... „Anna“ gibt es schon [Antworten]
    """)
    assert await count(stage) == 1


async def test_nobody_finds_out_by_typing_names_who_is_a_member_but_not_listed(stage: Stage) -> None:
    await stage.play(PERSON.replace("[Ja, gern zeigen]\n    < Möchten", "[Nein, nur mitzählen]\n    < Möchten"))
    await stage.play("""
        > [Ja, beitreten]
        < LÖ-2026-0001
        ben> /mitmachen
        ben< Ihre Daten
        ben> [Einverstanden, weiter]
        ben< Für wen
        ben> [Für mich selbst]
        ben< Wie dürfen
        ben> Anna
        ben< Stadt oder Gemeinde
    """)


async def test_whoever_sees_the_wrong_place_writes_the_right_one_straight_away(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Lörach
        < Meinen Sie diesen Ort? [Ja, Lörrach]
        > Hamburg
        < „Hamburg“ finde ich in der Region nicht. ... Meinen Sie diesen Ort? [Ja, Lörrach] [Außerhalb]
        > Schopfhaim
        < Meinen Sie diesen Ort? [Ja, Schopfheim]
        > 1
        < Es unterzeichnet: Anna.
    """)


async def test_a_kind_of_member_is_understood_by_other_words_too(stage: Stage) -> None:
    """What people call themselves stands in the profile; what fits nothing is asked again, with the way on."""
    await stage.play(TO_THE_PLACE.partition("> [Für mich")[0])
    await stage.play("""
        > Raumstation
        < Das kann ich noch nicht zuordnen. Welche Antwort passt am ehesten? ... Für wen machen Sie mit? [Etwas anderes]
        > Bäckerei
        < Wie heißt Ihre Organisation?
        > zurück
        < Für wen machen Sie mit?
        > privat
        < Wie dürfen wir Sie nennen?
    """)


async def test_a_picture_alone_is_no_name(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE.partition("> Anna")[0])
    await stage.play("""
        > 🌻
        < Buchstaben ... Wie dürfen wir Sie nennen?
        > Anna 🌻
        < In welcher Stadt oder Gemeinde
    """)
