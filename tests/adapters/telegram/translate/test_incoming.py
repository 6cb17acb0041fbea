"""Updates of the Bot API as Incoming."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram.translate.incoming import Malformed
from bot.core.messages import Attachment, Kind, Press
from tests.adapters.telegram.translate.samples import ANNA, GROUP, ME, NOW, PRIVATE, got, here, said
from tests.fakeapi.server import updates


def test_a_private_text_says_who_where_when_and_in_which_language():
    found = here(said({"text": "Guten Tag"}, date=1_795_000_000))
    assert (found.account, found.event, found.position) == ("telegram:4242", "77", 77)
    assert (found.address, found.sender, found.language) == ("1001", "1001", "de")
    assert (found.kind, found.text, found.private, found.addressed) == (Kind.TEXT, "Guten Tag", True, True)
    assert found.at == datetime.fromtimestamp(1_795_000_000, UTC)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("/start CODE_1-2", "/start CODE_1-2"),
        ("/help@Unterhaken_Bot now", "/help now"),
        ("/help@other_bot now", "/help@other_bot now"),
        ("mail me@unterhaken_bot", "mail me@unterhaken_bot"),
        ("/", "/"),
    ],
)
def test_the_bots_own_name_is_taken_off_commands(typed: str, text: str):
    assert here(said(updates.words(typed))).text == text


def test_a_press_carries_the_token_and_the_message_it_was_under():
    shown = updates.message(9, PRIVATE, {**ANNA, "id": ME.id, "is_bot": True}, {"text": "?"})
    found = here({"update_id": 78, "callback_query": updates.callback(3, ANNA, shown, "yes~seal")})
    assert (found.kind, found.press, found.at) == (Kind.PRESS, Press("yes~seal", "9"), NOW)
    assert (found.address, found.sender, found.private) == ("1001", "1001", True)


def test_a_press_under_a_message_telegram_no_longer_shows_still_counts():
    gone = {"message_id": 9, "chat": PRIVATE, "date": 0}
    found = here({"update_id": 78, "callback_query": updates.callback(3, ANNA, gone, "yes~seal")})
    assert found.press == Press("yes~seal", "9")


def test_of_the_message_under_a_button_only_its_place_is_looked_at():
    shown = updates.message(9, PRIVATE, ANNA, {"text": "?", "reply_markup": "new", "entities": 7})
    found = here({"update_id": 78, "callback_query": updates.callback(3, ANNA, shown, "yes~seal")})
    assert (found.press, found.address) == (Press("yes~seal", "9"), "1001")


def test_pictures_sent_together_say_so_and_in_a_group_nothing_is_kept_of_it():
    fields = {**updates.photo("one", 120_000), "media_group_id": "1357"}
    assert here(said(fields)).album == "1357"
    assert here(said(fields, where=updates.chat(-5))).album == ""


def test_of_a_photos_sizes_the_largest_is_taken():
    found = here(said(updates.photo("large", 120_000, "Unser Dach")))
    assert (found.kind, found.text) == (Kind.PICTURE, "Unser Dach")
    assert found.attachment == Attachment("large", "image/jpeg", "", 120_000)


def test_a_picture_sent_as_a_file_is_a_picture():
    file = {"file_id": "f", "file_unique_id": "u", "mime_type": "image/png", "file_name": "a.png", "file_size": 5}
    assert here(said({"document": file})).attachment == Attachment("f", "image/png", "a.png", 5)


def test_a_reply_names_the_message_replied_to():
    earlier = updates.message(4, PRIVATE, ANNA, {"text": "?"})
    assert here(said({"text": "ja", "reply_to_message": earlier})).reply_to == "4"


@pytest.mark.parametrize("name", list(updates.NOTICES))
def test_telegrams_own_notices_are_nothing_to_us(name: str):
    assert got(said(updates.NOTICES[name])) is None


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("member", "kicked", Kind.LEFT),
        ("kicked", "member", Kind.JOINED),
        ("left", "member", Kind.JOINED),
        ("left", "administrator", Kind.JOINED),
        ("member", "left", Kind.LEFT),
        ("member", "administrator", None),
        ("kicked", "left", None),
    ],
)
def test_coming_and_going(old: str, new: str, kind: Kind | None):
    change = updates.membership(GROUP, ANNA, {"id": ME.id, "is_bot": True, "first_name": "U"}, old, new)
    if new == "administrator":
        rights = "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats"
        more = "can_restrict_members can_promote_members can_change_info can_invite_users can_post_stories"
        rest = "can_edit_stories can_delete_stories"
        change["new_chat_member"] |= dict.fromkeys(f"{rights} {more} {rest}".split(), False)
    found = got({"update_id": 79, "my_chat_member": change})
    assert (found.kind if found is not None else None) == kind


@pytest.mark.parametrize(
    ("content", "addressed"),
    [
        ({"text": "Wer bringt Kuchen mit?"}, False),
        (updates.words("/help"), True),
        (updates.words("/meine_zusagen"), True),
        (updates.words("/ban @somebody"), False),
        ({"text": "/ban @unterhaken_bot", "entities": [{"type": "mention", "offset": 5, "length": 15}]}, False),
        (updates.words("/ban@unterhaken_bot"), True),
        (updates.words("/help@unterhaken_bot"), True),
        (updates.words("/help@other_bot"), False),
        (updates.words("@Unterhaken_bot wie geht das?"), True),
        (updates.words("@other_bot wie geht das?"), False),
        ({"text": "ja", "reply_to_message": updates.message(3, GROUP, {**ANNA, "id": 4242}, {"text": "?"})}, True),
        ({"text": "ja", "reply_to_message": updates.message(3, GROUP, ANNA, {"text": "?"})}, False),
    ],
)
def test_in_groups_only_what_is_meant_for_the_bot_is_addressed_and_kept(
    content: dict[str, object],
    addressed: bool,
):
    found = here(said(content, where=GROUP))
    assert (found.private, found.addressed) == (False, addressed)
    assert bool(found.text) == addressed


def test_other_kinds_of_updates_are_passed_over():
    answer = {"poll_id": "1", "user": ANNA, "option_ids": [], "option_persistent_ids": []}
    assert got({"update_id": 80, "poll_answer": answer}) is None
    assert got({"update_id": 81, "something_new": {"a": 1}}) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KNOWN = st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "channel_post"])
FIELDS = st.sampled_from([*said({"text": "x"})["message"], "text", "photo", "document", "entities", "data", "id"])


def surprise(raw: object) -> str:
    """What the operator is told about an update, "" if it could be translated."""
    try:
        got(raw)
    except Malformed as problem:
        return str(problem)
    return ""


@given(st.one_of(JSON, st.builds(lambda kind, content: {"update_id": 1, kind: content}, KNOWN, JSON)))
def test_any_json_is_translated_or_malformed(raw: object):
    assert len(surprise(raw)) < 40


@given(KNOWN, FIELDS, JSON)
def test_a_message_with_any_field_spoilt_is_translated_or_malformed(kind: str, field: str, value: object):
    assert "geheim" not in surprise(said({"text": "geheim"}, kind=kind, **{field: value}))
