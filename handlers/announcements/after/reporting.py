"""The report: what became of the copies, in words and as a picture; who did not get it and why; trying once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.core.media.charts import Bar, bars
from bot.core.messages import FileRef
from bot.core.ports import State
from bot.core.post import Offer, Post
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Announcement, Ending
from bot.domain.announcements.results import Tally
from bot.domain.people.person import Person
from handlers.announcements.after.notices import concerned
from handlers.announcements.releasing.card import ON_THE_WAY, S, sure, title
from handlers.announcements.releasing.eyes import may_stop
from handlers.announcements.writing.wording import audience_name
from handlers.phrases import bullets

UNSENT = (State.UNREACHABLE, State.REFUSED)
MISSED = (*UNSENT, State.UNCERTAIN)
TONES = {State.SENT: "good", State.CANCELLED: "calm"}
CHART = "report.png"


def report(post: Post, announcement: Announcement) -> None:
    """Tell everybody concerned how it went."""
    for one in concerned(post, announcement):
        shown = full(post, announcement, one.language)
        files = (chart(post, announcement, one.language),)
        post.tell(one.id, shown, *afterwards(post, announcement, one), files=files)


def full(post: Post, announcement: Announcement, language: str) -> Text:
    """The report in words: nothing is only in the picture."""
    tally = post.work.announcements.tally(announcement.id)
    return text(
        "sending-report",
        heading=text(f"sending-report-{announcement.state}", title=title(announcement)),
        audience=audience_name(post, language, announcement.draft.audience),
        lines=bullets(post.texts, language, _lines(announcement, tally)),
    )


def _lines(announcement: Announcement, tally: Tally) -> Iterator[Text]:
    yield text("sending-count-sent", count=tally.of(State.SENT), total=announcement.total)
    counts = {"open": tally.open, **{state.value: tally.of(state) for state in MISSED}}
    counts |= {ending.name.lower().replace("_", "-"): tally.of(ending) for ending in Ending}
    counts |= {"cancelled": tally.of(State.CANCELLED) - sum(tally.of(ending) for ending in Ending)}
    for name, count in (*counts.items(), ("bundled", tally.bundled)):
        if count:
            yield text(f"sending-count-{name}", count=count)
    for (network, language), (sent, count) in sorted(_parts(tally).items()):
        yield text(
            "sending-count-part",
            network=text("sending-network", network=network),
            language=text("speaking-name", language=language),
            sent=sent,
            count=count,
        )


def _parts(tally: Tally) -> dict[tuple[str, str], tuple[int, int]]:
    """Sent and all settled, per network and language."""
    sent: Counter[tuple[str, str]] = Counter()
    every: Counter[tuple[str, str]] = Counter()
    for (network, language, state), count in tally.settled.items():
        every[network, language] += count
        sent[network, language] += count if state == State.SENT else 0
    return {part: (sent[part], count) for part, count in every.items()}


def chart(post: Post, announcement: Announcement, language: str) -> FileRef:
    """The same as a picture."""
    tally = post.work.announcements.tally(announcement.id)
    rows = [
        Bar(_label(post, f"sending-bar-{state}", language), tally.of(state), TONES.get(state, "warn"))
        for state in (State.SENT, *MISSED, State.CANCELLED)
    ]
    rows += [Bar(_part_label(post, part, language), sent) for part, (sent, _) in sorted(_parts(tally).items())]
    heading = post.texts.label(title(announcement), language)
    return post.work.files.add(announcement.author, bars(heading, rows), CHART, "image/png", post.now)


def _label(post: Post, key: str, language: str) -> str:
    return post.texts.label(text(key), language)


def _part_label(post: Post, part: tuple[str, str], language: str) -> str:
    network, spoken = text("sending-network", network=part[0]), text("speaking-name", language=part[1])
    return f"{post.texts.label(network, language)}, {post.texts.label(spoken, language)}"


# -- what can still be done ------------------------------------------------------------------------------------------


def afterwards(post: Post, announcement: Announcement, person: Person) -> tuple[Offer, ...]:
    """Who is missing, once more for those, a correction, and taking it back: what makes sense and this person may."""
    tally, one = post.work.announcements.tally(announcement.id), (announcement.id,)
    unsent, uncertain = sum(tally.of(state) for state in UNSENT), tally.of(State.UNCERTAIN)
    goes_on = announcement.state in {*ON_THE_WAY, S.DONE} and announcement.chore is None
    found = []
    if unsent or uncertain:
        found.append(Offer(text("sending-who-is-missing"), "announcement-missing", one))
    if (unsent or tally.of(Ending.GIVEN_UP)) and goes_on and announcement.state is S.DONE:
        found.append(Offer(text("sending-retry"), "announcement-retry", one))
    if uncertain and announcement.chore is None:
        found.append(Offer(text("sending-leave"), "announcement-leave", one))
    if uncertain and goes_on:
        found.append(sure(announcement, "resend", text("sending-resend", count=uncertain)))
    return (*found, *_changes(announcement, tally, person))


def _changes(announcement: Announcement, tally: Tally, person: Person) -> Iterator[Offer]:
    """Correcting what somebody has or gets with a digest, and taking it back."""
    if announcement.state is S.WITHDRAWN or not (tally.of(State.SENT) or tally.bundled):
        return
    if announcement.step is None:
        yield Offer(text("sending-correct"), "announcement-correct", (announcement.id,))
    if may_stop(person):
        yield sure(announcement, "withdraw", text("sending-withdraw"))
