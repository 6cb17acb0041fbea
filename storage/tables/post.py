"""Tables of what comes in and goes out: accounts, cursors, inbox, journals, deliveries and files."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Boolean,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
    text,
)

from bot.core.ports import Mode, State
from storage.tables.base import BigId, Fate, Moment, Owner, Trace, Words, column, numbered, one_of, table


def _where(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    return Index(name, *columns, unique=unique, sqlite_where=text(where), postgresql_where=text(where))


class InboxState(StrEnum):
    """Where a row of the inbox stands."""

    WAITING = "waiting"
    DONE = "done"
    SHUNTED = "shunted"


accounts = table(
    "accounts",
    column("id", Words, plain="one of the bot's own accounts", key=True),
    column("lease_owner", Text, plain="a process"),
    column("lease_until", Moment, plain="of a process's lease"),
    column("fence", BigInteger, plain="counts changes of owner"),
    column("problem", Words, plain="the account's own trouble; adapters keep people out of it"),
    column("alarmed", Words, plain="the trouble that owners were told of last", server_default=text("''")),
    nobody="the bot's own accounts",
)

cursors = table(
    "cursors",
    column("account", Words, plain="one of the bot's own accounts", key=True),
    column("cursor", Words, plain="how far a network has been read"),
    nobody="how far each network has been read; apart from `accounts`, which every claim of deliveries locks",
)

inbox = table(
    "inbox",
    numbered(),
    column("account", Words, plain="one of the bot's own accounts"),
    column("event", Words, plain="the network's number of the event, or its digest; kept against repeats"),
    column("position", BigInteger, plain="the network's order"),
    column("address", Words, personal="where it came from; emptied once handled"),
    column("body", Text, personal="what was written; emptied once handled"),
    column("state", Text, plain="where the row stands"),
    column("attempts", Integer, plain="counts tries"),
    column("received_at", Moment, personal="when it came"),
    column("done_at", Moment, plain="when it was handled", null=True),
    UniqueConstraint("account", "event"),
    one_of("state", "state", InboxState),
    _where("ix_inbox_waiting", "account", "position", "id", where="state = 'waiting'"),
    _where("ix_inbox_waiting_address", "account", "address", "position", "id", where="state = 'waiting'"),
    _where("ix_inbox_tried", "account", "attempts", where="state = 'waiting' AND attempts > 1"),
    _where("ix_inbox_shunted", "id", where="state = 'shunted'"),
    traces=(Trace(Owner.ADDRESS, "address"),),
)

journals = table(
    "journals",
    column("contact", BigId, ForeignKey("contacts.id"), personal="whose conversation"),
    column("slot", Text, personal="empty for the dialogue under way; which one, and about what, for a parked draft"),
    column("dialogue", Text, personal="which dialogue"),
    column("subject", Text, personal="what it is about"),
    column("entries", Text, personal="the answers so far"),
    column("turn", Text, plain="a random mark of the open question"),
    column("mode", Text, plain="what the next answer means"),
    column("asked_at", Moment, personal="when the last question was asked"),
    column("undo", Text, personal="the answers before a change", null=True),
    PrimaryKeyConstraint("contact", "slot"),
    one_of("mode", "mode", Mode),
    traces=(Trace(Owner.CONTACT, "contact"),),
)

files = table(
    "files",
    numbered(),
    column(
        "owner",
        BigId,
        personal="who sent it; empty once its story stands without a name or its announcement was released",
        null=True,
    ),
    column("content", LargeBinary, personal="the picture or document"),
    column("name", Words, personal="its name"),
    column("mime", Text, personal="its type"),
    column("created_at", Moment, personal="when it came"),
    column("made", Boolean, plain="whether the bot made it, as a list or a chart", server_default=text("false")),
    Index("ix_files_owner", "owner"),
    traces=(Trace(Owner.PERSON, "owner", ours="made"),),
)

uploads = table(
    "uploads",
    column("file", BigId, ForeignKey("files.id", ondelete="CASCADE"), plain="which file; whose it is stands there"),
    column("account", Words, plain="one of the bot's own accounts"),
    column("name", Words, plain="what the account's network calls it"),
    PrimaryKeyConstraint("file", "account"),
    nobody="what networks call files they were given; a file's bytes never change, and its row takes these along",
)

deliveries = table(
    "deliveries",
    numbered(),
    column("account", Words, plain="one of the bot's own accounts"),
    column("contact", BigId, personal="to which contact; 0 for a farewell"),
    column("person", BigId, personal="to whom; 0 for a farewell"),
    column("address", Words, personal="only for a farewell: where to; wiped when settled"),
    column("language", Text, personal="of a farewell, or in which a copy was sent"),
    column("lane", Integer, plain="who goes first"),
    column("state", Text, personal="what became of it"),
    column("body", Text, personal="the message; empty for announcements, whose words are in `contents`"),
    column("file", BigId, personal="the file sent along", null=True),
    column("tag", Words, plain="names the message for a later edit"),
    column("replaces", Words, plain="the tag of the message it replaces"),
    column("edits", Text, personal="the network's numbers of the message it replaces"),
    column("refs", Text, personal="the network's numbers of the message"),
    column("attempts", Integer, plain="counts tries"),
    column("not_before", Moment, plain="when it may be sent"),
    column("created_at", Moment, personal="when it was written"),
    column("first_try_at", Moment, plain="when it was first tried", null=True),
    column("settled_at", Moment, personal="when it was done", null=True),
    column("problem", Words, personal="why not"),
    column("announcement", BigId, personal="which announcement it is", null=True),
    column(
        "step", Text, plain="of an announcement: sending it, correcting it, withdrawing it", server_default=text("''")
    ),
    column("round", Integer, plain="counts corrections and the withdrawal", server_default=text("0")),
    column("place", BigId, plain="a group, room or channel; 0 for people", server_default=text("0")),
    column("about", BigId, personal="whose words it quotes to somebody else; 0 for nobody's", server_default=text("0")),
    column("worded", Integer, plain="of a copy: the round whose words it was sent with", server_default=text("0")),
    one_of("state", "state", State),
    _where(
        "ix_deliveries_queued",
        *("account", "lane", "not_before", "id"),
        where="state = 'queued' AND announcement IS NULL",
    ),
    _where("ix_deliveries_queued_contact", "contact", "lane", "id", where="state = 'queued' AND announcement IS NULL"),
    _where(
        "ix_deliveries_announced_queued",
        *("announcement", "step", "account", "not_before", "id"),
        where="state = 'queued' AND announcement IS NOT NULL",
    ),
    _where("ix_deliveries_sending", "account", where="state = 'sending'"),
    _where("ix_deliveries_uncertain", "id", where="state = 'uncertain'"),
    _where("ix_deliveries_tag", "contact", "tag", where="tag <> ''"),
    _where(
        "ix_deliveries_announced",
        *("announcement", "person", "place", "round", "step"),
        where="announcement IS NOT NULL",
        unique=True,
    ),
    _where(
        "ix_deliveries_missed",
        *("announcement", "state", "id"),
        # spelled so that SQLite sees that one of these states implies it
        where="announcement IS NOT NULL"
        " AND (state = 'unreachable' OR state = 'refused' OR state = 'uncertain' OR state = 'cancelled')",
    ),
    _where("ix_deliveries_unasked", "person", "created_at", where="announcement IS NULL AND lane > 0"),
    _where("ix_deliveries_about", "about", where="about <> 0"),
    _where("ix_deliveries_kept", "settled_at", where="settled_at IS NOT NULL AND body <> ''"),
    _where("ix_deliveries_spent", "settled_at", where="announcement IS NULL AND body = ''"),
    _where("ix_deliveries_file", "state", where="file IS NOT NULL"),
    Index("ix_deliveries_contact", "contact", "id"),
    traces=(Trace(Owner.CONTACT, "contact"), Trace(Owner.PERSON, "about", Fate.WIPE)),
)
