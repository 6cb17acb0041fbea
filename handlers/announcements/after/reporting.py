"""The report: what became of the copies, in words and as a picture; who did not get it and why; trying once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.core.media.charts import Bar, Group, bars
from bot.core.messages import FileRef
from bot.core.ports import State
from bot.core.post import Offer, Post
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.announcements.announcement import Announcement, AnnouncementState, Chore, Ending, Tally
from bot.domain.people.person import Person, Role
from handlers.announcements.after.notices import concerned
from handlers.announcements.releasing.card import BEFORE, ON_THE_WAY, OVER, S, decidable, offers, show, sure, title
from handlers.announcements.releasing.eyes import may_decide, may_stop
from handlers.announcements.writing.announcing import note
from handlers.announcements.writing.wording import audience_name
from handlers.phrases import bullets

UNSENT = (State.UNREACHABLE, State.REFUSED)
MISSED = (*UNSENT, State.UNCERTAIN)
TONES = {State.SENT: "good", State.CANCELLED: "calm"}
DEEDS = {
    Chore.RETRY: "announcement-retried",
    Chore.LEAVE: "announcement-left",
    Chore.RESEND: "announcement-resent",
}
NAMES = 40

REASONS = (
    ("too long", "long"),
    ("too large", "large"),
    ("too big", "large"),
    ("file", "file"),
    ("not found", "gone"),
    ("rights", "rights"),
    ("forbidden", "rights"),
    ("not allowed", "rights"),
)
"""What networks say (Bot API, Matrix client-server API) and the reason it means; the first that fits."""


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
        title=title(announcement),
        state=text(f"sending-state-{announcement.state}"),
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
    return post.work.files.add(announcement.author, drawn, f"{name}.png", "image/png", post.now)


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


def look(visit: Visit, args: tuple[str, ...]) -> None:
    """Open an announcement: its card before and while it is sent, its report afterwards."""
    announcement = visit.work.announcements.get(int(args[0]))
    if announcement is None:
        visit.say(text("sending-none"))
    elif announcement.state in BEFORE or not (announcement.total or announcement.bundled):
        show(visit, announcement)
    else:
        possible = afterwards(visit, announcement, visit.person) if may_decide(visit.person, announcement) else ()
        going = offers(visit, announcement, visit.person) if announcement.state in ON_THE_WAY else ()
        shown = full(visit, announcement, visit.language)
        visit.say(shown, *going, *possible, files=(chart(visit, announcement, visit.language),))


def missing(visit: Visit, args: tuple[str, ...]) -> None:
    """The names of those who did not get it, by reason."""
    announcement = decidable(visit, args, *ON_THE_WAY, *OVER)
    if announcement is None:
        return
    tally = visit.work.announcements.tally(announcement.id)
    for state in MISSED:
        missed = visit.work.announcements.outcomes(announcement.id, [state], NAMES)
        if missed:
            who = _who([outcome.name for outcome in missed])
            more = tally.of(state) - len(missed)
            shown = text("sending-who-and-more", who=who, count=more) if more > 0 else who
            visit.say(text(f"sending-missed-{state}", who=shown))
            for why in sorted({_reason(one.problem) for one in missed if state is State.REFUSED}):
                visit.say(text("sending-missed-why", why=text(f"sending-why-{why}")))
    possible = afterwards(visit, announcement, visit.person)
    visit.say(text("sending-what-now"), *(one for one in possible if one.action != "announcement-missing"))


def _reason(problem: str) -> str:
    """Which of the known reasons a network's words mean. The words themselves are in the log."""
    said = problem.lower()
    return next((reason for words, reason in REASONS if words in said), "other")


def _who(names: list[str]) -> Text:
    """Members by name, followers only as a number."""
    called = ", ".join(name for name in names if name)
    unnamed = names.count("")
    if not unnamed:
        return text("plain-words", words=called)
    return (
        text("sending-who-both", names=called, count=unnamed) if called else text("sending-who-unnamed", count=unnamed)
    )


def retry(visit: Visit, args: tuple[str, ...]) -> None:
    """Once more, only for what is known not to have arrived."""
    _decide(visit, args, Chore.RETRY, (S.DONE,))


def leave(visit: Visit, args: tuple[str, ...]) -> None:
    """Uncertain copies stay as they are, and are not asked about again."""
    _decide(visit, args, Chore.LEAVE, (*ON_THE_WAY, *OVER))


def resend(visit: Visit, args: tuple[str, ...]) -> None:
    """Uncertain copies are sent again: some people may get it twice, and the organiser knows."""
    _decide(visit, args, Chore.RESEND, (*ON_THE_WAY, S.DONE))


def _decide(visit: Visit, args: tuple[str, ...], chore: Chore, states: tuple[AnnouncementState, ...]) -> None:
    """The decision holds at once; the tick carries it out."""
    visit.close_choices()
    announcement = decidable(visit, args[:1], *states)
    if announcement is None:
        return
    if announcement.chore is not None:
        visit.say(text("sending-not-now"))
        return
    count = visit.work.announcements.decide(announcement.id, chore, visit.now)
    note(visit, DEEDS[chore], announcement.id)
    visit.say(text(f"sending-decided-{chore}", count=count))


ROUTES: tuple[Route, ...] = (
    Pressed("announcement-show", look, Role.EDITOR),
    Pressed("announcement-missing", missing, Role.EDITOR),
    Pressed("announcement-retry", retry, Role.EDITOR),
    Pressed("announcement-leave", leave, Role.EDITOR),
    Pressed("announcement-resend", resend, Role.EDITOR),
)
