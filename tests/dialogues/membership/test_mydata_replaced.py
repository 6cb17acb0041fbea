"""One's own data: a yes that a newer one replaced."""

from bot.core.ports import Work
from bot.domain.people.consent import Purpose
from tests.dialogues.membership.test_mydata import JOINS_WITH_EVERYTHING
from tests.dialogues.scenes import person
from tests.stage import Stage


async def test_a_yes_that_a_newer_one_replaced_was_not_taken_back(stage: Stage) -> None:
    await stage.play(JOINS_WITH_EVERYTHING)
    known, _ = await person(stage)
    stage.clock.turn(days=1)

    def again(work: Work) -> None:
        words = {"subject": "", "version": "2026-9", "text_hash": "0" * 64, "network": "plain"}
        work.consents.give(known.id, Purpose.NOTICE, **words, now=stage.clock.now())

    await stage.work(again)
    await stage.play("> /meinedaten")
    seen = stage.expect("", "Speichern der eigenen Angaben ... 23. November 2026, 10:00; ersetzt 24. November 2026")
    assert "zurückgenommen" not in seen.words
