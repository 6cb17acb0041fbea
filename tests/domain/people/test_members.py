"""Members are found by number and by name, and never guessed; an organiser's membership never rests."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.people.member import Member, found_members, may_rest
from bot.domain.people.person import Person, Role

NOW = datetime(2026, 11, 23, tzinfo=UTC)
MEMBERS = [
    Member(number * 10, number, "person", name, "", listed=True, joined_at=NOW)
    for number, name in ((1, "Lea"), (2, "Sonne & Söhne GmbH"), (12, "Lea"), (34, "Verein 12"))
]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("LÖ-2026-0012", [12]),
        ("lö-2026-12", []),
        ("12", [12]),
        ("0002", [2]),
        ("LÖ-2025-0001", []),
        ("lea", [1, 12]),
        ("Soehne", [2]),
        ("Sone & Söhne GmbH", [2]),
        ("Verein 12", [34]),
        ("²", []),
        ("9" * 40, []),
        ("", []),
    ],
)
def test_whom_somebody_may_mean(typed, numbers):
    found = found_members(typed, MEMBERS, "LÖ", ZoneInfo("Europe/Berlin"))
    assert [member.number for member in found] == numbers


@pytest.mark.parametrize(("roles", "may"), [([None], True), ([], True), ([None, Role.EDITOR], False)])
def test_no_membership_rests_that_an_organiser_acts_for(roles, may):
    people = [Person(1, "de", news=False, follows=False, role=role, member=1, created_at=NOW) for role in roles]
    assert may_rest(people) is may
