"""What a network calls a file it was given is kept, so that it goes up once and not once per process."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Until now only the running process knew."""
    op.create_table(
        "uploads",
        sa.Column("file", NUMBER, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("file", "account", name="pk_uploads"),
        sa.ForeignKeyConstraint(["file"], ["files.id"], name="fk_uploads_file", ondelete="CASCADE"),
    )
