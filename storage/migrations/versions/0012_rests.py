"""Who left while their membership rested, so that joining again is no way out of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    """Until now it was forgotten."""
    op.create_table(
        "rests",
        sa.Column("person", NUMBER, nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_rests"),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name="fk_rests_person"),
    )
