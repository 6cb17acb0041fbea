"""A person on a homeserver: a second Matrix client that writes, reacts, and waits (not for ever) for what comes."""

from __future__ import annotations

import asyncio
from collections import deque
from types import TracebackType
from typing import Any, Self

from nio import AsyncClient, AsyncClientConfig, RoomPreset

from tests.live.matrix.synapse import Account, Synapse

PATIENCE = 15.0
EVERYTHING = {"room": {"timeline": {"limit": 500}}}


class MatrixPerson:
    """One account, one client. Use as an async context manager."""

    def __init__(self, synapse: Synapse, account: Account) -> None:
        self.account = account
        self.user_id = account.user_id
        self._client = AsyncClient(synapse.url, account.user_id, config=AsyncClientConfig(encryption_enabled=False))
        self._client.restore_login(account.user_id, account.device_id, account.token)
        self._synapse = synapse
        self._since = ""
        self._waiting: deque[tuple[str, dict[str, object]]] = deque()

    async def __aenter__(self) -> Self:
        self._since = (await self._client.sync(0)).next_batch
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.close()

    # -- rooms -------------------------------------------------------------------------------------------------------

    async def opens(self, *others: str, encrypted: bool = False, equal: bool = True) -> str:
        """Start a conversation with others (a direct one if there is but one); the room's id. `equal` ones may do what
        its maker may, as is usual in direct ones; nobody can put an equal out.
        """
        state = [{"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}]
        made = await self._client.room_create(
            is_direct=len(others) == 1,
            preset=RoomPreset.trusted_private_chat if equal else RoomPreset.private_chat,
            invite=list(others),
            initial_state=state if encrypted else [],
        )
        return str(made.room_id)

    async def invites(self, room: str, other: str) -> None:
        await self.asks("POST", f"/rooms/{room}/invite", {"user_id": other})

    async def joins(self, room: str) -> None:
        await self.asks("POST", f"/join/{room}", {})

    async def leaves(self, room: str) -> None:
        await self.asks("POST", f"/rooms/{room}/leave", {})

    async def kicks(self, room: str, other: str) -> None:
        await self.asks("POST", f"/rooms/{room}/kick", {"user_id": other})

    async def upgrades(self, room: str, version: str = "11") -> str:
        """Replace a room by a new one; its id."""
        return str((await self.asks("POST", f"/rooms/{room}/upgrade", {"new_version": version}))["replacement_room"])

    async def members(self, room: str) -> set[str]:
        joined = (await self.asks("GET", f"/rooms/{room}/joined_members"))["joined"]
        return set(joined) if isinstance(joined, dict) else set()

    async def comes(self, room: str, other: str) -> None:
        """Wait until somebody is in the room."""
        async with asyncio.timeout(PATIENCE):
            while other not in await self.members(room):
                await self._sync()

    # -- messages ----------------------------------------------------------------------------------------------------

    async def types(self, room: str, words: str) -> str:
        return await self.sends(room, {"msgtype": "m.text", "body": words})

    async def reacts(self, room: str, ref: str, key: str) -> str:
        content = {"m.relates_to": {"rel_type": "m.annotation", "event_id": ref, "key": key}}
        return await self.sends(room, content, "m.reaction")

    async def edits(self, room: str, ref: str, words: str) -> str:
        renewed = {"msgtype": "m.text", "body": words}
        relation = {"rel_type": "m.replace", "event_id": ref}
        return await self.sends(room, {**renewed, "m.new_content": renewed, "m.relates_to": relation})

    async def sends(self, room: str, content: dict[str, object], kind: str = "m.room.message") -> str:
        """Any event; its id."""
        sent = await self._client.room_send(room, kind, content)
        return str(sent.event_id)

    async def messages_of(self, sender: str, room: str) -> list[str]:
        """The ids of everything somebody has said in the room, without their edits of it; the newest first."""
        said = [event for event in await self._timeline(room) if event["sender"] == sender]
        return [str(event["event_id"]) for event in said if "m.new_content" not in event["content"]]

    async def reads(self, room: str) -> list[str]:
        """The words of all others' messages as a client shows them: edited in place, redacted ones left out."""
        words: dict[str, str] = {}
        for event in reversed(await self._timeline(room)):
            content = event["content"]
            if event["sender"] == self.user_id or "body" not in content:
                continue
            new = content.get("m.new_content")
            if new is None:
                words[str(event["event_id"])] = content["body"]
            elif content["m.relates_to"]["event_id"] in words:
                words[content["m.relates_to"]["event_id"]] = new["body"]
        return list(words.values())

    async def _timeline(self, room: str) -> list[dict[str, Any]]:
        """All messages in the room, redacted ones without their content; the newest first."""
        found: list[dict[str, Any]] = []
        start: object = ""
        while True:
            page = await self.asks("GET", f"/rooms/{room}/messages?dir=b&limit=100{start and f'&from={start}'}")
            events = page["chunk"] if isinstance(page["chunk"], list) else []
            found += [event for event in events if event["type"] == "m.room.message"]
            start = page.get("end", "")
            if not (start and events):
                return found

    async def uploads(self, content: bytes, mime: str) -> str:
        """A file; its mxc address."""
        response = await self._client.send(
            "POST",
            "/_matrix/media/v3/upload",
            content,
            {"Content-Type": mime, "Authorization": f"Bearer {self.account.token}"},
        )
        return str((await response.json())["content_uri"])

    async def sees(self, room: str, kind: str = "m.room.message", patience: float = PATIENCE) -> dict[str, object]:
        """The next event of somebody else in the room, in order. TimeoutError if none comes."""
        async with asyncio.timeout(patience):
            while True:
                for at, (where, event) in enumerate(self._waiting):
                    if where == room and event.get("type") == kind:
                        del self._waiting[at]
                        return event
                await self._sync()

    async def hears(self, room: str, patience: float = PATIENCE) -> str:
        """The words of the next message in the room."""
        content = (await self.sees(room, patience=patience))["content"]
        return str(content["body"]) if isinstance(content, dict) else ""

    async def asks(self, method: str, where: str, body: dict[str, object] | None = None) -> dict[str, object]:
        """A request with this person's login."""
        quoted = where.replace("!", "%21")
        return await asyncio.to_thread(
            self._synapse.ask, method, f"/_matrix/client/v3{quoted}", body, self.account.token
        )

    async def _sync(self) -> None:
        answer = await self._client.sync(500, EVERYTHING, since=self._since)
        self._since = answer.next_batch
        for room, part in answer.rooms.join.items():
            for event in part.timeline.events:
                if event.source.get("sender") != self.user_id:
                    self._waiting.append((room, event.source))
