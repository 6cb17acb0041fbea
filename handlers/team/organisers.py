"""The team: who the organisers are, inviting by a one-time code, removing, and the record of who did what."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.core.post import Offer, Post
from bot.core.routing import Command, Pressed, Recognised, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, text
from bot.domain.people.organiser import (
    CODE_LENGTH,
    HELD_BACK,
    REMOVED,
    TRIES_COUNT,
    TRIES_OF_ALL_PER_HOUR,
    TRIES_PER_HOUR,
    Deed,
    Tries,
    code_hash,
    new_code,
)
from bot.domain.people.person import Person, Role
from handlers.phrases import bullets, page_turns, run

CODE = re.compile(rf"[A-Za-z0-9_-]{{{CODE_LENGTH}}}")
"""What could be an invitation: as long as all of them are. Anything else behind /start (a flyer's mark) is none and is
not held against anybody.
"""

PAGE = 8
"""So many of the team are shown at once."""

DEEDS_SHOWN = 20

GREETING = {Role.EDITOR: "nachricht", Role.MODERATOR: "warteschlange", Role.OWNER: "team"}


# -- telling it ------------------------------------------------------------------------------------------------------


def of_the_team(post: Post, number: int | None) -> Person | None:
    """Whoever this is, as long as they belong to the team: nobody else hears of what the team does."""
    person = None if number is None else post.work.people.get(number)
    return person if person is not None and person.may(Role.EDITOR) else None


def tell(post: Post, number: int | None, what: Text, *offers: Offer) -> bool:
    """Tell somebody unasked, as long as they belong to the team; whether that could be written to them."""
    person = of_the_team(post, number)
    return person is not None and post.tell(person.id, what, *offers)


# -- who belongs to it -----------------------------------------------------------------------------------------------


def team(visit: Visit, _rest: str) -> None:
    """The command: everybody with a role, and what can be done about it."""
    _page(visit, 0)


def turn_page(visit: Visit, args: tuple[str, ...]) -> None:
    """Another page of the team."""
    _page(visit, int(args[0]))


def _page(visit: Visit, wanted: int) -> None:
    everybody = visit.work.people.organisers()
    count = len(everybody)
    at = wanted if wanted < count else 0  # it has become shorter since
    shown = everybody[at : at + PAGE]
    lines = bullets(visit.texts, visit.language, [_line(visit, organiser) for organiser in shown])
    others = [organiser for organiser in shown if organiser.id != visit.person.id]
    key = "team-list" if count == len(shown) else "team-list-page"
    visit.say(
        text(key, lines=lines, count=count, first=at + 1, last=at + len(shown)),
        Offer(text("team-invite"), "team-invite"),
        *(Offer(text("team-remove", who=_briefly(visit, one)), "team-remove", (one.id,)) for one in others),
        *page_turns("team-page", at, PAGE, count, (text("team-before"), text("team-after"))),
        run(text("team-deeds-open"), "protokoll"),
    )


def _line(visit: Visit, organiser: Person) -> Text:
    """A member is called by name and gets the role behind it; whoever is none is called by the role."""
    who = called(visit, organiser)
    if _name(visit, organiser):
        who = text("team-line", who=who, role=role_name(organiser.role))
    return text("team-line-you", line=who) if organiser.id == visit.person.id else who


def role_name(role: Role | None) -> Text:
    """The role as people call it."""
    return text(f"team-role-{role or Role.EDITOR}")


def called(post: Post, person: Person) -> Text:
    """How an organiser can be told apart: the member's name, else the role and since when they write to the bot; the
    number, and the network they were last on.
    """
    contact, name = post.work.people.contact_of(person.id), _name(post, person)
    network = text("sending-network", network=contact.network) if contact else text("team-no-network")
    if name:
        return text("team-called-member", name=name, number=str(person.id), network=network)
    role = text("team-no-role") if person.role is None else role_name(person.role)
    since = person.created_at.astimezone(post.alliance.zone).date()
    return text("team-called", role=role, number=str(person.id), network=network, since=since)


def _briefly(visit: Visit, person: Person) -> Text:
    """The same for a button: the name, or the number that stands in the list."""
    name = _name(visit, person)
    return text("plain-words", words=name) if name else text("team-called-briefly", number=str(person.id))


def _name(post: Post, person: Person) -> str:
    """The member's name; "" if they act for none."""
    member = None if person.member is None else post.work.members.get(person.member)
    return "" if member is None else member.name


# -- inviting --------------------------------------------------------------------------------------------------------


def ask_role(visit: Visit, _args: tuple[str, ...]) -> None:
    """What may the new organiser do?"""
    roles = [Offer(role_name(role), "team-invite-as", (role,)) for role in reversed(Role)]
    visit.say(text("team-which-role"), *roles, run(text("team-back"), "team"))


def invite(visit: Visit, args: tuple[str, ...]) -> None:
    """A fresh code, shown once; only its digest is stored."""
    role, code = Role(args[0]), new_code()
    visit.close_choices()
    visit.work.organisation.invite(code.sha256, role, visit.person.id, visit.now + code.lifetime)
    visit.work.organisation.note(visit.person.id, "organiser-invited", f"role:{role}", visit.now)
    hours = int(code.lifetime / timedelta(hours=1))
    visit.say(
        text("team-invitation", role=role_name(role), code=code.words, hours=hours), run(text("team-back"), "team")
    )


def redeem(visit: Visit, code: str) -> bool:
    """Try a code that came with /start. False if it cannot be an invitation, so that the caller greets as usual."""
    if CODE.fullmatch(code) is None:
        return False
    organisation, contact = visit.work.organisation, visit.contact.id
    if organisation.tries(contact, visit.now - TRIES_COUNT) >= TRIES_PER_HOUR:
        visit.say(text("team-locked"))
        return True
    role = organisation.redeem(code_hash(code), visit.person.id, visit.now)
    if role is None:
        _wrong(visit, organisation.failed_try(contact, visit.now))
    else:
        _welcome(visit, role)
    return True


def typed_code(visit: Visit, typed: str) -> bool:
    """A bare code, as it is passed on from one chat to another; it never becomes an answer, which would be kept. Words
    that people write, with or without hyphens, and account numbers do not have small and capital letters inside.
    """
    insides = [word[1:] for word in re.split("[-_]", typed)]
    mixed = any(inside not in {inside.lower(), inside.upper()} for inside in insides)
    return mixed and redeem(visit, typed)


def _wrong(visit: Visit, tries: Tries) -> None:
    """A wrong code. The last one that is allowed locks the conversation out and is told to the owners. After so many
    from all together they hear of it once, and for the rest of that hour nothing more is told or noted: a stranger
    could fill the log that they read.
    """
    if tries.of_all == TRIES_OF_ALL_PER_HOUR:
        _note_guessing(visit, f"conversations:{tries.of_all}")
        _tell_owners(visit, text("team-guessing-of-all", count=tries.of_all))
    elif tries.here >= TRIES_PER_HOUR and tries.of_all < TRIES_OF_ALL_PER_HOUR:
        _note_guessing(visit, f"contact:{visit.contact.id}")
        _tell_owners(visit, text("team-guessing", count=tries.here, who=called(visit, visit.person)))
    visit.say(text("team-locked" if tries.here >= TRIES_PER_HOUR else "team-wrong-code"))


def _note_guessing(visit: Visit, subject: str) -> None:
    visit.work.organisation.note(visit.person.id, "invitation-guessing", subject, visit.now)


def _tell_owners(visit: Visit, what: Text) -> None:
    for owner in visit.work.people.organisers(Role.OWNER):
        visit.tell(owner.id, what)


def _welcome(visit: Visit, role: Role) -> None:
    """The code was good. Nobody loses rights by taking an invitation."""
    if not visit.person.may(role):
        visit.work.people.set_role(visit.person.id, role)
        visit.refresh()
    visit.work.organisation.note(visit.person.id, "organiser-joined", f"role:{role}", visit.now)
    for owner in visit.work.people.organisers(Role.OWNER):
        if owner.id != visit.person.id:
            who = called(visit, visit.person)
            visit.tell(owner.id, text("team-joined", who=who, role=role_name(role)), run(text("team-back"), "team"))
    mine = visit.person.role or role
    visit.say(text("team-welcome", role=role_name(mine)), run(text(f"team-first-{mine}"), GREETING[mine]))


# -- removing --------------------------------------------------------------------------------------------------------


def ask_remove(visit: Visit, args: tuple[str, ...]) -> None:
    """What removing means, before it happens."""
    organiser = visit.work.people.get(int(args[0]))
    if organiser is None or organiser.role is None:
        visit.say(text("team-not-in-it"), run(text("team-back"), "team"))
        return
    visit.confirm(
        text("team-remove-sure", who=called(visit, organiser), role=role_name(organiser.role)),
        Offer(text("team-remove-yes"), "team-removed", (organiser.id,)),
        run(text("team-keep"), "team"),
    )


def remove(visit: Visit, args: tuple[str, ...]) -> None:
    """Take a role away; never the last owner's, or nobody could invite any more."""
    organiser = visit.work.people.get(int(args[0]))
    if organiser is None or organiser.role is None:
        visit.say(text("team-not-in-it"), run(text("team-back"), "team"))
    elif organiser.role is Role.OWNER and len(visit.work.people.organisers(Role.OWNER)) == 1:
        visit.say(text("team-last-owner"), run(text("team-back"), "team"))
    else:
        who = called(visit, organiser)
        end_role(visit, organiser.id, visit.person.id)
        visit.say(text("team-removed", who=who), run(text("team-back"), "team"))


def end_role(post: Post, person: int, by: int | None) -> None:
    """Somebody has no role any more, and hears of it. `by` is None for the command line."""
    post.work.people.set_role(person, None)
    for contact in post.work.people.contacts(person):
        post.work.ledger.leave(contact.id, post.now)  # what may not have come was the team's
    post.work.organisation.note(by, REMOVED, f"person:{person}", post.now)
    post.tell(person, text("team-you-are-removed"))


# -- who did what ----------------------------------------------------------------------------------------------------


def deeds(visit: Visit, _rest: str) -> None:
    """The command: the last lines of the audit table."""
    found = visit.work.organisation.deeds(DEEDS_SHOWN)
    if not found:
        visit.say(text("team-no-deeds"))
        return
    lines = bullets(visit.texts, visit.language, [_deed(visit, deed) for deed in found])
    visit.say(text("team-deeds", lines=lines), run(text("team-back"), "team"))


def _deed(visit: Visit, deed: Deed) -> Text:
    person = None if deed.by is None else visit.work.people.get(deed.by)
    if deed.by is None:
        who = text("team-by-itself" if deed.what == HELD_BACK else "team-by-command-line")
    elif person is None:
        who = text("team-by-gone", number=str(deed.by))
    else:
        who = called(visit, person)
    kind, _, number = deed.subject.partition(":")
    about = text("team-about", kind=kind, number=number)
    return text("team-deed", when=visit.local(deed.at), who=who, what=deed.what, subject=about)


ROUTES: tuple[Route, ...] = (
    Command({"de": ("team",), "en": ("team",)}, team, text("team-what"), Role.OWNER),
    Pressed("team-page", turn_page, Role.OWNER),
    Pressed("team-invite", ask_role, Role.OWNER),
    Pressed("team-invite-as", invite, Role.OWNER),
    Pressed("team-remove", ask_remove, Role.OWNER),
    Pressed("team-removed", remove, Role.OWNER, sure=True),
    Command({"de": ("protokoll",), "en": ("audit",)}, deeds, text("team-deeds-what"), Role.OWNER),
    Recognised(typed_code),
)
