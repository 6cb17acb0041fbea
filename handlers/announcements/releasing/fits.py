"""How each configured network shows an announcement, in words; and what a rehearsal must know of their limits."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.media.fitting import Fit, Sized, fit
from bot.core.post import Post
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Draft
from bot.domain.announcements.rehearsal import Limits
from handlers.announcements.writing.wording import ready


def fits(post: Post, draft: Draft, language: str) -> dict[str, Fit]:
    """What becomes of it per account."""
    words = post.texts.render(ready(post, draft.words, language), language)
    kept = [found for file in draft.files if (found := post.work.files.get(file)) is not None]
    sizes = [Sized(len(content), ref.mime.startswith("image/")) for ref, content in kept]
    return {account: fit(words, sizes, abilities) for account, abilities in post.networks.items()}


def fits_lines(post: Post, draft: Draft, language: str) -> Iterator[Text]:
    """Only where a network does something else than show it as it is."""
    told: set[str] = set()
    for account, found in fits(post, draft, language).items():
        network = account.partition(":")[0]
        if network in told:
            continue
        told.add(network)
        name = text("sending-network", network=network)
        if found.apart:
            yield text("sending-fits-apart", network=name, count=found.parts)
        elif found.parts > 1:
            yield text("sending-fits-split", network=name, count=found.parts)
        if found.refused:
            yield text("sending-fits-refused", network=name, count=found.refused)


def limits(post: Post, draft: Draft, language: str) -> dict[str, Limits]:
    """What every account may do with it, for the rehearsal."""
    return {
        account: Limits(post.networks[account].rate, found.parts, found.refused)
        for account, found in fits(post, draft, language).items()
    }
