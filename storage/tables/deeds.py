"""Tables of what people do: stories, pledges, check-ins, questions, invitations, audit."""

from __future__ import annotations

from sqlalchemy import Date, Float, ForeignKey, Index, Integer, Text, UniqueConstraint, text

from bot.domain.people.person import Role
from bot.domain.pledge import PledgeState
from bot.domain.story import Scope, StoryState
from storage.tables.base import BigId, Fate, Moment, Owner, Trace, Words, column, numbered, one_of, table

_ACTIVE = text("state = 'active'")

stories = table(
    "stories",
    numbered(),
    column("author", BigId, personal="who told it; empty once it stands without a name", null=True),
    column("title", Words, personal="its title"),
    column("what", Words, personal="what was done"),
    column("tip", Words, personal="the tip for others"),
    column("goal", Text, personal="its main goal"),
    column("picture", BigId, personal="its picture"),
    column("scope", Text, personal="who may see it"),
    column("state", Text, personal="where it stands"),
    column("credit", Words, personal="the name shown with it"),
    column("kind", Text, personal="the author's kind of member"),
    column("municipality", Text, personal="the author's municipality"),
    column("submitted_at", Moment, personal="when it was sent"),
    column("decided_at", Moment, personal="when it was decided", null=True),
    column("revision", Integer, plain="counts the versions that were sent", server_default=text("1")),
    one_of("scope", "scope", Scope),
    one_of("state", "state", StoryState),
    Index("ix_stories_state", "state", "submitted_at"),
    Index("ix_stories_author", "author"),
    traces=(Trace(Owner.PERSON, "author"),),
)

pledges = table(
    "pledges",
    numbered(),
    column("person", BigId, ForeignKey("persons.id"), personal="who promised"),
    column("entry", Text, personal="what, from the catalogue"),
    column("plan", Words, personal="the if-then plan"),
    column("cadence", Text, personal="how often it is asked about"),
    column("weekday", Integer, personal="on which day"),
    column("hour", Integer, personal="at which hour"),
    column("state", Text, personal="where it stands"),
    column("made_at", Moment, personal="when it was made"),
    column("next_at", Moment, personal="when it is asked about next", null=True),
    column("unanswered", Integer, personal="how many questions stayed open"),
    one_of("state", "state", PledgeState),
    Index("ix_pledges_person", "person"),
    Index(
        "ix_pledges_due", "next_at", sqlite_where=text("state = 'active'"), postgresql_where=text("state = 'active'")
    ),
    traces=(Trace(Owner.PERSON, "person"),),
)

check_ins = table(
    "check_ins",
    numbered(),
    column("pledge", BigId, ForeignKey("pledges.id"), personal="about which pledge"),
    column("due", Date, personal="the day it is about"),
    column("asked_at", Moment, personal="when it was asked"),
    column("reminded_at", Moment, personal="when it was asked again", null=True),
    column("answer", Text, personal="the answer"),
    column("amount", Float, personal="the number given", null=True),
    column("answered_at", Moment, personal="when it was answered", null=True),
    UniqueConstraint("pledge", "due"),
    Index("ix_check_ins_answered_at", "answered_at"),
    traces=(Trace(Owner.PLEDGE, "pledge"),),
)

questions = table(
    "questions",
    numbered(),
    column("person", BigId, ForeignKey("persons.id"), personal="who asked"),
    column("words", Words, personal="what was asked"),
    column("subject", Text, personal="what it is about"),
    column("asked_at", Moment, personal="when"),
    column("answered_at", Moment, personal="when it was answered", null=True),
    column("answered_by", BigId, personal="the organiser who answered", null=True),
    Index("ix_questions_person", "person"),
    traces=(Trace(Owner.PERSON, "person"), Trace(Owner.PERSON, "answered_by", Fate.UNLINK)),
)

invitations = table(
    "invitations",
    numbered(),
    column("code_hash", Text, plain="the digest of a random code"),
    column("role", Text, personal="the role given"),
    column("invited_by", BigId, personal="who invited", null=True),
    column("expires_at", Moment, plain="when it ends"),
    column("used_at", Moment, personal="when it was used", null=True),
    column("used_by", BigId, personal="who used it", null=True),
    UniqueConstraint("code_hash"),
    one_of("role", "role", Role),
    traces=(Trace(Owner.PERSON, "invited_by", Fate.DELETE), Trace(Owner.PERSON, "used_by", Fate.UNLINK)),
)

invite_tries = table(
    "invite_tries",
    numbered(),
    column("contact", BigId, ForeignKey("contacts.id"), personal="who tried"),
    column("at", Moment, personal="when"),
    Index("ix_invite_tries_contact", "contact", "at"),
    traces=(Trace(Owner.CONTACT, "contact"),),
)

audit = table(
    "audit",
    numbered(),
    column("by", BigId, personal="the organiser who did it", null=True),
    column("what", Text, personal="what was done"),
    column("subject", Words, personal="to what; numbers only, never a name"),
    column("at", Moment, personal="when"),
    Index("ix_audit_by", "by"),
    traces=(Trace(Owner.PERSON, "by", Fate.KEEP),),
)
