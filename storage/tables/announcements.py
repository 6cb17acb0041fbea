"""Tables of announcements: what is said, to whom, what became of it, and what people wish to hear."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Float,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)

from bot.domain.announcements.announcement import AnnouncementState
from bot.domain.announcements.places import PlaceState
from bot.domain.announcements.wishes import Rhythm
from storage.tables.base import BigId, Fate, Moment, Owner, Trace, Words, column, numbered, one_of, table

announcements = table(
    "announcements",
    numbered(),
    column("author", BigId, personal="who wrote it"),
    column("requested_by", BigId, personal="who asked for it", null=True),
    column("released_by", BigId, personal="who released it", null=True),
    column("acted_by", BigId, personal="who stopped, corrected or withdrew it last", null=True),
    column("language", Text, plain="of the first version"),
    column("body", Words, personal="what was written"),
    column("second_language", Text, plain="of the second version; empty if there is none"),
    column("second_body", Words, personal="what was written in it"),
    column("audience", Text, plain="who it is for, as JSON"),
    column("topic", Text, plain="its topic"),
    column("goal", Text, plain="its main goal"),
    column("answers", Words, personal="the answers of the dialogue, so that they can be changed"),
    column("state", Text, plain="where it stands"),
    column("created_at", Moment, personal="when it was written"),
    column("send_at", Moment, plain="when it goes out", null=True),
    column("recurrence", Text, plain="how that repeats"),
    column("started_at", Moment, plain="when sending began, or was taken up again", null=True),
    column("total", Integer, plain="counts its deliveries"),
    column("bundled", Integer, plain="counts those who get it with a digest"),
    column("left_out", Text, plain="counts those who do not get it, by reason, as JSON", server_default=text("'{}'")),
    column("enqueued_to", BigId, plain="the person up to whom copies are written"),
    column("enqueued", Boolean, plain="whether all copies are written"),
    column("copies_from", BigId, plain="its copies have higher numbers", server_default=text("0")),
    column("rate", Float, plain="messages a second an organiser has limited it to; 0 = none"),
    column("round", Integer, plain="counts corrections and the withdrawal"),
    column("step", Text, plain="the later step under way, or empty"),
    column("step_to", BigId, plain="the delivery up to which that is written", server_default=text("0")),
    column("step_until", BigId, plain="the last delivery it concerns; -1: not known yet", server_default=text("0")),
    column("chore", Text, plain="a decision about many copies, under way", server_default=text("''")),
    column("chore_to", BigId, plain="the delivery up to which that is done", server_default=text("0")),
    column("moved", Integer, plain="copies settled when it was last seen to move", server_default=text("0")),
    column("moved_at", Moment, plain="when it was last seen to move", null=True),
    column("asked", Boolean, plain="whether it still has the words of who asked", server_default=text("false")),
    one_of("state", "state", AnnouncementState),
    Index("ix_announcements_state", "state"),
    traces=(
        Trace(Owner.PERSON, "author", Fate.KEEP),
        Trace(Owner.PERSON, "requested_by", Fate.UNLINK, words="body", still="asked"),
        Trace(Owner.PERSON, "released_by", Fate.UNLINK),
        Trace(Owner.PERSON, "acted_by", Fate.UNLINK),
    ),
)

contents = table(
    "contents",
    column("announcement", BigId, ForeignKey("announcements.id", ondelete="CASCADE"), plain="which announcement"),
    column("step", Text, plain="sending it, correcting it, withdrawing it"),
    column("language", Text, plain="a language of the announcement"),
    column("rank", Integer, plain="the order of the languages; 0 is the fallback"),
    column("body", Words, plain="what organisers said to everybody"),
    PrimaryKeyConstraint("announcement", "step", "language"),
    nobody="what organisers said to everybody; its author is in `announcements`",
)

announcement_files = table(
    "announcement_files",
    column("announcement", BigId, ForeignKey("announcements.id", ondelete="CASCADE"), plain="which announcement"),
    column("position", Integer, plain="the order of the files"),
    column("file", BigId, plain="a file the organisers sent to everybody"),
    PrimaryKeyConstraint("announcement", "position"),
    nobody="which files go with an announcement; who sent them is in `files`",
)

tallies = table(
    "tallies",
    column("announcement", BigId, ForeignKey("announcements.id", ondelete="CASCADE"), plain="which announcement"),
    column("account", Words, plain="one of the bot's own accounts"),
    column("language", Text, plain="a language"),
    column("state", Text, plain="what became of deliveries, and why they were cancelled"),
    column("count", Integer, plain="how many"),
    PrimaryKeyConstraint("announcement", "account", "language", "state"),
    nobody="how many deliveries ended how; kept as counters, because counting a million rows takes 81 ms (measured)",
)

wishes = table(
    "wishes",
    column("person", BigId, ForeignKey("persons.id"), personal="whose wishes"),
    column("rhythm", Text, personal="at once, or bundled daily or weekly"),
    column("quiet_from", Integer, personal="the hour from which it is quiet", null=True),
    column("quiet_to", Integer, personal="the hour until which it is quiet", null=True),
    column("paused_until", Moment, personal="until when there is a pause", null=True),
    column("network", Text, personal="the network preferred"),
    PrimaryKeyConstraint("person"),
    one_of("rhythm", "rhythm", Rhythm),
    traces=(Trace(Owner.PERSON, "person"),),
)

topics_off = table(
    "topics_off",
    column("person", BigId, ForeignKey("persons.id"), personal="who does not want to hear of it"),
    column("topic", Text, personal="of what"),
    PrimaryKeyConstraint("person", "topic"),
    traces=(Trace(Owner.PERSON, "person"),),
)

digest_items = table(
    "digest_items",
    column("person", BigId, ForeignKey("persons.id"), personal="who gets it bundled"),
    column("announcement", BigId, ForeignKey("announcements.id", ondelete="CASCADE"), personal="what"),
    column("due_at", Moment, personal="with which digest"),
    PrimaryKeyConstraint("person", "announcement"),
    Index("ix_digest_items_due", "due_at"),
    Index("ix_digest_items_announcement", "announcement", "person"),
    traces=(Trace(Owner.PERSON, "person"),),
)

places = table(
    "places",
    numbered(),
    column("account", Words, plain="one of the bot's own accounts"),
    column("address", Words, plain="a group, room or channel; nobody's own"),
    column("title", Words, plain="what it calls itself"),
    column("state", Text, plain="whether announcements may be published there"),
    column("invited_at", Moment, plain="when the bot was invited"),
    UniqueConstraint("account", "address"),
    one_of("state", "state", PlaceState),
    nobody="groups, rooms and channels the bot was invited to; who did that is not kept",
)
