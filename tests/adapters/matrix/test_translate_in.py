"""Events of a room as the core is to understand them: what arrives on the wire beside what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from bot.adapters.matrix.receiving.addressing import Me
from bot.adapters.matrix.receiving.translate import Malformed, Scene, number, read_event, translate
from bot.core.messages import Attachment, Incoming, Kind, Press
from tests.adapters.matrix.misbehaving import BOT, ROOM, event, message

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ME = Me(f"matrix:{BOT}", BOT, "Unterhaken", frozenset({"hilfe", "meinezusagen"}))
ALONE = Scene(ROOM, private=True, me=ME, now=NOW)
GROUP = Scene(ROOM, private=False, me=ME, now=NOW, own={"$mine"})
REPLY_TO_US: Mapping[str, object] = {"m.relates_to": {"m.in_reply_to": {"event_id": "$mine"}}}
IMAGE: Mapping[str, object] = {
    "msgtype": "m.image",
    "body": "solar.jpg",
    "url": "mxc://fake.example/AbC-1",
    "info": {"mimetype": "image/jpeg", "size": 1234},
}


def hear(source: object, scene: Scene = ALONE) -> Incoming | None:
    return translate(read_event(source), scene)


def heard(source: object, scene: Scene = ALONE) -> Incoming:
    incoming = hear(source, scene)
    assert incoming is not None
    return incoming


def test_a_message_carries_who_where_and_when() -> None:
    incoming = heard(message(7, "Guten Tag"))
    assert incoming == Incoming(
        f"matrix:{BOT}",
        "$7",
        ROOM,
        "@anna:fake.example",
        Kind.TEXT,
        datetime.fromtimestamp(1_700_000_000.007, UTC),
        text="Guten Tag",
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("!hilfe", "/hilfe"),
        ("  !join now", "/join now"),
        ("!", "!"),
        ("!!", "!!"),
        ("!5", "!5"),
        ("/hilfe", "/hilfe"),
        ("nein!", "nein!"),
    ],
)
def test_an_exclamation_mark_before_a_word_is_a_command(typed: str, text: str) -> None:
    assert heard(message(1, typed)).text == text


def test_the_quoted_original_of_a_reply_is_taken_away() -> None:
    body = "> <@bot:fake.example> Was tun?\n> Bitte wählen.\n\nMitmachen"
    incoming = heard(message(1, body, **REPLY_TO_US))
    assert (incoming.text, incoming.reply_to) == ("Mitmachen", "$mine")


def test_a_quote_that_answers_nothing_stays() -> None:
    assert heard(message(1, "> so steht es dort")).text == "> so steht es dort"


@pytest.mark.parametrize(
    ("kind", "content", "name"),
    [
        ("m.sticker", {"body": "Baum"}, "sticker"),
        ("m.room.message", {"msgtype": "m.audio", "body": "a", "org.matrix.msc3245.voice": {}}, "voice"),
        ("m.room.message", {"msgtype": "m.audio", "body": "a"}, "audio"),
        ("m.room.message", {"msgtype": "m.video", "body": "a"}, "video"),
        ("m.room.message", {"msgtype": "m.file", "body": "a"}, "document"),
        ("m.room.message", {"msgtype": "m.location", "body": "a"}, "location"),
        ("m.room.message", {"msgtype": "m.key.verification.request", "body": "a"}, "other"),
        ("m.room.message", {"msgtype": "org.example.dice", "body": "a"}, "other"),
        ("m.room.message", {**IMAGE, "url": "https://fake.example/solar.jpg"}, "other"),
        ("m.room.message", {**IMAGE, "url": "mxc://fake.example/../../x"}, "other"),
        ("m.poll.start", {}, "poll"),
        ("org.matrix.msc3381.poll.start", {}, "poll"),
        ("m.call.invite", {}, "other"),
    ],
)
def test_what_the_bot_cannot_use_is_named(kind: str, content: Mapping[str, object], name: str) -> None:
    incoming = heard(event(1, kind, content))
    assert (incoming.kind, incoming.text) == (Kind.UNSUPPORTED, name)


@pytest.mark.parametrize(
    "source",
    [
        {**message(1), "sender": BOT},
        event(1, "m.room.message", {"msgtype": "m.notice", "body": "ich bin auch ein Bot"}),
        event(1, "m.room.message", {}),
        event(1, "m.room.redaction", {"redacts": "$0"}),
        event(1, "m.room.topic", {"topic": "Neues"}),
        event(1, "org.matrix.msc3381.poll.response", {}),
        {**event(1, "m.room.message", {"msgtype": "m.text", "body": "x"}), "state_key": ""},
        {**message(1), "unsigned": {"redacted_because": {"type": "m.room.redaction"}}},
    ],
)
def test_what_is_none_of_its_business_is_passed_over(source: object) -> None:
    assert hear(source) is None


@pytest.mark.parametrize("source", [None, [], "x", {}, {**message(1), "event_id": 3}, {**message(1), "content": "x"}])
def test_what_is_no_event_is_malformed(source: object) -> None:
    with pytest.raises(Malformed):
        read_event(source)


def test_a_picture_is_an_attachment_with_its_caption() -> None:
    plain, captioned = (
        heard(event(1, "m.room.message", IMAGE)),
        {**IMAGE, "filename": "solar.jpg", "body": "Unser Dach"},
    )
    assert plain.attachment == Attachment("mxc://fake.example/AbC-1", "image/jpeg", "solar.jpg", 1234)
    assert (plain.kind, plain.text) == (Kind.PICTURE, "")
    assert heard(event(1, "m.room.message", captioned)).text == "Unser Dach"


def test_a_document_has_a_caption_too() -> None:
    file = {**IMAGE, "msgtype": "m.file", "filename": "programm.pdf", "body": "Unser Programm"}
    found = heard(event(1, "m.room.message", file))
    assert (found.kind, found.text, found.caption) == (Kind.UNSUPPORTED, "document", "Unser Programm")
    assert heard(event(1, "m.room.message", {**file, "body": "programm.pdf"})).caption == ""


def test_an_edit_carries_the_new_wording() -> None:
    relation = {"rel_type": "m.replace", "event_id": "$0"}
    renewed = {"msgtype": "m.text", "body": "!ja"}
    incoming = heard(message(1, "* !ja", **{"m.new_content": renewed, "m.relates_to": relation}))
    assert (incoming.kind, incoming.text) == (Kind.EDIT, "/ja")


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("1\ufe0f\u20e3", 1),
        ("9\u20e3", 9),
        ("3", 3),
        ("\U0001f51f", 10),
        ("0\ufe0f\u20e3", 0),
        ("12", 0),
        ("\U0001f44d", 0),
        ("", 0),
    ],
)
def test_only_numbers_are_reactions_that_mean_something(key: str, wanted: int) -> None:
    assert number(key) == wanted


def reaction(ref: str, key: str = "2\ufe0f\u20e3") -> object:
    return event(1, "m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": ref, "key": key}})


def test_a_reaction_with_a_number_takes_that_choice() -> None:
    assert heard(reaction("$any")).press == Press(ref="$any", number=2)
    assert hear(reaction("$any", "\U0001f44d")) is None


def test_in_a_group_only_reactions_to_the_bot_count() -> None:
    assert hear(reaction("$theirs"), GROUP) is None
    assert heard(reaction("$mine"), GROUP).addressed


@pytest.mark.parametrize(
    ("body", "more", "text"),
    [
        ("!hilfe", {}, "/hilfe"),
        ("!Meine_Zusagen bitte", {}, "/Meine_Zusagen bitte"),
        ("Unterhaken: hilfe", {}, "hilfe"),
        ("unterhaken, !hilfe", {}, "/hilfe"),
        ("@bot:fake.example: hilfe", {}, "hilfe"),
        ("Was kann Unterhaken?", {}, "Was kann Unterhaken?"),
        ("Hallo", {"m.mentions": {"user_ids": [BOT]}}, "Hallo"),
        ("Hallo", REPLY_TO_US, "Hallo"),
        ("Hallo", {"formatted_body": f'<a href="https://matrix.to/#/{BOT}">B</a> Hallo'}, "Hallo"),
    ],
)
def test_in_a_group_the_bot_hears_what_is_said_to_it(body: str, more: Mapping[str, object], text: str) -> None:
    incoming = heard(message(1, body, **more), GROUP)
    assert (incoming.addressed, incoming.private, incoming.text) == (True, False, text)


@pytest.mark.parametrize(
    "body",
    ["unter uns", "!wetter Steinen", "!", "Wir unterhakenden", "schreib an a@bot:fake.example.org", "/hilfe", "ja!"],
)
def test_in_a_group_the_words_of_others_are_not_even_passed_on(body: str) -> None:
    incoming = heard(message(1, body), GROUP)
    assert (incoming.addressed, incoming.text) == (False, "")


@pytest.mark.parametrize("stamp", [10**30, -5, "heute", None, 1.5, True])
def test_a_wrong_time_does_no_harm(stamp: object) -> None:
    incoming = heard({**message(1), "origin_server_ts": stamp})
    assert datetime(1970, 1, 1, tzinfo=UTC) <= incoming.at <= NOW


def test_nothing_comes_from_the_future() -> None:
    ahead = int((NOW + timedelta(days=3)).timestamp() * 1000)
    assert heard({**message(1), "origin_server_ts": ahead}).at == NOW


def test_an_encrypted_event_counts_once_per_room() -> None:
    first, second = (heard(event(at, "m.room.encrypted", {"algorithm": "x"})) for at in (1, 2))
    assert first.kind is Kind.UNREADABLE
    assert first.event == second.event


def test_nul_and_lone_surrogates_become_visible_marks() -> None:
    assert heard(message(1, "a\x00b\ud800c\u202e\u200b")).text == "a\ufffdb\ufffdc\u202e\u200b"
