"""How many an announcement has left out from the beginning, and why, for its report."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Of what was sent before nobody knows."""
    op.add_column("announcements", sa.Column("left_out", sa.Text(), nullable=False, server_default=sa.text("'{}'")))
