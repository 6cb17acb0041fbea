"""The alliance's dates, and who comes to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    """Two new tables."""
    op.create_table(
        "events",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("author", NUMBER, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.CheckConstraint("state IN ('proposed', 'published', 'called-off')", name="ck_events_state"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_starts_at", "events", ["starts_at"])
    op.create_table(
        "sign_ups",
        sa.Column("event", NUMBER, nullable=False),
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("hushed", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("reminded_at", MOMENT, nullable=True),
        sa.Column("thanked_at", MOMENT, nullable=True),
        sa.Column("said", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name="fk_sign_ups_event", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name="fk_sign_ups_person"),
        sa.PrimaryKeyConstraint("event", "person", name="pk_sign_ups"),
    )
    op.create_index("ix_sign_ups_person", "sign_ups", ["person"])
