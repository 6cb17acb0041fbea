"""All members as a file, for owners: who signed, for whom, from where. It is asked once more, and noted."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.media.sheets import as_csv
from bot.core.post import Offer
from bot.core.routing import Pressed, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import text
from bot.domain.people.member import Member, member_number
from bot.domain.people.person import Role
from handlers.phrases import kind_name, place_name, run

ASK, EXPORT = "members-export", "members-exported"
COLUMNS = ("number", "kind", "name", "organisation", "place", "listed", "since")


def ask(visit: Visit, _args: tuple[str, ...]) -> None:
    """What is in the file, before it leaves the house."""
    count = visit.work.members.count()
    visit.confirm(
        text("team-export-sure", count=count),
        Offer(text("team-export-yes"), EXPORT),
        run(text("team-export-no"), "ueberblick"),
    )


def export(visit: Visit, _args: tuple[str, ...]) -> None:
    """The file."""
    head = [visit.words(text(f"team-export-{column}")) for column in COLUMNS]
    content = as_csv([head, *(list(_row(visit, member)) for member in visit.work.members.everybody())])
    name = f"{visit.words(text('team-export-file'))}.csv"
    stored = visit.work.files.add(visit.person.id, content, name, "text/csv", visit.now, made=True)
    visit.work.organisation.note(visit.person.id, EXPORT, "members", visit.now)
    visit.say(text("team-export-done"), files=(stored,))


def _row(visit: Visit, member: Member) -> Iterator[str]:
    """One member, in the order of COLUMNS. Who signed is named as they signed."""
    alliance, signature = visit.alliance, visit.work.members.last_signature(member.id)
    signatory = signature.signatory if signature is not None else ""
    yield member_number(alliance.number_prefix, member, alliance.zone)
    yield visit.words(kind_name(alliance, member.kind, visit.language))
    yield signatory or member.name
    yield member.name if signatory else ""
    yield visit.words(place_name(alliance, member.municipality))
    yield visit.words(text("plain-yes" if member.listed and not member.rests else "plain-no"))
    yield visit.local(member.joined_at).date().isoformat()


ROUTES: tuple[Route, ...] = (
    Pressed(ASK, ask, Role.OWNER),
    Pressed(EXPORT, export, Role.OWNER, sure=True),
)
