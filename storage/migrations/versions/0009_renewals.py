"""Who was asked for a new yes to which version of the declaration, so that nobody is asked twice."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    """Until now nobody was asked, except on coming by."""
    op.create_table(
        "renewals",
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person", "version", name="pk_renewals"),
    )
    op.create_index("ix_signatures_version", "signatures", ["version"])
