"""All tables. Importing this package completes `metadata`."""

from storage.tables.announcements import (
    announcement_files,
    announcements,
    contents,
    digest_items,
    places,
    tallies,
    topics_off,
    wishes,
)
from storage.tables.base import Fate, Owner, Trace, metadata
from storage.tables.deeds import (
    audit,
    check_ins,
    invitations,
    invite_tries,
    pledges,
    questions,
    stories,
)
from storage.tables.events import events, sign_ups
from storage.tables.people import consents, contacts, members, persons, renewals, rests, signatures
from storage.tables.post import accounts, cursors, deliveries, files, inbox, journals, uploads
from storage.tables.upkeep import counters, erasures, secrets, writers

__all__ = [
    "Fate",
    "Owner",
    "Trace",
    "accounts",
    "announcement_files",
    "announcements",
    "audit",
    "check_ins",
    "consents",
    "contacts",
    "contents",
    "counters",
    "cursors",
    "deliveries",
    "digest_items",
    "erasures",
    "events",
    "files",
    "inbox",
    "invitations",
    "invite_tries",
    "journals",
    "members",
    "metadata",
    "persons",
    "places",
    "pledges",
    "questions",
    "renewals",
    "rests",
    "secrets",
    "sign_ups",
    "signatures",
    "stories",
    "tallies",
    "topics_off",
    "uploads",
    "wishes",
    "writers",
]
