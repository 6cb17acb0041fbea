"""What monitoring asks, and the headers on every answer."""

import asyncio
from collections.abc import Mapping

import pytest

from bot.core.messages import Outgoing
from bot.core.ports import Lane, Work
from tests.web.place import NOW, serving


async def troubled() -> Mapping[str, str]:
    return {"browser": "", "telegram": "the token is refused", "matrix": "waiting"}


async def test_each_part_is_named_and_one_networks_trouble_does_not_stop_the_others(tmp_path):
    async with serving(tmp_path, ready=troubled) as place:
        assert (await place.http.get("/healthz")).text == "ok\n"
        answer = await place.http.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "ready": True,
        "parts": {
            "database": {"ok": True, "problem": ""},
            "browser": {"ok": True, "problem": ""},
            "telegram": {"ok": False, "problem": "the token is refused"},
            "matrix": {"ok": False, "problem": "waiting"},
        },
    }


async def test_without_the_database_nothing_is_ready_but_the_process_lives(tmp_path, monkeypatch):
    async with serving(tmp_path) as place:

        async def gone(fn: object) -> object:
            raise ConnectionError(f"no database for {fn}")

        monkeypatch.setattr(place.store, "read", gone)
        answer = await place.http.get("/readyz")
        assert answer.status_code == 503
        assert answer.json()["parts"]["database"] == {"ok": False, "problem": "does not answer (ConnectionError)"}
        assert (await place.http.get("/healthz")).status_code == 200


async def test_metrics_count_without_naming_anybody(tmp_path):
    async with serving(tmp_path, ready=troubled, counters=lambda: {"handled": 7.0}) as place:

        def write(work: Work) -> None:
            _, contact = work.people.meet("browser:web", "secret-address", "de", NOW)
            work.ledger.add(contact.id, Outgoing("private words"), Lane.REPLY, NOW)

        await place.store.transact(write)
        metrics = (await place.http.get("/metrics")).text
    for line in (
        "unterhaken_inbox_waiting 0.0",
        'unterhaken_deliveries{account="browser:web",state="queued"} 1.0',
        'unterhaken_account_trouble{account="telegram"} 1.0',
        'unterhaken_account_trouble{account="browser"} 0.0',
        'unterhaken_account_trouble{account="matrix"} 0.0',  # another process serves it
        "unterhaken_handled_total 7.0",
    ):
        assert line in metrics
    assert "secret-address" not in metrics
    assert "private words" not in metrics


@pytest.mark.parametrize("broken", [False, True])
async def test_every_answer_carries_the_policy_even_when_something_broke(tmp_path, monkeypatch, broken):
    async with serving(tmp_path) as place:
        if broken:

            async def bug(fn: object) -> object:
                raise RuntimeError(f"a bug in {fn}")

            monkeypatch.setattr(place.store, "read", bug)
        for path, status in (
            ("/", 500 if broken else 200),
            ("/nirgends", 404),
            ("/healthz", 200),
            ("/robots.txt", 200),
        ):
            answer = await place.http.get(path)
            assert answer.status_code == status
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert "http" not in policy
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["referrer-policy"] == "no-referrer"
            assert "a bug" not in answer.text


async def test_static_files_may_be_kept_for_a_year_because_their_address_changes(tmp_path):
    async with serving(tmp_path) as place:
        page = (await place.http.get("/chat")).text
        address = page.partition('src="')[2].partition('"')[0]
        answer = await place.http.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        assert "javascript" in answer.headers["content-type"]
        for path in (address.replace("main.js", "nichts.js"), "/static/alt/chat/main.js", "/static/../site.py"):
            assert (await place.http.get(path)).status_code == 404


async def test_who_asks_for_metrics_all_the_time_has_the_ledger_counted_once(tmp_path, monkeypatch):
    async with serving(tmp_path) as place:
        counted = []
        read = place.store.read

        async def counting(fn: object) -> object:
            counted.append(fn)
            return await read(fn)

        monkeypatch.setattr(place.store, "read", counting)
        answers = await asyncio.gather(*(place.http.get("/metrics") for _ in range(5)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(counted) == 1
