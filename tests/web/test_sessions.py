"""How long a chat session lasts, and which requests come from our own pages."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from itsdangerous import URLSafeSerializer
from itsdangerous.timed import TimestampSigner
from websockets.exceptions import ConnectionClosed

from bot.web.sessions import LIFETIME
from tests.web.place import KEY, Place, hear, serving


@pytest.fixture
async def place(tmp_path):
    async with serving(tmp_path) as place:
        yield place


@pytest.fixture
def given(monkeypatch):
    """Cookies given so long ago."""

    def ago(past: timedelta) -> None:
        moment = int((datetime.now(UTC) - past).timestamp())
        monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda _self: moment)

    return ago


def request(path: str, fields: dict[str, str]) -> str:
    """A POST's head, byte by byte: no client would send some of these."""
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
    return "\r\n".join(lines) + "\r\n\r\n"


async def begin(place: Place, cookie: str) -> bool:
    """Whether a browser with this cookie gets a new session."""
    place.http.cookies.clear()
    answer = await place.http.post("/chat/sitzung?seat=member", headers=place.origin | {"cookie": cookie})
    return answer.json()["fresh"]


async def closes_with(place: Place, cookie: str) -> int | None:
    """The code with which a socket with this cookie is closed at once; None if it is served."""
    async with place.socket(cookie) as socket:
        try:
            await hear(socket, "ready", seconds=2)
        except ConnectionClosed:
            return socket.close_code
    return None


async def test_a_session_opens_nothing_a_year_after_its_last_visit(place: Place, given):
    given(LIFETIME + timedelta(minutes=1))
    cookie = await place.session()
    assert await closes_with(place, cookie) == 4401
    upload = await place.http.post("/chat/upload?seat=member", content=b"x", headers=place.origin | {"cookie": cookie})
    assert upload.status_code == 401
    assert await begin(place, cookie), "whoever comes after that begins anew"


async def test_each_visit_prolongs_the_session(place: Place, given):
    given(LIFETIME - timedelta(minutes=1))
    old = await place.session()
    given(timedelta(0))
    new = await place.session()
    assert new != old
    for cookie in (old, new):
        async with place.socket(cookie) as socket:
            await hear(socket, "ready")
    assert len({one.address for one in place.core.heard}) == 1, "it is still the same person"


async def test_a_process_whose_clock_is_ahead_throws_nobody_out(place: Place, given):
    given(timedelta(minutes=-2))
    cookie = await place.session()
    assert await closes_with(place, cookie) is None
    assert not await begin(place, cookie)


async def test_a_cookie_without_a_date_opens_nothing(place: Place):
    signer = URLSafeSerializer(KEY, salt="session:member", signer_kwargs={"digest_method": hashlib.sha256})
    cookie = f"unterhaken-member={signer.dumps('an address')}"
    assert await closes_with(place, cookie) == 4401


@pytest.mark.parametrize("origin", ["http://[", "http://", "://", "null", "127.0.0.1", "http://[::1]:9/", "\xe4"])
async def test_an_origin_that_is_none_is_not_ours_and_fills_no_log(place: Place, origin: str, caplog):
    fields = {"host": place.url[7:], "origin": origin, "content-length": "0"}
    assert await place.first_line(request("/chat/sitzung?seat=member", fields)) == "HTTP/1.1 403 Forbidden"
    assert not caplog.records


async def test_an_upload_that_breaks_off_fills_no_log(place: Place, caplog):
    cookie = await place.session()
    fields = {"host": place.url[7:], "origin": place.url, "cookie": cookie, "content-length": "100"}
    await place.first_line(request("/chat/upload?seat=member", fields) + "half", leave=True)
    await place.http.get("/robots.txt")  # the server has been round once more
    assert (await place.http.post("/chat/upload?seat=member", content=b"x", headers=place.origin)).status_code == 200
    assert not caplog.records
