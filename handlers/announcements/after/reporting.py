"""The report: what became of the copies, in words and as a picture; who did not get it and why; trying once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.core.media.charts import Bar, Group, bars
from bot.core.messages import FileRef
from bot.core.ports import State
from bot.core.post import Offer, Post
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Announcement, Ending
from bot.domain.announcements.audience import Left
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
    for why, count in sorted(announcement.left_out.items()):
        if count and why is not Left.BUNDLED:
            yield text(f"sending-left-{why}", count=count)
    for part, (sent, count) in sorted(_parts(tally).items()):
        yield text("sending-count-part", **_named(part), sent=sent, count=count)


def _parts(tally: Tally) -> dict[tuple[str, str], tuple[int, int]]:
    """Sent and all settled, per network and language."""
    sent: Counter[tuple[str, str]] = Counter()
    every: Counter[tuple[str, str]] = Counter()
    for (network, language, state), count in tally.settled.items():
        every[network, language] += count
        sent[network, language] += count if state == State.SENT else 0
    return {part: (sent[part], count) for part, count in every.items()}


def chart(post: Post, announcement: Announcement, language: str) -> FileRef:
    """The same as a picture: what became of the copies, and where they arrived. Its name says the most of it."""
    tally, texts = post.work.announcements.tally(announcement.id), post.texts
    fates = [
        _bar(post, language, text(f"sending-bar-{state}"), tally.of(state), TONES.get(state, "warn"))
        for state in (State.SENT, *MISSED, State.CANCELLED)
        if state is State.SENT or tally.of(state)
    ]
    parts = [
        _bar(post, language, text("sending-chart-part", **_named(part)), sent)
        for part, (sent, _) in sorted(_parts(tally).items())
        if sent
    ]
    groups = [Group(texts.label(text("sending-chart-fates"), language), fates)]
    if parts:
        groups.append(Group(texts.label(text("sending-chart-parts"), language), parts))
    name = texts.label(text("sending-chart", count=tally.of(State.SENT), total=announcement.total), language)
    drawn = bars(texts.label(title(announcement), language), groups)
    return post.work.files.add(announcement.author, drawn, f"{name}.png", "image/png", post.now, made=True)


def _bar(post: Post, language: str, label: Text, value: int, tone: str = "calm") -> Bar:
    number = post.texts.label(text("sending-bar-number", count=value), language)
    return Bar(post.texts.label(label, language), value, number, tone)


def _named(part: tuple[str, str]) -> dict[str, Text]:
    network, language = part
    return {
        "network": text("sending-network", network=network),
        "language": text("speaking-name", language=language),
    }


# -- what can still be done ------------------------------------------------------------------------------------------


def afterwards(post: Post, announcement: Announcement, person: Person) -> tuple[Offer, ...]:
    """Who is missing, once more for those, a correction, and taking it back: what makes sense and this person may."""
    tally, one = post.work.announcements.tally(announcement.id), (announcement.id,)
    unsent, uncertain = sum(tally.of(state) for state in (*UNSENT, Ending.GIVEN_UP)), tally.of(State.UNCERTAIN)
    goes_on = announcement.state in {*ON_THE_WAY, S.DONE} and announcement.chore is None
    found = []
    if unsent or uncertain or tally.of(Ending.OFF) or tally.of(Ending.OUTSIDE):
        found.append(Offer(text("sending-who-is-missing"), "announcement-missing", one))
    if unsent and goes_on and announcement.state is S.DONE:
        found.append(Offer(text("sending-retry"), "announcement-retry", one))
    if uncertain and announcement.chore is None:
        found.append(sure(announcement, "leave", text("sending-leave")))
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
