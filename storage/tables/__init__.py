"""All tables. Importing this package completes `metadata`."""

from storage.tables.base import Fate, Owner, Trace, metadata
from storage.tables.deeds import (
    announcements,
    audit,
    check_ins,
    contents,
    invitations,
    invite_tries,
    pledges,
    questions,
    stories,
)
from storage.tables.people import consents, contacts, members, persons, signatures
from storage.tables.post import accounts, cursors, deliveries, files, inbox, journals
from storage.tables.upkeep import counters, erasures, secrets, writers

__all__ = [
    "Fate",
    "Owner",
    "Trace",
    "accounts",
    "announcements",
    "audit",
    "check_ins",
    "consents",
    "contacts",
    "contents",
    "counters",
    "cursors",
    "deliveries",
    "erasures",
    "files",
    "inbox",
    "invitations",
    "invite_tries",
    "journals",
    "members",
    "metadata",
    "persons",
    "pledges",
    "questions",
    "secrets",
    "signatures",
    "stories",
    "writers",
]
