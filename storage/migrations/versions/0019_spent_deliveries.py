"""Messages whose content is erased are dropped after their time: they are found by an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

SPENT = sa.text("announcement IS NULL AND body = ''")


def upgrade() -> None:
    """Nothing is in it when it is written or sent: a row comes in when its content goes."""
    op.create_index("ix_deliveries_spent", "deliveries", ["settled_at"], sqlite_where=SPENT, postgresql_where=SPENT)
