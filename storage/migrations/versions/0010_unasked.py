"""What nobody asked for is counted per person: digests, check-ins and reminders are found by an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

UNASKED = sa.text("announcement IS NULL AND lane > 0")


def upgrade() -> None:
    """A small index: neither answers nor copies of announcements are in it."""
    op.create_index(
        "ix_deliveries_unasked",
        "deliveries",
        ["person", "created_at"],
        sqlite_where=UNASKED,
        postgresql_where=UNASKED,
    )
