"""How each configured network shows an announcement, in words; and what a rehearsal must know of their limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.media.fitting import Fit, Sized, fit, weight
from bot.core.pace.pacing import steady
from bot.core.post import Post
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Draft
from bot.domain.announcements.rehearsal import Limits
from handlers.announcements.writing.arriving import Form
from handlers.announcements.writing.wording import contents, in_words


@dataclass(frozen=True, slots=True)
class Worst:
    """The form that fits least, and how; `alone` if another one fits better."""

    form: Form
    fit: Fit
    alone: bool


def fits(post: Post, draft: Draft, occurring: Sequence[Form]) -> dict[str, Worst]:
    """What becomes of it per account, in the worst of the forms that occur."""
    ready = contents(post, draft.words)
    kept = [found for file in draft.files if (found := post.work.files.get(file)) is not None]
    sizes = [Sized(len(content), ref.mime.startswith("image/")) for ref, content in kept]
    return {
        account: _worst([(form, fit(ready[form.key], sizes, abilities)) for form in occurring])
        for account, abilities in post.networks.items()
    }


def _worst(found: Sequence[tuple[Form, Fit]]) -> Worst:
    form, least = max(found, key=lambda one: one[1].weight)
    return Worst(form, least, any(other != least for _, other in found))


def fits_lines(post: Post, draft: Draft, occurring: Sequence[Form]) -> Iterator[Text]:
    """Only where a network does something else than show it as it is."""
    told: set[str] = set()
    for account, worst in fits(post, draft, occurring).items():
        network, found = account.partition(":")[0], worst.fit
        if network in told:
            continue
        told.add(network)
        name = text("sending-network", network=network)
        where = named_form(name, worst.form) if worst.alone else name
        if found.apart:
            yield text("sending-fits-apart", network=where, count=found.parts)
        elif found.parts > 1:
            yield text("sending-fits-split", network=where, count=found.parts)
        if found.refused:
            yield text("sending-fits-refused", network=name, count=found.refused)


def named_form(network: Text, form: Form) -> Text:
    """The network, and which form it is about."""
    if not form.reader:
        return text("sending-fits-in-places", network=network)
    key = "sending-fits-marked" if form.marked else "sending-fits-version"
    return text(key, network=network, written=in_words(form.written))


def limits(post: Post, draft: Draft, occurring: Sequence[Form]) -> dict[str, Limits]:
    """What every account may do with it, for the rehearsal: as heavy as the worst of these forms, at the pacer's
    speed.
    """
    ready, files = contents(post, draft.words), len(draft.files)
    found: dict[str, Limits] = {}
    for account, one in post.networks.items():
        heavy = max(weight(ready[form.key], files, one) for form in occurring)
        found[account] = Limits(steady(one.rate, heavy) if one.rate else 0.0, one.usual_rate, heavy)
    return found
