"""What people do in the alliance: stories, announcements, pledges, questions, invitations, audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "announcements",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("author", NUMBER, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("circle", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("enqueued_to", NUMBER, nullable=False),
        sa.CheckConstraint("circle IN ('everyone', 'members', 'followers')", name="ck_announcements_circle"),
        sa.CheckConstraint(
            "state IN ('waiting', 'enqueuing', 'sending', 'done', 'cancelled')", name="ck_announcements_state"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
        sqlite_autoincrement=True,
    )
    _index("ix_announcements_state", "announcements", ["state"])
    op.create_table(
        "audit",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("by", NUMBER),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sqlite_autoincrement=True,
    )
    _index("ix_audit_by", "audit", ["by"])
    op.create_table(
        "invitations",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("invited_by", NUMBER),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT),
        sa.Column("used_by", NUMBER),
        sa.CheckConstraint("role IN ('editor', 'moderator', 'owner')", name="ck_invitations_role"),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.UniqueConstraint("code_hash", name="uq_invitations_code_hash"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "stories",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("author", NUMBER),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("tip", sa.Text(), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("picture", NUMBER, nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("submitted_at", MOMENT, nullable=False),
        sa.Column("decided_at", MOMENT),
        sa.CheckConstraint("scope IN ('team', 'alliance', 'public')", name="ck_stories_scope"),
        sa.CheckConstraint(
            "state IN ('submitted', 'asked', 'approved', 'declined', 'withdrawn')", name="ck_stories_state"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
        sqlite_autoincrement=True,
    )
    _index("ix_stories_author", "stories", ["author"])
    _index("ix_stories_state", "stories", ["state", "submitted_at"])
    op.create_table(
        "contents",
        sa.Column(
            "announcement",
            NUMBER,
            sa.ForeignKey("announcements.id", name="fk_contents_announcement", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("announcement", "language", name="pk_contents"),
    )
    op.create_table(
        "pledges",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person", NUMBER, sa.ForeignKey("persons.id", name="fk_pledges_person"), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("cadence", sa.Text(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('active', 'paused', 'ended')", name="ck_pledges_state"),
        sa.PrimaryKeyConstraint("id", name="pk_pledges"),
        sqlite_autoincrement=True,
    )
    _index("ix_pledges_due", "pledges", ["next_at"], where="state = 'active'")
    _index("ix_pledges_person", "pledges", ["person"])
    op.create_table(
        "questions",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("person", NUMBER, sa.ForeignKey("persons.id", name="fk_questions_person"), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT),
        sa.Column("answered_by", NUMBER),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
        sqlite_autoincrement=True,
    )
    _index("ix_questions_person", "questions", ["person"])
    op.create_table(
        "check_ins",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("pledge", NUMBER, sa.ForeignKey("pledges.id", name="fk_check_ins_pledge"), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("reminded_at", MOMENT),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("amount", sa.Float()),
        sa.Column("answered_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_check_ins"),
        sa.UniqueConstraint("pledge", "due", name="uq_check_ins_pledge_due"),
        sqlite_autoincrement=True,
    )
    _index("ix_check_ins_answered_at", "check_ins", ["answered_at"])
    op.create_table(
        "invite_tries",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("contact", NUMBER, sa.ForeignKey("contacts.id", name="fk_invite_tries_contact"), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_invite_tries"),
        sqlite_autoincrement=True,
    )
    _index("ix_invite_tries_contact", "invite_tries", ["contact", "at"])


def _index(name: str, table: str, columns: list[str], *, where: str = "", unique: bool = False) -> None:
    condition = sa.text(where) if where else None
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)
