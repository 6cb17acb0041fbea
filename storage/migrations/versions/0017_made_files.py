"""Which files the bot made: they repeat what stands elsewhere, so nobody is given them as their own data."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Of the files there are already nobody knows; those that were made go within a day."""
    op.add_column("files", sa.Column("made", sa.Boolean(), nullable=False, server_default=sa.text("false")))
