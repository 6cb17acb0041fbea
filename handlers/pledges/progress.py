"""How far we are: the alliance, then one's own part. Measured units first, CO2e last and only as an estimate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.core.post import Post
from bot.core.routing import Command, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Markup, Text, text
from bot.domain.alliance import CatalogueEntry
from bot.domain.estimate import Estimate, estimate, kept, together
from bot.domain.story import Scope
from handlers.phrases import bullets, plain, run, unit_name


@dataclass(frozen=True, slots=True)
class Deed:
    """What came together for one pledge of the catalogue: a measured amount, or how often it was kept."""

    entry: CatalogueEntry
    amount: float
    times: int
    avoided: Estimate | None


def show(visit: Visit, _rest: str) -> None:
    """The command: this year so far."""
    since = _year_begin(visit)
    _show_alliance(visit, since)
    _show_own(visit, since)


def _year_begin(post: Post) -> datetime:
    local = post.now.astimezone(post.alliance.zone)
    return datetime(local.year, 1, 1, tzinfo=post.alliance.zone).astimezone(UTC)


def _show_alliance(visit: Visit, since: datetime) -> None:
    work, least = visit.work, visit.alliance.hidden_below
    counting = [(entry.id, answer) for entry in visit.alliance.catalogue for answer in _counting(visit, entry)]
    people = work.pledges.people_counted(since, counting)
    large = [entry for entry in visit.alliance.catalogue if people.get(entry.id, 0) >= least]
    deeds = _deeds(visit, large, work.pledges.counts(None, since), work.pledges.amounts(None, since))
    members, stories = work.members.count(), work.stories.count_approved((Scope.PUBLIC, Scope.ALLIANCE))
    year = str(since.astimezone(visit.alliance.zone).year)
    visit.say(
        text(
            "progress-alliance",
            year=year,
            target=str(visit.alliance.target_year),
            members=members if members >= least else 0,
            below=least,
            stories=stories,
        )
    )
    if deeds:
        visit.say(text("progress-deeds", lines=_lines(visit, deeds)))
    hidden = any(0 < people.get(entry.id, 0) < least for entry in visit.alliance.catalogue)
    if hidden:
        visit.say(text("progress-hidden", below=least))
    _say_estimate(visit, deeds, "progress-estimate")


def _show_own(visit: Visit, since: datetime) -> None:
    pledges = visit.work.pledges
    counts, amounts = pledges.counts(visit.person.id, since), pledges.amounts(visit.person.id, since)
    deeds = _deeds(visit, visit.alliance.catalogue, counts, amounts)
    if deeds:
        visit.say(text("progress-own", lines=_lines(visit, deeds)), run(text("pledging-mine"), "meinezusagen"))
        _say_estimate(visit, deeds, "progress-own-estimate")
    elif pledges.of(visit.person.id):
        visit.say(text("progress-own-waiting"), run(text("pledging-mine"), "meinezusagen"))
    else:
        visit.say(text("progress-own-none"), run(text("keeping-new"), "zusage"))


def _deeds(
    post: Post,
    entries: Sequence[CatalogueEntry],
    counts: Mapping[str, Mapping[str, int]],
    amounts: Mapping[str, float],
) -> list[Deed]:
    """Only what was done: answers "not this time" are nobody's business. Measured ones come first."""
    found = []
    for entry in entries:
        answers = post.alliance.answers.get(entry.answers, ())
        weight = kept(answers, counts.get(entry.id, {}))
        times = sum(counts.get(entry.id, {}).get(one, 0) for one in _counting(post, entry))
        amount = amounts.get(entry.id, 0.0)
        if amount or times:
            units = amount if entry.quantity is not None else weight
            found.append(Deed(entry, amount, times, estimate(entry.factor, units)))
    return sorted(found, key=lambda deed: (not deed.amount, -deed.times))


def _counting(post: Post, entry: CatalogueEntry) -> list[str]:
    """The answers to this pledge that say that something was done."""
    return [answer.id for answer in post.alliance.answers.get(entry.answers, ()) if answer.weight > 0]


def _lines(visit: Visit, deeds: Sequence[Deed]) -> Markup:
    return bullets(visit.texts, visit.language, [_line(visit, deed) for deed in deeds])


def _line(visit: Visit, deed: Deed) -> Text:
    title = plain(deed.entry.title, visit.language)
    if deed.amount and deed.entry.quantity is not None:
        unit = unit_name(visit.alliance, deed.entry.quantity.unit, deed.amount, visit.language)
        return text("progress-amount", title=title, amount=deed.amount, unit=unit)
    return text("progress-times", title=title, times=deed.times)


def _say_estimate(visit: Visit, deeds: Sequence[Deed], key: str) -> None:
    found = together(deed.avoided for deed in deeds)
    if found is not None:
        shown = found.rounded()
        visit.say(text(key, kg=shown.kg, low=shown.low, high=shown.high))


ROUTES: tuple[Route, ...] = (Command({"de": ("stand",), "en": ("progress",)}, show, text("progress-what")),)
