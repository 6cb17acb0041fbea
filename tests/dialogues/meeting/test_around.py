"""Looking around: what the alliance is, and who takes part without anybody being exposed."""

from datetime import UTC, datetime

from bot.core.ports import Work
from bot.domain.people.member import Join
from tests.stage import Stage

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def join(kind: str, count: int, place: str, *, listed: bool = False) -> list[Join]:
    return [Join(kind, f"{kind} {place} {number}", "", "", place, listed) for number in range(count)]


async def populate(stage: Stage, *joins: Join) -> None:
    def add(work: Work) -> None:
        for one in joins:
            work.members.add(one, NOW)

    await stage.work(add)


async def test_the_alliance_in_five_sentences_with_its_goals_and_principles(stage: Stage) -> None:
    await stage.play("""
        > /umsehen
        < kurz gesagt ... REGIONAL.KLIMASCHUTZ.MACHEN ist ein Bündnis ... bis 2040 [Unsere Ziele] [Mitmachen]
        > [Unsere Ziele]
        < bis 2040 ... Ausstoß senken: ... Ressourcen schonen: ... Klimaneutral werden: [Unsere Grundsätze]
        > [Unsere Grundsätze]
        < Offen für alle. ... Überparteilich. [Wer macht mit?] [Geschichten lesen]
        <<
    """)


async def test_the_same_in_english(stage: Stage) -> None:
    await stage.play("""
        > /language en
        < English
        > /about
        < alliance in the district of Lörrach [Our goals]
        > our goals
        < by 2040 ... Cut emissions: ... Become climate-neutral:
    """)


async def test_a_young_alliance_shows_no_numbers(stage: Stage) -> None:
    await populate(stage, *join("person", 4, "08336050"))
    await stage.play("""
        > /umsehen
        <
        > [Wer macht mit?]
        < fängt gerade erst an
        <<
    """)


async def test_small_groups_stay_hidden_and_small_places_are_counted_by_area(stage: Stage) -> None:
    kinds = (*join("person", 8, "08336050"), *join("company", 3, "08336010"), *join("church", 2, "08336089"))
    await populate(stage, *kinds, *join("person", 1, ""))
    await stage.play("""
        > /umsehen
        <
        > [Wer macht mit?]
    """)
    seen = stage.expect("", "Schon 14 Mitglieder ... Privatperson: 9 ... Unternehmen: Zahl nicht gezeigt ... Kirche")
    assert "Lörrach: 8" in seen.words
    assert "Oberes Wiesental: Zahl nicht gezeigt" in seen.words, "14 less 8 and 5 would tell of one who is from outside"
    assert "außerhalb oder nicht genannt: Zahl nicht gezeigt" in seen.words
    assert "Böllen" not in seen.words
    assert "Namen ansehen" not in seen.labels


async def test_an_area_says_which_place_is_counted_by_itself(stage: Stage) -> None:
    await populate(
        stage, *join("person", 8, "08336050"), *join("person", 6, "08336091"), *join("person", 3, "08336043")
    )
    await stage.play("""
        > /umsehen
        <
        > [Wer macht mit?]
        < Lörrach: 8 ... (ohne
    """)


async def test_names_are_shown_only_of_those_who_want_it_a_page_at_a_time(stage: Stage) -> None:
    await populate(stage, *join("company", 27, "08336050", listed=True), *join("person", 3, "08336084"))
    await stage.play("""
        > /umsehen
        <
        > [Wer macht mit?]
        < Schon 30 Mitglieder [Namen ansehen]
        > [Namen ansehen]
        < company 08336050 0, Lörrach ... Und 2 weitere. [Weitere Namen]
        > [Weitere Namen]
        < company 08336050 25, Lörrach ... company 08336050 26, Lörrach
        <<
    """)
