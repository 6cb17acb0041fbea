"""Later steps and decisions about many copies get columns of their own; indexes for a million rows."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")

ANNOUNCED = "announcement IS NOT NULL"
MISSED = "(state = 'unreachable' OR state = 'refused' OR state = 'uncertain' OR state = 'cancelled')"
ENDINGS = {
    "cancelled:off": "problem IN ('wants no news', 'wants nothing of this topic')",
    "cancelled:stopped": "problem = 'announcement cancelled'",
    "cancelled:given-up": "problem LIKE 'given up%'",
    "cancelled:left": "problem = 'uncertain, and left so'",
}
"""Why a copy was cancelled, by the words it was cancelled with until now."""


def upgrade() -> None:
    """Columns first, then what a step under way has reached, then counters and indexes."""
    _columns()
    # until now `enqueued` and `enqueued_to` meant the step where one was under way
    op.execute(
        "UPDATE announcements SET step_to = enqueued_to, enqueued = (1 = 1), step_until ="
        " CASE WHEN enqueued THEN enqueued_to ELSE (SELECT coalesce(max(id), 0) FROM deliveries) END"
        " WHERE step <> ''"
    )
    for ending, why in ENDINGS.items():
        _count_apart(ending, why)
    _indexes()


def _columns() -> None:
    for name in ("copies_from", "step_to", "step_until", "chore_to"):
        _add("announcements", name, NUMBER, "0")
    _add("announcements", "chore", sa.Text(), "''")
    _add("announcements", "moved", sa.Integer(), "0")
    op.add_column("announcements", sa.Column("moved_at", MOMENT))
    op.add_column("announcements", sa.Column("acted_by", NUMBER))
    _add("deliveries", "worded", sa.Integer(), "0")


def _add(table: str, name: str, type_: sa.types.TypeEngine[Any], default: str) -> None:
    op.add_column(table, sa.Column(name, type_, nullable=False, server_default=sa.text(default)))


def _count_apart(ending: str, why: str) -> None:
    """The cancelled copies that ended so get a counter of their own, taken out of the common one."""
    op.execute(
        "INSERT INTO tallies (announcement, account, language, state, count)"  # noqa: S608 - our own words
        f" SELECT d.announcement, d.account, coalesce(p.language, d.language), '{ending}', count(*)"
        " FROM deliveries d LEFT JOIN persons p ON p.id = d.person"
        f" WHERE d.{ANNOUNCED} AND d.step = 'send' AND d.state = 'cancelled' AND d.{why}"
        " GROUP BY d.announcement, d.account, coalesce(p.language, d.language)"
    )
    same = "t.announcement = tallies.announcement AND t.account = tallies.account AND t.language = tallies.language"
    apart = f"FROM tallies t WHERE {same} AND t.state = '{ending}'"
    op.execute(
        f"UPDATE tallies SET count = count - (SELECT t.count {apart})"  # noqa: S608 - our own words
        f" WHERE state = 'cancelled' AND EXISTS (SELECT 1 {apart})"
    )


def _indexes() -> None:
    for name in ("ix_deliveries_announced_queued", "ix_deliveries_missed"):
        op.drop_index(name, "deliveries")
    queued = ["announcement", "step", "account", "not_before", "id"]
    _index("ix_deliveries_announced_queued", queued, f"state = 'queued' AND {ANNOUNCED}")
    _index("ix_deliveries_missed", ["announcement", "state", "id"], f"{ANNOUNCED} AND {MISSED}")
    _index("ix_deliveries_kept", ["settled_at"], "settled_at IS NOT NULL AND body <> ''")
    _index("ix_deliveries_file", ["state"], "file IS NOT NULL")
    op.create_index("ix_digest_items_announcement", "digest_items", ["announcement", "person"])


def _index(name: str, columns: list[str], where: str) -> None:
    condition = sa.text(where)
    op.create_index(name, "deliveries", columns, sqlite_where=condition, postgresql_where=condition)
