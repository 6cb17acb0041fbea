"""Persons and their contacts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, false, select, true, update

from bot.domain.people.person import Contact, Person, Role
from storage.alliance.moving import move_contact
from storage.engine.bulk import Batch, Kind, among
from storage.engine.ready import Ready
from storage.tables import contacts, persons

if TYPE_CHECKING:
    from storage.engine.session import Session

_CONTACT = (
    contacts.c.id.label("contact"),
    contacts.c.person,
    contacts.c.account,
    contacts.c.address,
    contacts.c.reachable,
)
_FIND = Ready(
    select(
        *(persons.c[name] for name in ("id", "language", "news", "follows", "role", "member", "created_at")),
        *(contacts.c[name] for name in ("id", "address", "reachable")),
    )
    .join(contacts, contacts.c.person == persons.c.id)
    .where(
        contacts.c.account == bindparam("account"),
        among(contacts.c.address, "addresses", Kind.WORDS),
    )
)
_GET = Ready(select(persons).where(persons.c.id == bindparam("person")))
_OF = (
    select(*_CONTACT)
    .where(contacts.c.person == bindparam("person"))
    .order_by(contacts.c.reachable.desc(), contacts.c.last_used.desc(), contacts.c.id.desc())
)
_CONTACTS, _CONTACT_OF = Ready(_OF), Ready(_OF.limit(1))
_TOUCH = Batch(
    lambda given, _insert: (
        update(contacts).where(contacts.c.id == given.c.contact).values(last_used=given.c.at, reachable=True)
    ),
    contact=Kind.NUMBER,
    at=Kind.MOMENT,
)


# Built once: building a statement costs more than running it.
_NEW_PERSONS = Batch(
    lambda given, insert: (
        insert(persons)
        .from_select(
            ["language", "news", "follows", "created_at"],
            select(given.c.language, false(), false(), given.c.at).order_by(given.c.n),
        )
        .returning(persons.c.id)
    ),
    language=Kind.WORDS,
    at=Kind.MOMENT,
)
_NEW_CONTACTS = Batch(
    lambda given, insert: (
        insert(contacts)
        .from_select(
            ["person", "account", "address", "reachable", "last_used"],
            select(given.c.person, given.c.account, given.c.address, true(), given.c.at).order_by(given.c.n),
        )
        .returning(contacts.c.id)
    ),
    person=Kind.NUMBER,
    account=Kind.WORDS,
    address=Kind.WORDS,
    at=Kind.MOMENT,
)
_SET = {
    column.name: Ready(update(persons).where(persons.c.id == bindparam("of")).values({column: bindparam("to")}))
    for column in (persons.c.language, persons.c.news, persons.c.follows, persons.c.role, persons.c.member)
}


Value = str | int | bool | None


class People:
    """`People` of the domain. Touches and what changes about persons are kept back and written together."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._touched: dict[int, datetime] = {}
        self._changed: dict[int, dict[str, Value]] = {}
        session.before_commit.append(self.flush)

    def meet(self, account: str, address: str, language: str, now: datetime) -> tuple[Person, Contact]:
        return self.meet_all(account, {address: language}, now)[address]

    def meet_all(
        self, account: str, newcomers: Mapping[str, str], now: datetime
    ) -> Mapping[str, tuple[Person, Contact]]:
        if not newcomers:
            return {}
        new = [(language, now) for language in newcomers.values()]
        ids = sorted(_NEW_PERSONS.run(self._session, new).scalars())  # numbered in the order they are given
        living = [(person, account, address, now) for person, address in zip(ids, newcomers, strict=True)]
        numbers = sorted(_NEW_CONTACTS.run(self._session, living).scalars())
        return {
            address: (
                Person(person, language, news=False, follows=False, role=None, member=None, created_at=now),
                Contact(contact, person, account, address, reachable=True),
            )
            for person, contact, (address, language) in zip(ids, numbers, newcomers.items(), strict=True)
        }

    def find(self, account: str, addresses: Sequence[str]) -> Mapping[str, tuple[Person, Contact]]:
        if not addresses:
            return {}
        self.flush()
        rows = self._session.run(_FIND, {"account": account, "addresses": list(addresses)})
        found = {}
        for id_, language, news, follows, role, member, created_at, contact, address, reachable in rows:
            known = None if role is None else Role(role)
            found[address] = (
                Person(id_, language, news, follows, known, member, created_at),
                Contact(contact, id_, account, address, reachable),
            )
        return found

    def get(self, person: int) -> Person | None:
        row = self._session.run(_GET, {"person": person}).one_or_none()
        return None if row is None else self._person(row)

    def contact_of(self, person: int) -> Contact | None:
        self.flush()
        row = self._session.run(_CONTACT_OF, {"person": person}).one_or_none()
        return None if row is None else self._contact(row)

    def contacts(self, person: int) -> Sequence[Contact]:
        self.flush()
        return [self._contact(row) for row in self._session.run(_CONTACTS, {"person": person})]

    def organisers(self, at_least: Role = Role.EDITOR) -> Sequence[Person]:
        self.flush()
        enough = [role.value for role in Role if role.includes(at_least)]
        rows = self._session.run(select(persons).where(persons.c.role.in_(enough)).order_by(persons.c.id))
        return [self._person(row) for row in rows]

    def acting_for(self, member: int) -> Sequence[Person]:
        self.flush()
        rows = self._session.run(select(persons).where(persons.c.member == member).order_by(persons.c.id))
        return [self._person(row) for row in rows]

    def set_language(self, person: int, language: str) -> None:
        self._set(person, "language", language)

    def set_news(self, person: int, wanted: bool) -> None:
        self._set(person, "news", wanted)

    def set_follows(self, person: int, follows: bool) -> None:
        self._set(person, "follows", follows)

    def set_role(self, person: int, role: Role | None) -> None:
        self._set(person, "role", None if role is None else role.value)

    def set_member(self, person: int, member: int | None) -> None:
        self._set(person, "member", member)

    def set_reachable(self, contact: int, reachable: bool) -> None:
        self.flush()
        self._session.run(update(contacts).where(contacts.c.id == contact).values(reachable=reachable))

    def touch(self, contacts: Sequence[int], now: datetime) -> None:
        self._touched.update(dict.fromkeys(contacts, now))

    def move(self, contact: int, address: str) -> None:
        self._session.flush()
        move_contact(self._session, contact, address)

    def flush(self) -> None:
        """Write what was kept back."""
        if self._touched:
            touched, self._touched = self._touched, {}
            _TOUCH.run(self._session, sorted(touched.items()))

        if self._changed:
            changed, self._changed = self._changed, {}
            for column, statement in _SET.items():
                rows = [{"of": person, "to": new[column]} for person, new in sorted(changed.items()) if column in new]
                if rows:
                    self._session.run(statement, rows)

    def _set(self, person: int, column: str, value: Value) -> None:
        self._changed.setdefault(person, {})[column] = value

    def _person(self, row: Any) -> Person:
        """As stored, with what is kept back."""
        known = {column: getattr(row, column) for column in _SET} | self._changed.get(row.id, {})
        role = known.pop("role")
        return Person(row.id, role=None if role is None else Role(role), created_at=row.created_at, **known)

    @staticmethod
    def _contact(row: Any) -> Contact:
        return Contact(row.contact, row.person, row.account, row.address, row.reachable)
