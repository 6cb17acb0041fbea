"""An alliance from its folder: profile.toml, notice.toml, pledges.toml, party_terms.toml, municipalities.tsv and
the declaration's texts. A mistake in any of them is a ProfileProblem with file, key and mend.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.domain.alliance import (
    Alliance,
    AnnouncementRules,
    Declaration,
    Goal,
    MemberKind,
    Municipality,
    Neutrality,
    Notice,
    Topic,
    Words,
)
from config.profile.catalogue import catalogue
from config.profile.tables import ProfileProblem, Table, read, written_in

__all__ = ["ProfileProblem", "load_alliance", "neutrality", "unconfirmed", "untranslated"]

ALLIANCES = Path(__file__).parent.parent / "alliances"
CASTS = Path(__file__).parent.parent / "demo"
"""The invented people of the demo, `<alliance>.toml`; an alliance may have none."""

COLUMNS = 6
"""Of municipalities.tsv: name, official key, postal code, population, legal status, area."""

NETWORKS = ("telegram", "matrix", "browser", "console")


def load_alliance(name_or_path: str, languages: Sequence[str] = ()) -> Alliance:
    """The alliance in config/alliances/<name> or in a folder anywhere.

    `languages` are those the assistant has texts for; a profile may use only these.
    """
    folder = _folder(name_or_path)
    own = read(folder / "profile.toml").texts("languages")
    profile = read(folder / "profile.toml", own)
    for language in profile.texts("languages"):
        if languages:
            profile.known("languages", language, languages)
    if not own:
        profile.problem("languages", 'must name at least one language, such as languages = ["en"]')
    alliance = _alliance(profile, folder, own)
    profile.done()
    return alliance


def unconfirmed(name_or_path: str) -> tuple[str, ...]:
    """What the profile itself says has still to be confirmed before real people are asked to join."""
    return read(_folder(name_or_path) / "profile.toml").texts("to_confirm")


def untranslated(name_or_path: str) -> tuple[str, ...]:
    """Languages whose readers get the declaration in the alliance's first language, each as a line with the mend."""
    alliance, folder = load_alliance(name_or_path), _folder(name_or_path) / "declaration"
    version, body, first = alliance.declaration.version, alliance.declaration.body, alliance.languages[0]
    return tuple(
        f"who reads {language} gets the declaration in {first}, until there is {folder / f'{version}.{language}.md'}"
        for language in alliance.languages
        if not (body.get(language) or body.get(language.partition("-")[0]))
    )


def _folder(name_or_path: str) -> Path:
    shipped = sorted(path.parent.name for path in ALLIANCES.glob("*/profile.toml"))
    folder = ALLIANCES / name_or_path if name_or_path in shipped else Path(name_or_path)
    if not os.path.isfile(folder / "profile.toml"):  # noqa: PTH113 - a Path's own raises where a name is too long
        raise ProfileProblem(
            f'alliance: there is no profile "{name_or_path}". Shipped are: {", ".join(shipped)}; '
            "or give the path of a folder with a profile.toml."
        )
    return folder


def _alliance(profile: Table, folder: Path, languages: tuple[str, ...]) -> Alliance:
    profile.texts("to_confirm")
    goals = tuple(_goal(below) for below in profile.tables("goal"))
    kinds = tuple(_kind(below) for below in profile.tables("kind"))
    topics = tuple(_topic(below) for below in profile.tables("topic"))
    for key, items in (("goal", goals), ("kind", kinds)):
        if not items:
            profile.problem(key, f"is missing; at least one [[{key}]] is needed")
    profile.each_once("goal", [goal.id for goal in goals])
    profile.each_once("kind", [kind.id for kind in kinds])
    profile.each_once("topic", [topic.id for topic in topics])
    pledges = catalogue(
        read(folder / "pledges.toml", languages), [goal.id for goal in goals], [kind.id for kind in kinds]
    )
    return Alliance(
        id=folder.resolve().name,
        languages=languages,
        zone=profile.checked("zone", ZoneInfo, 'it must be a time zone such as "Europe/Berlin"'),
        target_year=profile.whole("target_year"),
        name=profile.words("name"),
        region=profile.words("region"),
        about=profile.each_words("about"),
        principles=profile.each_words("principles"),
        house_rules=profile.each_words("house_rules"),
        team=profile.words("team"),
        contact=profile.words("contact"),
        website=profile.text("website"),
        imprint=profile.words("imprint"),
        number_prefix=profile.text("number_prefix"),
        goals=goals,
        kinds=kinds,
        municipalities=_municipalities(folder / "municipalities.tsv"),
        declaration=_declaration(profile.table("declaration"), folder / "declaration"),
        notice=_notice(read(folder / "notice.toml", languages)),
        catalogue=pledges.entries,
        answers=pledges.answers,
        units=pledges.units,
        units_one=pledges.units_one,
        neutrality=neutrality(read(folder / "party_terms.toml")),
        topics=topics,
        announcing=_rules(profile.table("announcing")),
        neighbours=profile.texts("neighbours"),
        hidden_below=profile.whole("hidden_below", 5),
    )


