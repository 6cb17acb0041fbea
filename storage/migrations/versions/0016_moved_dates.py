"""When a date was to begin before it was moved: whoever would come then hears of it in time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    """Of what was moved before nobody knows."""
    op.add_column("events", sa.Column("was_at", MOMENT))
