"""Versions of stories, and whom a message quotes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Every story is in its first version."""
    op.add_column("stories", sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("1")))