def _goal(table: Table) -> Goal:
    goal = Goal(table.id(), table.words("name"), table.words("what"), table.texts("also"))
    table.done()
    return goal


def _kind(table: Table) -> MemberKind:
    name, choice, town = table.words("name"), table.words("choice"), table.yes("town", default=False)
    kind = MemberKind(table.id(), name, choice, table.yes("organisation"), town, table.texts("also"))
    table.done()
    return kind


def _topic(table: Table) -> Topic:
    topic = Topic(table.id(), table.words("name"))
    table.done()
    return topic


def _rules(table: Table) -> AnnouncementRules:
    usual = AnnouncementRules()
    rules = AnnouncementRules(
        second_eyes_above=table.whole("second_eyes_above", usual.second_eyes_above),
        unasked_per_week=table.whole("unasked_per_week", usual.unasked_per_week),
        old_after_hours=table.whole("old_after_hours", usual.old_after_hours),
    )
    table.done()
    return rules


def _municipalities(file: Path) -> tuple[Municipality, ...]:
    written = written_in(file, "An empty file is enough if the alliance has no municipalities.")
    places = []
    for number, line in enumerate(written.splitlines(), 1):
        if line and not line.startswith("#"):
            parts = line.split("\t")
            if len(parts) != COLUMNS or not parts[3].isdecimal():
                raise ProfileProblem(
                    f"{file}: line {number} must have {COLUMNS} columns parted by tabs: name, key, postal code, "
                    "population (a whole number), legal status, area."
                )
            places.append(Municipality(key=parts[1], name=parts[0], area=parts[5], population=int(parts[3])))
    return tuple(places)


def _declaration(table: Table, folder: Path) -> Declaration:
    version = table.text("version")
    declaration = Declaration(version, table.words("title"), _bodies(table, folder, version), table.words("link"))
    table.done()
    return declaration


def _bodies(table: Table, folder: Path, version: str) -> Words:
    files = {language: folder / f"{version}.{language}.md" for language in table.languages}
    bodies = {language: written_in(file, "").strip() for language, file in files.items() if file.is_file()}
    if not bodies.get(table.languages[0]):
        table.problem("version", f"needs its text in {files[table.languages[0]]}")
    return bodies


def _notice(table: Table) -> Notice:
    networks = table.table("networks")
    notice = Notice(
        version=table.text("version"),
        controller=table.words("controller"),
        contact=table.words("contact"),
        dpo=table.words("dpo"),
        basis=table.words("basis"),
        rests_on_consent=table.yes("rests_on_consent"),
        hoster=table.words("hoster"),
        period=table.words("period"),
        period_days=table.whole("period_days"),
        dormant=table.words("dormant"),
        dormant_days=table.whole("dormant_days"),
        authority=table.words("authority"),
        link=table.words("link"),
        networks={network: networks.words(network) for network in NETWORKS},
    )
    networks.done()
    table.done()
    return notice


def neutrality(table: Table) -> Neutrality:
    """The patterns of the non-partisan check; case-insensitive ones carry their flag inside."""
    strong, weak, action = table.table("strong"), table.table("weak"), table.table("action")
    found = Neutrality(
        version=table.text("version"),
        window=table.whole("window", 8),
        mask=tuple(pattern for below in table.tables("mask") for pattern in _patterns(below, "re")),
        strong=_patterns(strong, "c") + _patterns(strong, "i"),
        weak=_patterns(weak, "words"),
        context=_patterns(weak, "context"),
        action=_patterns(action, "i"),
    )
    for below in (strong, weak, action):
        below.done()
    for key in ("quiet_periods", "tests"):  # for organisers and for the tests of the patterns
        table.table(key)
    table.done()
    return found


def _patterns(table: Table, key: str) -> tuple[str, ...]:
    written = (table.text(key),) if key == "re" else table.texts(key)
    for pattern in written:
        try:
            re.compile(pattern)
        except re.error as problem:
            table.problem(key, f'holds the pattern "{pattern}", which is not valid: {problem}')
    return tuple(f"(?i:{pattern})" for pattern in written) if key == "i" else written
