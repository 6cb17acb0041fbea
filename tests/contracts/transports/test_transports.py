"""One contract for all four real transports: Telegram on the fake Bot API, Matrix on a real homeserver, the browser's
lines and mailbox, the terminal on pipes. Where a network has no such thing, the test says so and leaves it out.
"""

from __future__ import annotations

import asyncio
import re

import pytest

from bot.adapters.console import transport as console
from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Choice, Incoming, Kind
from bot.core.running.rounds import RESERVED
from bot.core.talking.wording import pick
from bot.core.words.markup import escape
from tests.contracts.core import PATIENCE, Core
from tests.contracts.transports.networks import ALL, core, everywhere, party, synapse, where_it_can_be_sent_again
from tests.contracts.transports.own_parties import OnBrowser, OnConsole
from tests.contracts.transports.parties import OnMatrix, OnTelegram, Party

__all__ = ["core", "party", "synapse"]

CHOICES = (Choice("Ja, gern", "ja~seal"), Choice("Nein", "nein~seal"), Choice("Zurück", "back~seal", quiet=True))
LITERAL = (
    "<b>fett</b> & <script>alert(1)</script> &amp; \"'",
    "**fett** _kursiv_ `code` [hier](https://boese.example) \\* # > - 1. ~~x~~ ||y||",
    "*a*_b_[c](d)`e`>f#g+h-i=j|k{l}m.n!o",
    "Emoji \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea",
)
TRICKS = (
    "\u202egnp.exe",
    "\u2066a\u2067b\u2068",
    "NUL \x00 ESC \x1b[2J BEL \x07",
    "halb \ud83d und \udc00",
    "\u200b\ufeff",
)


def meant(incoming: Incoming, refs: tuple[str, ...]) -> str:
    """The token of the choice taken, as the core finds it out."""
    loud = [choice for choice in CHOICES if not choice.quiet]
    press = incoming.press
    if press is None:
        at = pick(incoming.text, [[choice.label] for choice in loud], numbered=True)
        return "" if at is None else loud[at].token
    if not press.token:
        assert press.ref in refs
        return loud[press.number - 1].token
    return press.token


@everywhere
async def test_the_account_is_named_after_its_network(party: Party, core: Core):
    assert re.fullmatch(party.account, core.transport.account)


@everywhere
async def test_there_is_room_for_what_nobody_asked_for(party: Party, core: Core):
    assert core.transport.abilities.in_flight > RESERVED, "answers keep some places to themselves"


@everywhere
async def test_typed_words_arrive_once_with_everything_the_core_needs(party: Party, core: Core):
    address = await party.meets(core)
    await party.types("Grüß Gott \U0001f33b")
    first = await core.gets(Kind.TEXT)
    await party.types("und noch etwas")
    second = await core.gets(Kind.TEXT)
    assert (first.text, second.text) == ("Grüß Gott \U0001f33b", "und noch etwas")
    for one in (first, second):
        assert (one.account, one.address) == (core.transport.account, address)
        assert (one.private, one.addressed, one.language) == (True, True, party.language)
        assert one.at.tzinfo is not None
    assert first.event
    assert first.event != second.event
    assert first.sender == second.sender != ""
    assert first.position <= second.position


@where_it_can_be_sent_again
async def test_what_was_not_committed_is_handed_out_again(party: Party, core: Core):
    """Not the terminal: nobody there could say a line again, it lives and ends with its process."""
    await party.meets(core)
    await party.types("zuerst")
    await core.gets(Kind.TEXT)
    await party.types("kostbar")
    before = await core.gets(Kind.TEXT)
    await core.dies()
    await core.open()
    if isinstance(party, OnBrowser):
        party._connect()
    again = await core.gets(Kind.TEXT)
    assert (again.event, again.text, again.position) == (before.event, "kostbar", before.position)


@where_it_can_be_sent_again
async def test_what_was_committed_is_not_handed_out_again(party: Party, core: Core):
    """Not the terminal, as above. What was said while nobody was there arrives afterwards."""
    await party.meets(core)
    await party.types("erledigt")
    await core.gets(Kind.TEXT)
    core.commit()
    await asyncio.sleep(0.1)
    await core.dies()
    if not isinstance(party, OnBrowser):
        await party.types("danach")
    await core.open()
    if isinstance(party, OnBrowser):
        await party.types("danach")
    assert (await core.gets(Kind.TEXT)).text == "danach"


@pytest.mark.parametrize("party", ALL[:2], indirect=True)
async def test_the_cursor_survives_and_moves_on(party: Party, core: Core):
    """Telegram's offset, Matrix's sync token. Page and terminal have none: a page itself knows what was kept."""
    await party.meets(core)
    await party.types("eins")
    await core.gets(Kind.TEXT)
    first = core.handed
    await party.types("zwei")
    await core.gets(Kind.TEXT)
    assert "" != first != core.handed
    await core.dies()
    core.committed = first
    await core.open()
    assert (await core.gets(Kind.TEXT)).text == "zwei"


