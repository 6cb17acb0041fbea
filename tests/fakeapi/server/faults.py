"""Faults on order: what goes wrong, for whom, and how often."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import orjson

from tests.fakeapi.server.http import DROPPED, Reply, json_reply

HTML = b"<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>"


@dataclass(slots=True)
class Fault:
    """`kind`: throttle (429), status (any, with `description`), html (a gateway's 502), drop (closed, nothing done),
    lose (done, but closed without an answer), late (done after `seconds`), nonsense (200 that is no JSON), answer (200
    with whatever JSON is given).

    `method` is a prefix ("send" by default); `chat` 0 means all.
    """

    kind: str
    method: str = "send"
    chat: int = 0
    times: int = 1
    status: int = 500
    description: str = "Internal Server Error"
    retry_after: int = 1
    seconds: float = 0.0
    answer: dict[str, Any] = field(default_factory=dict)

    def hits(self, method: str, given: dict[str, Any]) -> bool:
        return self.times > 0 and method.startswith(self.method) and self.chat in {0, given.get("chat_id")}

    def before(self) -> Reply | None:
        """The answer instead of doing it; None if it is done all the same."""
        match self.kind:
            case "throttle":
                text = f"Too Many Requests: retry after {self.retry_after}"
                return error(429, text, {"retry_after": self.retry_after})
            case "status":
                return error(self.status, self.description)
            case "html":
                return Reply(502, HTML, b"text/html")
            case "drop":
                return DROPPED
            case "nonsense":
                return Reply(200, b"<not json>")
            case "answer":
                return json_reply(self.answer)
        return None


class Faults:
    """The orders not yet used up."""

    def __init__(self) -> None:
        self._orders: list[Fault] = []

    def order(self, fault: Fault) -> None:
        self._orders.append(fault)

    def clear(self) -> None:
        self._orders.clear()

    def take(self, method: str, given: dict[str, Any]) -> Fault | None:
        for fault in self._orders:
            if fault.hits(method, given):
                fault.times -= 1
                if not fault.times:
                    self._orders.remove(fault)
                return fault
        return None


def error(status: int, description: str, parameters: dict[str, int] | None = None) -> Reply:
    answer: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if parameters:
        answer["parameters"] = parameters
    return json_reply(answer, status)


def ok(result: object) -> Reply:
    return Reply(200, b'{"ok":true,"result":' + orjson.dumps(result) + b"}")
