"""Memberships that rest, and why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    """None does so far."""
    op.add_column("members", sa.Column("paused_at", MOMENT, nullable=True))
    op.add_column("members", sa.Column("pause_reason", sa.Text(), nullable=False, server_default=sa.text("''")))
