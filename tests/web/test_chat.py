"""The browser chat's wire: sessions, acknowledgements after the commit, repeats, returns."""

import json

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from bot.core.messages import Choice, Kind, Outgoing
from tests.web.place import Place, hear, serving


@pytest.fixture
async def place(tmp_path):
    async with serving(tmp_path) as place:
        yield place


def text(event: str, words: str) -> str:
    return json.dumps({"type": "text", "event": event, "text": words})


async def test_a_new_session_is_greeted_once(place: Place):
    cookie = await place.session()
    for _ in range(2):
        async with place.socket(cookie) as socket:
            await hear(socket, "ready")
            heard = await place.core.hears(1)
    assert [(one.kind, one.language) for one in heard] == [(Kind.JOINED, "de")]


async def test_what_is_said_is_acknowledged_only_after_the_commit(place: Place):
    async with place.socket(await place.session()) as socket:
        await place.core.hears(1)
        place.core.commits.clear()
        await socket.send(text("one", "hallo"))
        with pytest.raises(TimeoutError):
            await hear(socket, "ack", seconds=0.3)
        place.core.commits.set()
        assert json.loads(await hear(socket, "ack")) == {"type": "ack", "event": "one"}
    assert place.core.heard[-1].text == "hallo"


async def test_what_was_not_acknowledged_is_sent_again_and_counts_once(place: Place):
    cookie = await place.session()
    async with place.socket(cookie) as socket:
        await place.core.hears(1)
        place.core.commits.clear()
        await socket.send(text("one", "hallo"))
    async with place.socket(cookie) as socket:
        await socket.send(text("one", "hallo"))
        place.core.commits.set()
        await hear(socket, "ack")
    assert [one.text for one in place.core.heard if one.kind is Kind.TEXT] == ["hallo"]


async def test_two_sessions_never_share_an_event(place: Place):
    for _ in range(2):
        place.http.cookies.clear()
        async with place.socket(await place.session()) as socket:
            await socket.send(text("one", "hallo"))
            await hear(socket, "ack")
    assert len({one.event for one in place.core.heard}) == 4


async def test_a_returning_page_gets_what_it_missed_and_only_its_own(place: Place):
    cookie = await place.session()
    async with place.socket(cookie):
        address = (await place.core.hears(1))[0].address
    for number in range(8):
        await place.core.say(place.transport, address, Outgoing(f"Nachricht {number}"))
    await place.core.say(place.transport, "somebody else", Outgoing("nicht für Sie"))
    async with place.socket(cookie, after=2) as socket:
        frames = []
        while (frame := json.loads(await socket.recv()))["type"] != "ready":
            frames.append(frame)
    assert {frame["id"] for frame in frames} == {3, 4, 5, 6, 7, 8} | {1, 2}, "recent ones come again, by id"
    assert "nicht für Sie" not in str(frames)


async def test_a_message_in_the_gap_between_mailbox_and_push_is_not_lost(place: Place):
    cookie = await place.session()
    async with place.socket(cookie):
        address = (await place.core.hears(1))[0].address
    await place.core.say(place.transport, address, Outgoing("gerade eben"))
    place.core.letters.clear()  # the row does not say "sent" yet
    async with place.socket(cookie) as socket:
        assert "gerade eben" in await hear(socket, "message")


async def test_a_choice_comes_back_with_its_token_and_message(place: Place):
    cookie = await place.session()
    async with place.socket(cookie) as socket:
        address = (await place.core.hears(1))[0].address
        offered = Outgoing("Mitmachen?", (Choice("Ja", "yes~seal"), Choice("Zurück", "back~seal", quiet=True)))
        number = await place.core.say(place.transport, address, offered)
        frame = json.loads(await hear(socket, "message"))
        assert [(one["label"], one["quiet"]) for one in frame["choices"]] == [("Ja", False), ("Zurück", True)]
        press = {"type": "press", "event": "p", "token": frame["choices"][0]["token"], "ref": str(frame["id"])}
        await socket.send(json.dumps(press))
        await hear(socket, "ack")
        await place.core.say(place.transport, address, Outgoing(""), edits=(str(number),))
        assert json.loads(await hear(socket, "edit"))["closes"] is True
    heard = place.core.heard[-1]
    assert heard.press is not None
    assert (heard.kind, heard.press.token, heard.press.ref) == (Kind.PRESS, "yes~seal", "1")


MALFORMED = (
    "",
    "null",
    "[]",
    "{}",
    "{" * 5000,
    "[" * 60000,
    '{"type":"text","text":"ohne Namen"}',
    '{"type":"text","event":"a b","text":""}',
    '{"type":"text","event":"x","text":7}',
    '{"type":"press","event":"x","token":""}',
    '{"type":"press","event":"x","token":"' + "t" * 65 + '"}',
    '{"type":"press","event":"x","token":"t","ref":"1; DROP"}',
    '{"type":"text","event":"x","text":"","reply_to":"1; DROP"}',
    '{"type":"picture","event":"x"}',
    '{"type":"file","event":"x"}',
    '{"type":"sticker","event":"x"}',
    text("x", "a" * 70_000),
)


