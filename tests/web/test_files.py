"""Files on the browser chat's wire: what a page uploads, and what is given to the session it was sent to."""

import json

import pytest

from bot.core.errors import DeliveryProblem, Verdict
from bot.core.messages import Attachment, Content, FileRef, Kind, Outgoing
from tests.web.place import NOW, Place, hear, serving


@pytest.fixture
async def place(tmp_path):
    async with serving(tmp_path) as place:
        yield place


async def test_an_uploaded_picture_is_fetched_by_its_name(place: Place):
    cookie = await place.session()
    answer = await place.http.post("/chat/upload?seat=member", content=b"bytes", headers=place.origin)
    frame = {"type": "picture", "event": "one", "upload": answer.json()["upload"], "text": "Unser Dach"}
    async with place.socket(cookie) as socket:
        await socket.send(json.dumps(frame))
        await hear(socket, "ack")
    heard = place.core.heard[-1]
    assert (heard.kind, heard.text) == (Kind.PICTURE, "Unser Dach")
    assert heard.attachment is not None
    assert await place.transport.fetch(heard.attachment, 100) == b"bytes"
    for attachment, limit, verdict in (
        (heard.attachment, 4, Verdict.REFUSED),
        (Attachment("erfunden"), 100, Verdict.UNSENT),  # lost in a restart: asked for again
    ):
        with pytest.raises(DeliveryProblem) as problem:
            await place.transport.fetch(attachment, limit)
        assert problem.value.verdict is verdict


async def test_a_document_comes_as_one_and_its_bytes_only_to_whoever_wants_them(place: Place):
    cookie = await place.session()
    answer = await place.http.post("/chat/upload?seat=member", content=b"%PDF", headers=place.origin)
    named = {"upload": answer.json()["upload"], "mime": "application/pdf", "name": "Programm.pdf"}
    async with place.socket(cookie) as socket:
        await socket.send(json.dumps({"type": "file", "event": "one", **named}))
        await hear(socket, "ack")
    heard = place.core.heard[-1]
    assert (heard.kind, heard.text) == (Kind.UNSUPPORTED, Content.DOCUMENT)
    assert heard.attachment == Attachment(named["upload"], "application/pdf", "Programm.pdf")
    assert await place.transport.fetch(heard.attachment, 100) == b"%PDF"


async def test_an_upload_needs_a_session(place: Place):
    assert (await place.http.post("/chat/upload?seat=member", content=b"x", headers=place.origin)).status_code == 401


async def test_a_file_is_given_to_the_session_it_was_sent_to_and_to_nobody_else(place: Place):
    def add(work):
        person, _ = work.people.meet("browser:web", "x", "de", NOW)
        return work.files.add(person.id, b'{"alles": 1}', "meine daten.json", "application/json", NOW)

    file: FileRef = await place.store.transact(add)
    cookie = await place.session()
    async with place.socket(cookie) as socket:
        address = (await place.core.hears(1))[0].address
        await place.knows(address)
        await place.core.say(place.transport, address, Outgoing("Ihre Daten", files=(file,)))
        sent = json.loads(await hear(socket, "message"))["files"][0]
    answer = await place.http.get(sent["url"])
    assert answer.content == b'{"alles": 1}'
    assert answer.headers["content-disposition"] == 'attachment; filename="meine daten.json"'
    place.http.cookies.clear()
    assert (await place.http.get(sent["url"])).status_code == 404
    await place.session()
    assert (await place.http.get(sent["url"])).status_code == 404, "another session has the address, but not the right"


async def test_whoever_keeps_the_cookie_of_an_ended_session_gets_its_files_no_more(place: Place):
    def add(work):
        person, _ = work.people.meet("browser:web", "x", "de", NOW)
        return work.files.add(person.id, b"{}", "meine daten.json", "application/json", NOW)

    file: FileRef = await place.store.transact(add)
    async with place.socket(await place.session()) as socket:
        address = (await place.core.hears(1))[0].address
        await place.knows(address)
        await place.core.say(place.transport, address, Outgoing("Ihre Daten", files=(file,)))
        sent = json.loads(await hear(socket, "message"))["files"][0]
    assert (await place.http.get(sent["url"])).status_code == 200

    def moves(work):
        _, contact = work.people.find("browser:web", [address])[address]
        work.people.move(contact.id, "ended-1")

    await place.store.transact(moves)
    assert (await place.http.get(sent["url"])).status_code == 404


async def test_a_downloads_name_keeps_its_letters_and_steers_no_header(place: Place):
    cookie = await place.session()
    names = ("Einladung Müllheim.pdf", 'a"b\r\nset-cookie: x=1.pdf', "\u202egnp.exe", "\ud83d.pdf")

    def add(work):
        person, _ = work.people.meet("browser:web", "x", "de", NOW)
        return tuple(work.files.add(person.id, b"%PDF", name, "application/pdf", NOW) for name in names)

    files = await place.store.transact(add)
    async with place.socket(cookie) as socket:
        address = (await place.core.hears(1))[0].address
        await place.knows(address)
        await place.core.say(place.transport, address, Outgoing("Dateien", files=files))
        sent = json.loads(await hear(socket, "message"))["files"]
    answers = [await place.http.get(one["url"]) for one in sent]
    assert [answer.headers["content-disposition"] for answer in answers] == [
        "attachment; filename=\"Einladung M_llheim.pdf\"; filename*=UTF-8''Einladung%20M%C3%BCllheim.pdf",
        "attachment; filename=\"a_b__set-cookie_ x=1.pdf\"; filename*=UTF-8''a%22b%0D%0Aset-cookie%3A%20x%3D1.pdf",
        "attachment; filename=\"_gnp.exe\"; filename*=UTF-8''%E2%80%AEgnp.exe",
        "attachment; filename=\"_.pdf\"; filename*=UTF-8''%3F.pdf",
    ]
    assert {answer.headers["content-type"] for answer in answers} == {"application/octet-stream"}
