"""Places that organisers have declined are told from those nobody has decided about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
STATES = "state IN ('asked', 'open', 'declined', 'closed')"


def upgrade() -> None:
    """SQLite changes no constraint of a table that is there: the rows move to a new one."""
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint("ck_places_state", "places", type_="check")
        op.create_check_constraint("ck_places_state", "places", STATES)
        return
    op.rename_table("places", "places_before")
    op.create_table(
        "places",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("invited_at", MOMENT, nullable=False),
        sa.CheckConstraint(STATES, name="ck_places_state"),
        sa.PrimaryKeyConstraint("id", name="pk_places"),
        sa.UniqueConstraint("account", "address", name="uq_places_account_address"),
        sqlite_autoincrement=True,
    )
    op.execute("INSERT INTO places SELECT id, account, address, title, state, invited_at FROM places_before")
    op.execute(
        "UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'places_before')"
        " WHERE name = 'places' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'places_before')"
    )
    op.drop_table("places_before")