async def test_a_malformed_frame_is_refused_and_the_line_goes_on(place: Place):
    async with place.socket(await place.session()) as socket:
        await place.core.hears(1)
        for frame in MALFORMED:
            await socket.send(frame)
            await hear(socket, "refused")
        await socket.send(text("one", "hallo"))
        await hear(socket, "ack")
    assert len(place.core.heard) == 2


async def test_half_an_emoji_is_a_slip_and_not_an_error(place: Place):
    async with place.socket(await place.session()) as socket:
        await socket.send('{"type":"text","event":"one","text":"halb \\ud83d"}')
        await hear(socket, "ack")
    assert place.core.heard[-1].text == "halb \ufffd"


async def test_without_a_valid_session_the_page_is_told_to_ask_for_one(place: Place):
    for cookie in ("", "unterhaken-member=erfunden"):
        async with place.socket(cookie) as socket:
            with pytest.raises(ConnectionClosed) as closed:
                await socket.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4401


async def test_another_sites_page_cannot_open_our_socket(place: Place):
    with pytest.raises(InvalidStatus) as refused:
        async with place.socket(await place.session(), origin="https://evil.example"):
            pass
    assert refused.value.response.status_code == 403


async def test_another_sites_page_cannot_act_for_us(place: Place):
    for path in ("/chat/sitzung", "/chat/upload", "/chat/ende"):
        for origin in ("https://evil.example", "null", ""):
            answer = await place.http.post(f"{path}?seat=member", headers={"origin": origin} if origin else {})
            assert answer.status_code == 403, (path, origin)


async def test_the_organisers_seats_exist_in_the_demo_only(place: Place):
    for seat in ("organiser", "editor"):
        assert (await place.http.post(f"/chat/sitzung?seat={seat}", headers=place.origin)).status_code == 404


async def test_in_the_demo_each_seat_has_its_own_session_and_is_announced(tmp_path):
    admitted = []

    async def admit(seat: str, address: str, language: str) -> None:
        admitted.append((seat, address, language))

    async with serving(tmp_path, demo=True, admit=admit) as place:
        for seat in ("member", "organiser", "editor", "member"):
            await place.session(seat)
    assert [(seat, language) for seat, _, language in admitted] == [
        (seat, "de") for seat in ("member", "organiser", "editor")
    ]
    assert len({address for _, address, _ in admitted}) == 3


async def test_the_cookie_is_out_of_reach_of_scripts_other_sites_and_public_pages(place: Place):
    cookie = (await place.http.post("/chat/sitzung?seat=member", headers=place.origin)).headers["set-cookie"].lower()
    for part in ("httponly", "samesite=strict", "path=/chat"):
        assert part in cookie


async def test_over_https_the_cookie_never_travels_in_the_open(tmp_path):
    async with serving(tmp_path, public_url="https://klima.example") as place:
        headers = {"origin": "https://klima.example"}
        answer = await place.http.post("/chat/sitzung?seat=member", headers=headers)
    assert answer.headers["set-cookie"].startswith("__Secure-unterhaken-member=")
    assert "secure" in answer.headers["set-cookie"].lower()
    assert "strict-transport-security" in answer.headers


async def test_a_session_is_kept_and_can_be_ended(place: Place):
    await place.session()
    assert (await place.http.post("/chat/sitzung?seat=member", headers=place.origin)).json() == {"fresh": False}
    assert (await place.http.post("/chat/ende?seat=member", headers=place.origin)).status_code == 204
    assert [incoming.kind for incoming in place.core.heard] == [Kind.LEFT]
    assert (await place.http.post("/chat/sitzung?seat=member", headers=place.origin)).json() == {"fresh": True}


async def test_while_the_database_is_away_the_browser_forgets_at_once_and_the_end_is_kept_later(
    place: Place, monkeypatch
):
    monkeypatch.setattr("bot.web.chat.ENDS_WITHIN", 0.05)
    cookie = await place.session()
    place.core.commits.clear()
    assert (await place.http.post("/chat/ende?seat=member", headers=place.origin)).status_code == 204
    assert (await place.http.post("/chat/sitzung?seat=member", headers=place.origin)).json() == {"fresh": True}
    with pytest.raises(ConnectionClosed):
        async with place.socket(cookie) as socket:
            await hear(socket, "ready")
    place.core.commits.set()
    assert [incoming.kind for incoming in await place.core.hears(1)] == [Kind.LEFT]


async def test_a_session_goes_on_where_this_process_cannot_end_it(place: Place):
    await place.session()
    await place.transport.close()
    assert (await place.http.post("/chat/ende?seat=member", headers=place.origin)).status_code == 503
    assert (await place.http.post("/chat/sitzung?seat=member", headers=place.origin)).json() == {"fresh": False}


async def test_a_closing_transport_cuts_the_lines_without_acknowledging(place: Place):
    async with place.socket(await place.session()) as socket:
        await place.core.hears(1)
        place.core.commits.clear()
        await socket.send(text("one", "hallo"))
        await place.transport.close()
        place.core.commits.set()
        with pytest.raises(ConnectionClosed) as closed:
            await hear(socket, "ack")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1012
