"""Tables of persons, contacts, memberships and what rests of them, signatures with their renewals, and consents."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Index, Integer, PrimaryKeyConstraint, Text, UniqueConstraint, text

from bot.domain.people.consent import Purpose
from bot.domain.people.person import Role
from storage.tables.base import BigId, Moment, Owner, Trace, Words, column, numbered, one_of, table

_CLOSED = text("withdrawn_at IS NOT NULL")

members = table(
    "members",
    numbered(),
    column("number", Integer, personal="the member number"),
    column("kind", Text, personal="the kind of member"),
    column("name", Words, personal="the member's name"),
    column("name_key", Words, personal="the member's name, folded for comparing"),
    column("municipality", Text, personal="where the member is at home"),
    column("listed", Boolean, personal="whether the member is shown by name"),
    column("joined_at", Moment, personal="when the member joined"),
    column("paused_at", Moment, personal="since when the membership rests", null=True),
    column("pause_reason", Words, personal="why it rests", server_default=text("''")),
    UniqueConstraint("number"),
    Index("ix_members_name_key", "name_key"),
    traces=(Trace(Owner.MEMBER, "id"),),
)

persons = table(
    "persons",
    numbered(),
    column("language", Text, personal="the language the person reads"),
    column("news", Boolean, personal="whether the person wants announcements"),
    column("follows", Boolean, personal="whether the person follows without joining"),
    column("role", Text, personal="the organiser's role", null=True),
    column("member", BigId, ForeignKey("members.id"), personal="the membership acted for", null=True),
    column("created_at", Moment, personal="when the person first wrote"),
    one_of("role", "role", Role),
    Index("ix_persons_member", "member"),
    Index("ix_persons_role", "role", sqlite_where=text("role IS NOT NULL"), postgresql_where=text("role IS NOT NULL")),
    traces=(Trace(Owner.PERSON, "id"),),
)

contacts = table(
    "contacts",
    numbered(),
    column("person", BigId, ForeignKey("persons.id"), personal="whose contact it is"),
    column("account", Words, personal="the network the person uses"),
    column("address", Words, personal="the person's address there"),
    column("reachable", Boolean, personal="whether the bot can write there"),
    column("last_used", Moment, personal="when the person last wrote"),
    UniqueConstraint("account", "address"),
    Index("ix_contacts_person", "person"),
    traces=(Trace(Owner.PERSON, "person"),),
)

rests = table(
    "rests",
    column("person", BigId, ForeignKey("persons.id"), personal="whose membership rested when it ended"),
    column("since", Moment, personal="since when it rested"),
    column("reason", Words, personal="why"),
    PrimaryKeyConstraint("person"),
    traces=(Trace(Owner.PERSON, "person"),),
)

signatures = table(
    "signatures",
    numbered(),
    column("member", BigId, ForeignKey("members.id", ondelete="CASCADE"), personal="who joined"),
    column("person", BigId, personal="who signed"),
    column("version", Text, personal="the version of the declaration signed"),
    column("language", Text, personal="the language it was signed in"),
    column("signed_text", Words, personal="the exact words agreed to"),
    column("sha256", Text, personal="their digest"),
    column("signatory", Words, personal="the name of who signed"),
    column("function", Words, personal="the function of who signed"),
    column("signed_at", Moment, personal="when it was signed"),
    Index("ix_signatures_member", "member"),
    Index("ix_signatures_person", "person"),
    Index("ix_signatures_version", "version"),
    traces=(Trace(Owner.PERSON, "person"),),
)

renewals = table(
    "renewals",
    column("person", BigId, personal="who was asked for a new yes to the declaration"),
    column("version", Text, personal="to which version"),
    column("asked_at", Moment, personal="when"),
    PrimaryKeyConstraint("person", "version"),
    traces=(Trace(Owner.PERSON, "person"),),
)

consents = table(
    "consents",
    numbered(),
    column("person", BigId, ForeignKey("persons.id"), personal="who said yes"),
    column("purpose", Text, personal="to what"),
    column("subject", Text, personal="about which story"),
    column("version", Text, personal="the version of the words shown"),
    column("text_hash", Text, personal="the digest of the words shown"),
    column("network", Text, personal="on which network"),
    column("given_at", Moment, personal="when"),
    column("withdrawn_at", Moment, personal="when it was taken back", null=True),
    one_of("purpose", "purpose", Purpose),
    Index("ix_consents_person", "person", "purpose"),
    Index("ix_consents_closed", "withdrawn_at", sqlite_where=_CLOSED, postgresql_where=_CLOSED),
    traces=(Trace(Owner.PERSON, "person"),),
)
