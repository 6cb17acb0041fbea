"""The post: inbox, journals, files and deliveries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "files",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("owner", NUMBER),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mime", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_files"),
        sqlite_autoincrement=True,
    )
    _index("ix_files_owner", "files", ["owner"])
    op.create_table(
        "inbox",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT),
        sa.CheckConstraint("state IN ('waiting', 'done', 'shunted')", name="ck_inbox_state"),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("account", "event", name="uq_inbox_account_event"),
        sqlite_autoincrement=True,
    )
    _index("ix_inbox_shunted", "inbox", ["id"], where="state = 'shunted'")
    _index("ix_inbox_tried", "inbox", ["account", "attempts"], where="state = 'waiting' AND attempts > 1")
    _index("ix_inbox_waiting", "inbox", ["account", "position", "id"], where="state = 'waiting'")
    _index("ix_inbox_waiting_address", "inbox", ["account", "address", "position", "id"], where="state = 'waiting'")
    op.create_table(
        "deliveries",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("contact", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("file", NUMBER),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("replaces", sa.Text(), nullable=False),
        sa.Column("edits", sa.Text(), nullable=False),
        sa.Column("refs", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("first_try_at", MOMENT),
        sa.Column("settled_at", MOMENT),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("announcement", NUMBER, sa.ForeignKey("announcements.id", name="fk_deliveries_announcement")),
        sa.CheckConstraint(
            "state IN ('queued', 'sending', 'sent', 'unreachable', 'refused', 'uncertain', 'cancelled')",
            name="ck_deliveries_state",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sqlite_autoincrement=True,
    )
    _index(
        "ix_deliveries_announced",
        "deliveries",
        ["announcement", "person"],
        where="announcement IS NOT NULL",
        unique=True,
    )
    _index("ix_deliveries_contact", "deliveries", ["contact", "id"])
    _index("ix_deliveries_outcome", "deliveries", ["announcement", "state"], where="announcement IS NOT NULL")
    _index("ix_deliveries_queued", "deliveries", ["account", "lane", "not_before", "id"], where="state = 'queued'")
    _index("ix_deliveries_queued_contact", "deliveries", ["contact", "lane", "id"], where="state = 'queued'")
    _index("ix_deliveries_sending", "deliveries", ["account"], where="state = 'sending'")
    _index("ix_deliveries_tag", "deliveries", ["contact", "tag"], where="tag <> ''")
    _index("ix_deliveries_uncertain", "deliveries", ["id"], where="state = 'uncertain'")
    op.create_table(
        "journals",
        sa.Column("contact", NUMBER, sa.ForeignKey("contacts.id", name="fk_journals_contact"), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("dialogue", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("entries", sa.Text(), nullable=False),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("undo", sa.Text()),
        sa.CheckConstraint("mode IN ('asking', 'changing', 'offered')", name="ck_journals_mode"),
        sa.PrimaryKeyConstraint("contact", "slot", name="pk_journals"),
    )


def _index(name: str, table: str, columns: list[str], *, where: str = "", unique: bool = False) -> None:
    condition = sa.text(where) if where else None
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)
