"""One transaction's `Work`: every port on the same session. A repository is built when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from storage.alliance.consents import Consents
from storage.alliance.events import Events
from storage.alliance.members import Members
from storage.alliance.organisation import Organisation
from storage.alliance.overview import Overview
from storage.alliance.people import People
from storage.alliance.pledges import Pledges
from storage.alliance.stories import Stories
from storage.announcements.announcements import Announcements
from storage.announcements.places import Places
from storage.announcements.wishes import WishBook
from storage.ledger.ledger import Ledger
from storage.post.accounts import Accounts
from storage.post.files import Files
from storage.post.inbox import Inbox
from storage.post.journals import Journals
from storage.privacy.privacy import Privacy
from storage.privacy.vault import Vault

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from storage.engine.session import Session
    from storage.privacy.memory import ErasuresFile


class DatabaseWork:
    """Everything a function may do inside a transaction."""

    def __init__(self, session: Session, erased: ErasuresFile, zone: ZoneInfo) -> None:
        self._session = session
        self._zone = zone
        self._erased = erased

    @cached_property
    def inbox(self) -> Inbox:
        return Inbox(self._session)

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger(self._session, self.people, self._zone)

    @cached_property
    def journals(self) -> Journals:
        return Journals(self._session)

    @cached_property
    def files(self) -> Files:
        return Files(self._session)

    @cached_property
    def accounts(self) -> Accounts:
        return Accounts(self._session)

    @cached_property
    def privacy(self) -> Privacy:
        return Privacy(self._session, self.vault, self._erased)

    @cached_property
    def vault(self) -> Vault:
        return Vault(self._session)

    @cached_property
    def people(self) -> People:
        return People(self._session)

    @cached_property
    def members(self) -> Members:
        return Members(self._session)

    @cached_property
    def consents(self) -> Consents:
        return Consents(self._session)

    @cached_property
    def stories(self) -> Stories:
        return Stories(self._session)

    @cached_property
    def announcements(self) -> Announcements:
        return Announcements(self._session)

    @cached_property
    def wishes(self) -> WishBook:
        return WishBook(self._session)

    @cached_property
    def places(self) -> Places:
        return Places(self._session)

    @cached_property
    def pledges(self) -> Pledges:
        return Pledges(self._session, self._zone)

    @cached_property
    def events(self) -> Events:
        return Events(self._session)

    @cached_property
    def organisation(self) -> Organisation:
        return Organisation(self._session)

    @cached_property
    def overview(self) -> Overview:
        return Overview(self._session)
