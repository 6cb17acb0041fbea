"""Tables of the alliance's dates, and of who comes to them."""

from __future__ import annotations

from sqlalchemy import Boolean, ForeignKey, Index, Integer, PrimaryKeyConstraint, Text, text

from bot.domain.event import EventState
from storage.tables.base import BigId, Fate, Moment, Owner, Trace, Words, column, numbered, one_of, table

events = table(
    "events",
    numbered(),
    column("author", BigId, personal="the organiser who wrote it; empty once they are erased", null=True),
    column("title", Words, personal="its title"),
    column("starts_at", Moment, plain="when it begins"),
    column("was_at", Moment, plain="when it was to begin before it was moved", null=True),
    column("place", Words, personal="where it is"),
    column("about", Words, personal="a few words about it"),
    column("seats", Integer, plain="how many can come; 0 = no limit"),
    column("state", Text, plain="where it stands"),
    column("reason", Words, personal="why it was called off, or empty"),
    column("revision", Integer, plain="counts its versions"),
    column("turn", Integer, plain="raised by each sign-up, so that two never take the last seat"),
    column("created_at", Moment, plain="when it was written"),
    one_of("state", "state", EventState),
    Index("ix_events_starts_at", "starts_at"),
    traces=(Trace(Owner.PERSON, "author", Fate.UNLINK),),
)

sign_ups = table(
    "sign_ups",
    column("event", BigId, ForeignKey("events.id", ondelete="CASCADE"), personal="to which date"),
    column("person", BigId, ForeignKey("persons.id"), personal="who comes"),
    column("at", Moment, personal="when they said so"),
    column("revision", Integer, personal="the version of the date they know"),
    column("hushed", Boolean, personal="whether they want to be left in peace about it", server_default=text("false")),
    column("reminded_at", Moment, personal="when they were reminded", null=True),
    column("thanked_at", Moment, personal="when they were thanked", null=True),
    column("said", Words, personal="what they said about it afterwards", server_default=text("''")),
    PrimaryKeyConstraint("event", "person"),
    Index("ix_sign_ups_person", "person"),
    traces=(Trace(Owner.PERSON, "person"),),
)
