"""Versions of stories, whom a message quotes, and keys of events without the address they came from."""

from __future__ import annotations

from hashlib import blake2b

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WITH_ADDRESS = "account LIKE 'browser:%' OR event LIKE 'unreadable:%' OR event LIKE 'moved:%'"


def upgrade() -> None:
    """Every story is in its first version; of older messages it is not known whom they quote."""
    op.add_column("stories", sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("1")))
    op.add_column("deliveries", sa.Column("about", NUMBER, nullable=False, server_default=sa.text("0")))
    some = sa.text("about <> 0")
    op.create_index("ix_deliveries_about", "deliveries", ["about"], sqlite_where=some, postgresql_where=some)
    closed = sa.text("withdrawn_at IS NOT NULL")
    op.create_index("ix_consents_closed", "consents", ["withdrawn_at"], sqlite_where=closed, postgresql_where=closed)
    _keep_digests(op.get_bind())


def _keep_digests(connection: sa.Connection) -> None:
    """Repeats of what came before the update are still known for such."""
    kept = connection.execute(sa.text(f"SELECT id, event FROM inbox WHERE {WITH_ADDRESS}")).all()  # noqa: S608 - ours
    for row in kept:
        key = blake2b(row.event.encode(errors="surrogatepass"), digest_size=16).hexdigest()
        connection.execute(sa.text("UPDATE inbox SET event = :key WHERE id = :id"), {"key": key, "id": row.id})