@everywhere
@pytest.mark.parametrize("typed", [False, True])
async def test_a_choice_offered_can_be_taken(party: Party, core: Core, typed: bool):
    address = await party.meets(core)
    refs = (await core.says(address, "Machen Sie mit?", *CHOICES)).refs
    shown = await party.sees()
    assert "Machen Sie mit?" in shown.words
    await (party.types("Nein") if typed else party.takes("Nein"))
    while not core.got:
        await core.batch()
    taken = core.got.popleft()
    assert taken.kind is (Kind.TEXT if taken.press is None else Kind.PRESS)
    assert meant(taken, refs) == "nein~seal"


@everywhere
async def test_a_long_text_comes_in_parts_with_a_ref_each_and_nothing_lost(party: Party, core: Core):
    words = [f"Wort{number:04}" for number in range(1111)]
    text = "\n\n".join(" ".join(words[at : at + 90]) for at in range(0, len(words), 90))
    assert len(text) >= 9990
    address = await party.meets(core)
    refs = (await core.says(address, text)).refs
    parts = [await party.sees() for _ in refs]
    assert len(set(refs)) == len(refs) >= 1
    assert " ".join(part.words for part in parts).split() == words


@everywhere
async def test_an_edit_replaces_the_words(party: Party, core: Core):
    """A terminal takes nothing back: there the new words follow."""
    address = await party.meets(core)
    refs = (await core.says(address, "alte Worte", *CHOICES)).refs
    await party.sees()
    again = await core.says(address, "neue Worte", edits=refs)
    changed, shown = await party.sees_changed()
    assert (again.refs, changed) == (refs, refs[0])
    assert "neue Worte" in shown.words
    assert "alte" not in shown.words


@everywhere
@pytest.mark.parametrize("hostile", LITERAL)
async def test_a_persons_words_are_shown_literally(party: Party, core: Core, hostile: str):
    address = await party.meets(core)
    await core.says(address, f"Anna schreibt: {escape(hostile)} Ende", Choice(hostile, "x~seal"))
    shown = await party.sees()
    words = " ".join(shown.words.split())  # a terminal breaks lines
    assert f"Anna schreibt: {hostile} Ende" in words
    assert words.count(hostile) == (1 if isinstance(party, OnTelegram) else 2), "the label too"
    assert not re.search(r"<(script|b|strong|em|code|a)\b", shown.source)


@everywhere
@pytest.mark.parametrize("marked", [False, True])
async def test_no_text_whatsoever_breaks_sending(party: Party, core: Core, marked: bool):
    """Bidi, NUL, control characters, half an emoji, in words and labels: harmless, or a DeliveryProblem."""
    address = await party.meets(core)
    for trick in (*TRICKS, *(LITERAL if marked else ())):
        words = trick if marked else f"Anfang {escape(trick)} Ende"
        try:
            await core.says(address, words, Choice(f"Wahl {trick}", "x~seal"))
        except DeliveryProblem as problem:
            if marked and problem.verdict is Verdict.REFUSED:  # words of nothing but harm
                continue
            raise
        shown = await party.sees()
        assert marked or re.search("Anfang.*Ende", shown.words, re.DOTALL)
        seen = "" if isinstance(party, OnBrowser) else shown.words  # a page shows control characters as nothing
        assert not re.search("[\x00\x07\x1b\ud800-\udfff]", seen)
    await core.says(address, "Es geht weiter.")
    assert "Es geht weiter." in (await party.sees()).words


@pytest.mark.parametrize("party", ALL[:2], indirect=True)
async def test_unusable_content_has_a_name(party: Party, core: Core):
    """Page and terminal know nothing but words and pictures."""
    await party.meets(core)
    assert isinstance(party, OnTelegram | OnMatrix)
    await party.sticks()
    found = await core.gets(Kind.UNSUPPORTED)
    assert (found.text, found.attachment) == ("sticker", None)


@everywhere
async def test_a_picture_is_fetched_up_to_the_limit(party: Party, core: Core):
    await party.meets(core)
    content = bytes(range(256)) * 40
    await party.shows(content)
    picture = await core.gets(Kind.PICTURE)
    assert picture.attachment is not None
    assert await core.transport.fetch(picture.attachment, len(content)) == content
    with pytest.raises(DeliveryProblem) as problem:
        await core.transport.fetch(picture.attachment, len(content) - 1)
    assert problem.value.verdict is Verdict.REFUSED


@everywhere
async def test_closing_ends_receiving_and_may_be_done_twice(party: Party, core: Core):
    await party.meets(core)
    core.commit()
    await asyncio.sleep(0.1)
    await core.transport.close()
    await core.transport.close()
    assert core._asking is not None
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                await core._asking
            except StopAsyncIteration:
                break
            core._asking = asyncio.ensure_future(anext(core.source))
    core._asking = None


async def test_a_terminal_of_few_letters_shows_what_it_can_and_hears_the_rest(monkeypatch: pytest.MonkeyPatch):
    """A terminal set to ASCII: what it cannot show is replaced, and bytes that are no letters do not end the chat."""
    monkeypatch.setattr(console, "ANSWER_SECONDS", 0.2)
    party = OnConsole("ascii")
    core = Core(party.make)
    await core.open()
    address = await party.meets(core)
    await core.says(address, "Grüß \U0001f33b Gott")
    assert "Gott" in (await party.sees()).words
    party.presses("Gr\xfc\xdf\n".encode("latin-1"))
    assert (await core.gets(Kind.TEXT)).text.startswith("Gr")
    await core.end()
    await party.leaves()
