"""Outgoing messages as contents of Matrix events."""

from __future__ import annotations

from bot.adapters.matrix.sending.compose import attachment, edit, marked, messages
from bot.core.messages import Choice, FileRef, Outgoing

JOIN, TELL = Choice("Mitmachen", "a~1"), Choice("Erzählen", "b~1")
BACK, CANCEL = Choice("Zurück", "c~1", quiet=True), Choice("Abbrechen", "d~1", quiet=True)


def hints(key: str, language: str) -> str:
    words = {"matrix-choose": "Die Zahl genügt.", "matrix-words": "Sie können auch schreiben:"}
    assert language == "de"
    return words[key]


def test_formatting_goes_into_the_html_and_not_into_the_plain_body() -> None:
    [content] = messages(
        Outgoing("**Guten** _Tag_, `/hilfe` [hier](https://example.org)\n\n- eins\n- zwei"), "de", hints
    )
    assert content["msgtype"] == "m.text"
    assert content["format"] == "org.matrix.custom.html"
    assert content["body"] == "Guten Tag, /hilfe hier (https://example.org)\n\n- eins\n- zwei"
    assert "<strong>Guten</strong> <em>Tag</em>, <code>/hilfe</code>" in str(content["formatted_body"])
    assert "<ul><li>eins</li><li>zwei</li></ul>" in str(content["formatted_body"])


def test_choices_are_numbered_and_navigation_is_one_line_of_words() -> None:
    [content] = messages(Outgoing("Was?", (JOIN, BACK, TELL, CANCEL)), "de", hints)
    assert content["body"] == (
        "Was?\n\n1. Mitmachen\n2. Erzählen\n\nDie Zahl genügt.\n\nSie können auch schreiben: Zurück, Abbrechen"
    )
    assert content["formatted_body"] == (
        "<p>Was?</p><ol><li>Mitmachen</li><li>Erzählen</li></ol><p>Die Zahl genügt.</p>"
        "<p>Sie können auch schreiben: Zurück, Abbrechen</p>"
    )


def test_where_numbers_are_answers_choices_are_words() -> None:
    [content] = messages(Outgoing("Wie viele?", (JOIN, BACK), numbered=False), "de", hints)
    assert content["body"] == "Wie viele?\n\nSie können auch schreiben: Mitmachen, Zurück"
    assert "<ol>" not in str(content["formatted_body"])


def test_navigation_alone_needs_no_numbers() -> None:
    [content] = messages(Outgoing("Ihr Name?", (CANCEL,)), "de", hints)
    assert content["body"] == "Ihr Name?\n\nSie können auch schreiben: Abbrechen"


def test_choices_stand_below_the_last_part_of_a_long_message() -> None:
    contents = messages(Outgoing("\n\n".join(["Wort " * 500] * 12), (JOIN,)), "de", hints)
    assert len(contents) > 1
    assert "1. Mitmachen" not in str(contents[0]["body"])
    assert "1. Mitmachen" in str(contents[-1]["body"])


def test_nothing_to_say_is_no_message() -> None:
    assert messages(Outgoing(" \n"), "de", hints) == ()


def test_an_edit_shows_the_new_content_and_says_what_it_replaces() -> None:
    [content] = messages(Outgoing("neu"), "de", hints)
    changed = edit(content, "$alt")
    assert changed["m.new_content"] == content
    assert changed["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$alt"}
    assert changed["body"] == "* neu"


def test_pictures_and_other_files_are_told_apart() -> None:
    picture = attachment(FileRef(1, "dach.jpg", "image/jpeg"), "mxc://x/y", 10)
    data = attachment(FileRef(2, "daten.json", "application/json"), "mxc://x/z", 20)
    assert (picture["msgtype"], data["msgtype"]) == ("m.image", "m.file")
    assert picture["info"] == {"mimetype": "image/jpeg", "size": 10}
    assert data["body"] == data["filename"] == "daten.json"


def test_commands_are_shown_as_clients_send_them():
    commands = {"hilfe", "meine-zusagen"}
    said = "Schreiben Sie /hilfe oder (/meine-zusagen). Mehr: https://example.org/hilfe, und/oder /etwas."
    wanted = "Schreiben Sie !hilfe oder (!meine-zusagen). Mehr: https://example.org/hilfe, und/oder /etwas."
    assert marked(said, commands) == wanted
