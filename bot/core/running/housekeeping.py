"""Keeps the database small and private: what has served its purpose is forgotten after its time."""

from __future__ import annotations

from datetime import timedelta

from bot.core.post import Post
from bot.core.routing import Tick
from bot.core.talking.drafts import DRAFT_DAYS

HANDLED_KEPT = timedelta(days=8)
"""Event keys against repeats: Telegram redelivers for 24 h, a Matrix server that was down may take days."""

SENT_KEPT = timedelta(days=30)
"""Content of finished deliveries: long enough for a report and a correction. The privacy notice names it."""

LOOSE_FILES_KEPT = timedelta(days=1)


def tidy(post: Post) -> bool:
    """Forget what is due to be forgotten; two of the times are promised in the alliance's notice. True if dormant
    persons may be left for another round.
    """
    work, now, promised = post.work, post.now, post.alliance.notice
    work.inbox.forget(now - HANDLED_KEPT)
    work.ledger.forget(now - SENT_KEPT)
    work.journals.forget(now - timedelta(days=DRAFT_DAYS))
    over = now - timedelta(days=promised.period_days)
    work.consents.forget(over)
    work.events.forget(over)
    work.files.forget_unused(now - LOOSE_FILES_KEPT)
    dormant = work.privacy.dormant(now - timedelta(days=promised.dormant_days))
    for person in dormant:
        work.privacy.erase(person, now)
    return bool(dormant)


TIDY = Tick("tidy", timedelta(hours=1), tidy)
