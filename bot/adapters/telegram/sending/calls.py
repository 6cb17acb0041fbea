"""What calls of the Bot API have in common: their fields, and what an answer tells. Pure functions."""

from __future__ import annotations

from bot.adapters.telegram.request import NoAnswer


def words(html: str) -> dict[str, object]:
    """The fields of a text."""
    return {"text": html, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def caption(html: str) -> dict[str, object]:
    """The fields of a caption; an empty one takes the caption away."""
    return {"caption": html or None, "parse_mode": "HTML"}


def refs(sent: object) -> tuple[str, ...]:
    """The numbers of the messages that Telegram says it has, one or an album's; NoAnswer where it does not say."""
    found = sent if isinstance(sent, list) else [sent]
    return tuple(_ref(one) for one in found)


def _ref(sent: object) -> str:
    match sent:
        case {"message_id": int(number)}:
            return str(number)
    raise NoAnswer("the answer names no message")


def file_ids(sent: object) -> list[str | None]:
    """What Telegram calls the file of each message, None where it does not say."""
    return [_file_id(one) for one in (sent if isinstance(sent, list) else [sent])]


def _file_id(sent: object) -> str | None:
    match sent:
        case {"photo": [*_, {"file_id": str(known)}]} | {"document": {"file_id": str(known)}}:
            return known
    return None
