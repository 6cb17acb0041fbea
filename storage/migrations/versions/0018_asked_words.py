"""Whether an announcement still has the words of who asked for it: they are given these as their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Of what an organiser has taken over nobody knows any more."""
    op.add_column("announcements", sa.Column("asked", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.execute(sa.text("UPDATE announcements SET asked = (1 = 1) WHERE requested_by = author"))
