"""Keeps the database small and private: what has served its purpose is forgotten after its time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.core.post import Post
from bot.core.routing import Tick
from bot.core.talking.drafts import DRAFT_DAYS
from bot.domain.people.organiser import TRIES_COUNT

HANDLED_KEPT = timedelta(days=8)
"""Event keys against repeats: Telegram redelivers for 24 h, a Matrix server that was down may take days."""

SENT_KEPT = timedelta(days=30)
"""Content of finished deliveries: long enough for a report and a correction. The privacy notice names it."""

LEDGER_KEPT = timedelta(days=90)
"""That a message was sent, after its content has gone: so long a reply to a digest is known to be one."""

AT_ONCE = 5_000
"""Deliveries dropped in one transaction."""

ASIDE_KEPT = timedelta(days=30)
"""What was put aside, with who wrote it and what: so long the owners may look into it."""

INVITATIONS_KEPT = timedelta(days=30)
"""Invitations that were used, or ended: the audit table tells of them for longer."""

LOOSE_FILES_KEPT = timedelta(days=1)


def days_kept() -> Mapping[str, int]:
    """What the privacy page says of these times, in days."""
    kept = {"sent": SENT_KEPT, "ledger": LEDGER_KEPT, "aside": ASIDE_KEPT, "invitations": INVITATIONS_KEPT}
    return {"drafts": DRAFT_DAYS} | {name: time.days for name, time in kept.items()}


def tidy(post: Post) -> bool:
    """Forget what is due to be forgotten; two of the times are promised in the alliance's notice, the others named on
    the privacy page. True if something may be left for another round.
    """
    work, now, promised = post.work, post.now, post.alliance.notice
    work.inbox.forget(now - HANDLED_KEPT)
    work.inbox.forget_aside(now - ASIDE_KEPT)
    work.ledger.forget(now - SENT_KEPT)
    dropped = work.ledger.drop(now - LEDGER_KEPT, AT_ONCE)
    work.organisation.forget_tries(now - TRIES_COUNT)
    work.organisation.forget_invitations(now - INVITATIONS_KEPT)
    work.journals.forget(now - timedelta(days=DRAFT_DAYS))
    over = now - timedelta(days=promised.period_days)
    work.consents.forget(over)
    work.events.forget(over)
    work.files.forget_unused(now - LOOSE_FILES_KEPT)
    dormant = work.privacy.dormant(now - timedelta(days=promised.dormant_days))
    for person in dormant:
        work.privacy.erase(person, now)
    return bool(dormant) or dropped == AT_ONCE


TIDY = Tick("tidy", timedelta(hours=1), tidy)
