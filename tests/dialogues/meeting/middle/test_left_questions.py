"""A question that is left, however that comes about, offers nothing any more: no stale button stays."""

import pytest

from tests.dialogues.scenes import TO_THE_PLACE
from tests.stage import Stage

pytestmark = pytest.mark.parametrize("stage", ["telegram", "browser"], indirect=True)  # they can change a message


def gone(stage: Stage, label: str) -> None:
    """No message to the person offers this."""
    with pytest.raises(LookupError):
        stage.seat("").takes(label)


async def test_asked_again_it_is_offered_once(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten, kurz gesagt [Nur lesen]
        > Wie bitte?
        < Dürfen wir Ihre Angaben speichern? [Nur lesen]
        > Noch einmal?
        < Dürfen wir Ihre Angaben speichern? [Nur lesen]
        > [Einverstanden, weiter]
        < Für wen machen Sie mit? [Unternehmen]
    """)
    gone(stage, "Nur lesen")


@pytest.mark.parametrize("way", ["zurück", "abbrechen", "später"])
async def test_by_any_way_out(stage: Stage, way: str) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play(f"""
        > {way}
        <
    """)
    gone(stage, "Außerhalb")


async def test_set_aside_for_something_else(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > /loeschen
        < wirklich alles löschen?
    """)
    gone(stage, "Außerhalb")


async def test_a_question_stepped_back_to_is_open_again(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > [Zurück]
        < Wie dürfen wir Sie nennen?
        > Anna
        < In welcher Stadt oder Gemeinde [Außerhalb]
        > [Außerhalb]
        < Partnererklärung
    """)
    gone(stage, "Außerhalb")
