"""Announcements in full: drafts, schedules, topics, files, counters, later steps, wishes, digests and places."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
LINK = ("fk_deliveries_announcement", "deliveries", "announcements", ["announcement"], ["id"])
STATES = (
    *("requested", "draft", "waiting", "scheduled", "enqueuing", "sending", "paused", "done", "cancelled"),
    "withdrawn",
)


def upgrade() -> None:
    """Take the old tables apart, with what they hold, and put it into the new ones."""
    connection = op.get_bind()
    said = connection.execute(sa.text("SELECT announcement, language, rank, body FROM contents")).mappings().all()
    kept = connection.execute(sa.text("SELECT * FROM announcements ORDER BY id")).mappings().all()
    if connection.dialect.name == "sqlite":
        # deliveries point to announcements; they do so again before the commit
        op.execute("PRAGMA defer_foreign_keys = ON")
    else:
        op.drop_constraint(LINK[0], LINK[1])
    op.drop_table("contents")
    op.drop_table("announcements")
    _announcements()
    _contents()
    _put_back(connection, [dict(row) for row in kept], [dict(row) for row in said])
    if connection.dialect.name != "sqlite":
        op.create_foreign_key(*LINK)
    _deliveries()
    op.add_column("accounts", sa.Column("alarmed", sa.Text(), nullable=False, server_default=sa.text("''")))
    _tallies()
    _wishes()
    _places()


def _announcements() -> None:
    op.create_table(
        "announcements",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("author", NUMBER, nullable=False),
        sa.Column("requested_by", NUMBER),
        sa.Column("released_by", NUMBER),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("second_language", sa.Text(), nullable=False),
        sa.Column("second_body", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("send_at", MOMENT),
        sa.Column("recurrence", sa.Text(), nullable=False),
        sa.Column("started_at", MOMENT),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("bundled", sa.Integer(), nullable=False),
        sa.Column("enqueued_to", NUMBER, nullable=False),
        sa.Column("enqueued", sa.Boolean(), nullable=False),
        sa.Column("rate", sa.Float(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.CheckConstraint(f"state IN {STATES}", name="ck_announcements_state"),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_announcements_state", "announcements", ["state"])
    op.create_table(
        "announcement_files",
        _of("announcement_files"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("file", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("announcement", "position", name="pk_announcement_files"),
    )


def _of(table: str) -> sa.Column[int]:
    link = sa.ForeignKey("announcements.id", name=f"fk_{table}_announcement", ondelete="CASCADE")
    return sa.Column("announcement", NUMBER, link, nullable=False)


def _contents() -> None:
    op.create_table(
        "contents",
        _of("contents"),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("announcement", "step", "language", name="pk_contents"),
    )


def _put_back(connection: sa.Connection, kept: list[dict[str, object]], said: list[dict[str, object]]) -> None:
    """What was there before, in the new columns."""
    first = {row["announcement"]: row["language"] for row in said if row["rank"] == 0}
    fixed: dict[str, object] = {
        "requested_by": None,
        "released_by": None,
        "second_language": "",
        "second_body": "",
        "topic": "",
        "goal": "",
        "answers": "[]",
        "send_at": None,
        "recurrence": "",
        "bundled": 0,
        "rate": 0.0,
        "round": 0,
        "step": "",
    }
    for row in kept:
        one = {name: row[name] for name in ("id", "author", "body", "state", "created_at", "total", "enqueued_to")}
        one |= fixed | {"language": first.get(row["id"], ""), "audience": _audience(row)}
        one |= {"started_at": row["created_at"], "enqueued": row["state"] not in {"waiting", "enqueuing"}}
        _insert(connection, "announcements", one)
    for row in said:
        _insert(connection, "contents", {**row, "step": "send"})
    if connection.dialect.name == "postgresql":
        connection.execute(
            sa.text(
                "SELECT setval(pg_get_serial_sequence('announcements', 'id'),"
                " (SELECT coalesce(max(id), 0) + 1 FROM announcements), false)"
            )
        )


def _audience(row: dict[str, object]) -> str:
    narrowed = {"kinds": row["kind"], "municipalities": row["municipality"]}
    return json.dumps({"circle": row["circle"], **{name: [value] for name, value in narrowed.items() if value}})


def _insert(connection: sa.Connection, table: str, row: dict[str, object]) -> None:
    columns, values = ", ".join(row), ", ".join(f":{name}" for name in row)
    connection.execute(sa.text(f"INSERT INTO {table} ({columns}) VALUES ({values})"), row)  # noqa: S608 - our own names


def _deliveries() -> None:
    for name, type_, default in (("step", sa.Text(), "''"), ("round", sa.Integer(), "0"), ("place", NUMBER, "0")):
        op.add_column("deliveries", sa.Column(name, type_, nullable=False, server_default=sa.text(default)))
    op.execute("UPDATE deliveries SET step = 'send' WHERE announcement IS NOT NULL")
    # copies of erased persons were deleted without a trace: an announcement must add up to come to its end
    op.execute(
        "UPDATE announcements SET total = (SELECT count(*) FROM deliveries WHERE announcement = announcements.id)"
    )
    for name in ("ix_deliveries_announced", "ix_deliveries_outcome"):
        op.drop_index(name, "deliveries")
    announced = "announcement IS NOT NULL"
    _index("ix_deliveries_announced", ["announcement", "person", "place", "round", "step"], announced, unique=True)
    missed = f"{announced} AND state IN ('unreachable', 'refused', 'uncertain', 'cancelled')"
    _index("ix_deliveries_missed", ["announcement", "state", "id"], missed)
    for name in ("ix_deliveries_queued", "ix_deliveries_queued_contact"):
        op.drop_index(name, "deliveries")
    others = "state = 'queued' AND announcement IS NULL"
    _index("ix_deliveries_queued", ["account", "lane", "not_before", "id"], others)
    _index("ix_deliveries_queued_contact", ["contact", "lane", "id"], others)
    waiting = f"state = 'queued' AND {announced}"
    _index("ix_deliveries_announced_queued", ["account", "announcement", "not_before", "id"], waiting)


def _index(name: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, "deliveries", columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def _tallies() -> None:
    op.create_table(
        "tallies",
        _of("tallies"),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("announcement", "account", "language", "state", name="pk_tallies"),
    )
    op.execute(
        "INSERT INTO tallies (announcement, account, language, state, count)"
        " SELECT d.announcement, d.account, coalesce(p.language, ''), d.state, count(*)"
        " FROM deliveries d LEFT JOIN persons p ON p.id = d.person"
        " WHERE d.announcement IS NOT NULL AND d.state NOT IN ('queued', 'sending')"
        " GROUP BY d.announcement, d.account, coalesce(p.language, ''), d.state"
    )


def _wishes() -> None:
    op.create_table(
        "wishes",
        _person("wishes"),
        sa.Column("rhythm", sa.Text(), nullable=False),
        sa.Column("quiet_from", sa.Integer()),
        sa.Column("quiet_to", sa.Integer()),
        sa.Column("paused_until", MOMENT),
        sa.Column("network", sa.Text(), nullable=False),
        sa.CheckConstraint("rhythm IN ('at-once', 'daily', 'weekly')", name="ck_wishes_rhythm"),
        sa.PrimaryKeyConstraint("person", name="pk_wishes"),
    )
    op.create_table(
        "topics_off",
        _person("topics_off"),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person", "topic", name="pk_topics_off"),
    )
    op.create_table(
        "digest_items",
        _person("digest_items"),
        _of("digest_items"),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person", "announcement", name="pk_digest_items"),
    )
    op.create_index("ix_digest_items_due", "digest_items", ["due_at"])


def _person(table: str) -> sa.Column[int]:
    return sa.Column("person", NUMBER, sa.ForeignKey("persons.id", name=f"fk_{table}_person"), nullable=False)


def _places() -> None:
    op.create_table(
        "places",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("invited_at", MOMENT, nullable=False),
        sa.CheckConstraint("state IN ('asked', 'open', 'closed')", name="ck_places_state"),
        sa.PrimaryKeyConstraint("id", name="pk_places"),
        sa.UniqueConstraint("account", "address", name="uq_places_account_address"),
        sqlite_autoincrement=True,
    )
