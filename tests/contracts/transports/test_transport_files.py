"""The transports' contract for what announcements need: files, corrections in place, withdrawals."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import FileRef, Outgoing, Shipment
from tests.contracts.core import Core
from tests.contracts.transports.networks import ALL, core, everywhere, party, synapse
from tests.contracts.transports.own_parties import OnBrowser
from tests.contracts.transports.parties import Party
from tests.stage import picture

__all__ = ["core", "party", "synapse"]

PICTURES = tuple(FileRef(number, f"dach{number}.png", "image/png") for number in (1, 2, 3))
DATA = FileRef(4, "plan.pdf", "application/pdf")


class Shelf:
    """Files that count how often they are read."""

    def __init__(self, content: bytes = b"") -> None:
        self.content = content or picture()
        self.read: list[int] = []

    async def load(self, file: FileRef) -> bytes:
        self.read.append(file.id)
        await asyncio.sleep(0.01)
        return self.content


@everywhere
@pytest.mark.parametrize("files", [PICTURES, PICTURES[:1], (DATA,)], ids=["album", "picture", "document"])
async def test_files_come_with_their_words(party: Party, core: Core, files: tuple[FileRef, ...]):
    address = await party.meets(core)
    await core.sends(address, Outgoing("Drei Dächer", files=files), Shelf().load)
    await party.sees_files("Drei Dächer", len(files))


@everywhere
async def test_a_file_is_read_at_most_once_for_many(party: Party, core: Core):
    address = await party.meets(core)
    shelf = Shelf()
    many = [core.sends(address, Outgoing("Dach", files=PICTURES), shelf.load) for _ in range(8)]
    receipts = await asyncio.gather(*many)
    assert len({receipt.refs for receipt in receipts}) == len(receipts)
    assert len(shelf.read) == len(set(shelf.read))


@everywhere
async def test_words_beside_files_are_corrected_and_nothing_is_read_again(party: Party, core: Core):
    address = await party.meets(core)
    shelf = Shelf()
    sent = await core.sends(address, Outgoing("Alt", files=PICTURES), shelf.load)
    await party.sees_files("Alt", len(PICTURES))
    shelf.read.clear()
    edited = await core.sends(address, Outgoing("Neu", files=PICTURES), shelf.load, sent.refs)
    ref, shown = await party.sees_changed()
    assert "Neu" in shown.words
    assert ref == sent.refs[0]
    assert edited.refs == sent.refs
    assert shelf.read == []


@everywhere
@pytest.mark.parametrize("files", [(), PICTURES], ids=["words", "album"])
async def test_a_withdrawn_message_is_gone_with_all_its_parts(party: Party, core: Core, files: tuple[FileRef, ...]):
    address = await party.meets(core)
    shelf = Shelf()
    sent = await core.sends(address, Outgoing("Irrtum", files=files), shelf.load)
    if files:
        await party.sees_files("Irrtum", len(files))
    else:
        await party.sees()
    gone = await core.sends(address, Outgoing("", files=files, withdrawn=True), shelf.load, sent.refs)
    assert gone.refs == sent.refs
    await party.sees_withdrawn(sent.refs)
    again = await core.sends(address, Outgoing("", files=files, withdrawn=True), shelf.load, sent.refs)
    assert again.refs == sent.refs, "made twice, it is the same"


@pytest.mark.parametrize("party", ALL[:2], indirect=True)
@pytest.mark.parametrize("file", [PICTURES[0], DATA], ids=["picture", "document"])
async def test_a_file_that_is_too_large_is_refused_in_words_and_only_that_message(
    party: Party, core: Core, file: FileRef
):
    address = await party.meets(core)
    abilities = core.transport.abilities
    most = abilities.picture_bytes_most if file is PICTURES[0] else abilities.file_bytes_most
    with pytest.raises(DeliveryProblem) as problem:
        await core.sends(address, Outgoing("Zu groß", files=(file,)), Shelf(bytes(most + 1)).load)
    assert problem.value.verdict is Verdict.REFUSED
    assert str(most) in problem.value.detail
    await core.says(address, "Es geht weiter.")


@everywhere
async def test_abilities_say_what_becomes_of_a_long_message(party: Party, core: Core):
    address = await party.meets(core)
    most = core.transport.abilities.text_most
    if not most:
        return
    whole = await core.says(address, "a" * most)
    more = await core.says(address, "a " * (most // 2) + "b")
    assert (len(whole.refs), len(more.refs)) == (1, 2)


@pytest.mark.parametrize("party", ["browser"], indirect=True)
async def test_a_page_that_comes_late_never_sees_what_was_withdrawn(party: Party, core: Core):
    address = await party.meets(core)
    assert isinstance(party, OnBrowser)
    transport = party.transport
    assert transport is not None
    for outgoing, edits in (
        (Outgoing("Irrtum"), ()),
        (Outgoing("Noch ein Irrtum"), ("1000",)),
        (Outgoing("", withdrawn=True), ("1000",)),
        (Outgoing("Richtig"), ()),
    ):
        number = 1000 + len(party.letters)
        party.letters.append(Shipment(number, address, outgoing, edits=edits))
    after, frames = await transport.missed(address, 999)
    assert after == 1003
    assert "Irrtum" not in "".join(frames)
    assert len(frames) == 2
