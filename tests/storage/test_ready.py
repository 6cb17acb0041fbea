"""Statements run on the driver's own cursor behave like all others: conversions, errors and many rows at once."""

from __future__ import annotations

import pytest
from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import IntegrityError, MultipleResultsFound

from storage.engine.connect import writing_engine
from storage.engine.ready import Ready
from storage.tables import accounts, metadata

STRANGE = "\x00 \ud800 \x1a %s %% :x ? 'q'"
ADD = Ready(insert(accounts), "id", "lease_owner", "lease_until", "fence", "problem")
ALL = Ready(select(accounts, accounts.c.id).order_by(accounts.c.fence))
ONE = Ready(select(accounts.c.lease_until).where(accounts.c.problem == bindparam("said")))


@pytest.fixture(params=["sqlite", "postgresql"])
def connection(request, database_url):
    engine = writing_engine(database_url(request.param), 1)
    with engine.connect() as connection, connection.begin():
        metadata.create_all(connection, [accounts])
        yield connection
        if connection.in_transaction():
            connection.rollback()
    engine.dispose()


def row(number: int, clock) -> dict[str, object]:
    return {
        "id": f"a{number}",
        "lease_owner": "me",
        "lease_until": clock.now(),
        "fence": number,
        "problem": STRANGE if number == 1 else "",
    }


def test_values_come_back_exactly_also_when_many_are_given(connection, clock):
    ADD.run(connection, [row(number, clock) for number in (2, 1)])
    found = ALL.run(connection, None)
    assert [one.problem for one in found] == [STRANGE, ""]
    assert found.all()[0][:2] == ("a1", "me")
    assert found.scalars() == ["a1", "a2"]
    assert ONE.run(connection, {"said": STRANGE}).scalar() == clock.now()
    assert ONE.run(connection, {"said": "nothing"}).one_or_none() is None


def test_one_row_is_not_one_of_several(connection, clock):
    ADD.run(connection, [row(number, clock) for number in (2, 3)])
    with pytest.raises(MultipleResultsFound):
        ONE.run(connection, {"said": ""}).one_or_none()


def test_an_error_is_the_one_that_everybody_knows_and_tells_nobody_what_was_written(connection, clock):
    ADD.run(connection, row(1, clock))
    with pytest.raises(IntegrityError) as caught:
        ADD.run(connection, row(1, clock))
    assert not caught.value.connection_invalidated
    assert STRANGE not in str(caught.value)
