"""What networks call our files, over every store: kept with the receipt, for one account, as long as the file is."""

from __future__ import annotations

from tests.contracts.office import ACCOUNT


async def uploaded(store, file: int, account: str = ACCOUNT) -> str:
    return await store.read(lambda work: work.files.uploaded(account, file))


async def given(post, store, clock, *names: str) -> tuple[int, int]:
    """Anna, and a picture of hers that was sent under these names, one after the other."""
    person, contact = await post.meet("anna")
    file = await store.transact(lambda work: work.files.add(person, b"png", "dach.png", "image/png", clock.now()))
    for name in names:
        await post.add(contact, "Dach")
        [row] = await post.claim()
        await post.settle(row, uploaded=((file.id, name),))
    return person, file.id


async def test_a_name_is_known_to_the_account_it_was_given_to(post, store, clock):
    _, file = await given(post, store, clock, "AgAC-1")
    assert await uploaded(store, file) == "AgAC-1"
    assert (await uploaded(store, file, "telegram:2"), await uploaded(store, file + 1)) == ("", "")


async def test_a_newer_name_replaces_one_that_is_known_no_more(post, store, clock):
    _, file = await given(post, store, clock, "AgAC-1", "AgAC-2")
    assert await uploaded(store, file) == "AgAC-2"


async def test_a_file_takes_its_names_along(post, store, clock):
    _, file = await given(post, store, clock, "AgAC-1")
    await store.transact(lambda work: work.files.remove(file))
    assert await uploaded(store, file) == ""


async def test_an_erasure_takes_the_names_of_the_persons_files_along(post, store, clock):
    person, file = await given(post, store, clock, "AgAC-1")
    await store.transact(lambda work: work.privacy.erase(person, clock.now()))
    assert await uploaded(store, file) == ""


async def test_a_receipt_for_a_file_that_is_gone_meanwhile_is_recorded_all_the_same(post, store, clock):
    _, contact = await post.meet("anna")
    await post.add(contact, "Dach")
    [row] = await post.claim()
    await post.settle(row, uploaded=((999, "AgAC-1"),))
    assert await post.tally() == {"sent": 1}
    assert await uploaded(store, 999) == ""
