"""Joining the alliance: from "I want to take part" to a signed declaration with a receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, reduce

from bot.core.dialogue import Change, Option, Question, Talk
from bot.core.errors import Refusal
from bot.core.routing import Command, Dialogue, Route
from bot.core.talking.visit import Visit
from bot.core.words.texts import Text, Texts, text
from bot.domain.alliance import Alliance, MemberKind, in_language
from bot.domain.people.consent import Purpose
from bot.domain.people.member import Join, digest, may_rest, member_number
from bot.domain.people.names import NAME_MAX, tidy
from handlers.membership import declaration, listing
from handlers.membership.declaration import DeclarationFacts, Signed, Signer, agree, declaration_facts, signing
from handlers.membership.place import Place, PlaceFacts, ask_place, own_place, place_facts
from handlers.notice import NoticeFacts, informed, notice_facts
from handlers.phrases import kind_names, marked, plain, run, yes_no
from handlers.team import asking
from handlers.team.members.resting import declined

NEWS = text("joining-news")
"""The words that a yes to news agrees to."""

JOINING, PLACE = "joining", "joining-place"
WORDS_VERSION = "2"
"""Version of the question about news; raised when its meaning changes."""


@dataclass(frozen=True, slots=True)
class JoiningFacts:
    """What the dialogue must know, read in the transaction of every message."""

    alliance: Alliance
    texts: Texts
    language: str
    notice: NoticeFacts
    declaration: DeclarationFacts
    rules: Text | None
    news: bool
    place: PlaceFacts
    taken: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Joined:
    """Everything somebody decided on the way to the signature."""

    join: Join
    signer: Signer
    signed: Signed
    news: bool


@dataclass(frozen=True, slots=True)
class TeamAsked:
    """A name is taken and somebody would rather talk to the team."""

    name: str


# -- the conversation ------------------------------------------------------------------------------------------------


async def joining(talk: Talk, facts: JoiningFacts) -> Joined | TeamAsked | None:
    """From the privacy notice to the signed declaration; nothing is kept before the notice was shown."""
    if not await informed(talk, facts.notice):
        return None
    kind = await talk.ask(_kind(facts.alliance, facts.language))
    asked = name_question(kind)
    name = await talk.ask(asked)
    if not await _is_new(talk, facts, asked.key, name):
        return TeamAsked(name)
    signer = await _signer(talk, kind, name)
    own = own_place(name, facts.alliance.municipalities) if kind.town else None
    place = own or await ask_place(talk, PLACE, facts.place)
    if facts.rules is not None:
        await talk.say(text("joining-house-rules", rules=facts.rules))
    link = in_language(facts.alliance.declaration.link, facts.language)
    if not await talk.ask(signing(facts.declaration, signer, link)):
        await talk.say(text("joining-not-yet"))
        return None
    listed = await talk.ask(listing.asked(facts.texts, name))
    news = facts.news or await talk.ask(_news(facts.texts))
    await talk.ask(_summary(facts, kind, signer, place, moves=own is None, listed=listed, news=news))
    organisation = (signer.name, signer.function) if kind.organisation else ("", "")
    return Joined(Join(kind.id, name, *organisation, place.key, listed), signer, facts.declaration.shown, news)


async def _is_new(talk: Talk, facts: JoiningFacts, key: str, name: str) -> bool:
    """A name already taken is noticed, never merged by itself. The answer goes with the name when that is changed."""
    if talk.fact(f"{key}#taken", lambda: "yes" if facts.taken(name) else "no") == "no":
        return True
    return await talk.ask(_taken(f"{key}#same", name))


async def _signer(talk: Talk, kind: MemberKind, name: str) -> Signer:
    if not kind.organisation:
        return Signer(name)
    return Signer(await talk.ask(SIGNATORY), name, await talk.ask(FUNCTION))


# -- the questions ---------------------------------------------------------------------------------------------------


def a_name(typed: str) -> str:
    """A tidy name; Refusal if it has no letter or digit (an emoji is no name to be called by) or is too long."""
    name = tidy(typed)
    if not any(sign.isalnum() for sign in name):
        raise Refusal(text("joining-name-empty"))
    if len(name) > NAME_MAX:
        raise Refusal(text("joining-name-long", most=NAME_MAX))
    return name


@lru_cache(maxsize=16)
def _kind(alliance: Alliance, language: str) -> Question[MemberKind]:
    options = tuple(
        Option(kind.id, plain(kind.choice, language), kind, kind_names(alliance, kind.id)) for kind in alliance.kinds
    )
    more, otherwise = text("joining-kind-help"), text("joining-kind-otherwise")
    return Question("joining-kind", text("joining-kind"), options, help=more, otherwise=otherwise)


DISPLAY_NAME = Question("joining-name", text("joining-name"), read=a_name, help=text("joining-name-help"))
ORGANISATION = Question(
    "joining-organisation", text("joining-organisation"), read=a_name, help=text("joining-organisation-help")
)
TOWN = replace(ORGANISATION, text=text("joining-town"))
SIGNATORY = Question("joining-signatory", text("joining-signatory"), read=a_name, help=text("joining-signatory-help"))
FUNCTION = Question("joining-function", text("joining-function"), read=a_name, help=text("joining-function-help"))


def _news(texts: Texts) -> Question[bool]:
    options = yes_no(texts, text("joining-news-yes"), text("joining-news-no"))
    return Question("joining-news", NEWS, options)


def name_question(kind: MemberKind) -> Question[str]:
    """What members of this kind are asked for their name."""
    if kind.town:
        return TOWN
    return ORGANISATION if kind.organisation else DISPLAY_NAME


def _taken(key: str, name: str) -> Question[bool]:
    options = (
        Option("other", text("joining-taken-other"), value=True, also=(text("plain-no"),)),
        Option("team", text("joining-taken-team"), value=False, also=(text("plain-yes"),)),
    )
    return Question(key, text("joining-taken", name=name), options, help=text("joining-taken-help"))


def _summary(
    facts: JoiningFacts, kind: MemberKind, signer: Signer, place: Place, *, moves: bool, listed: bool, news: bool
) -> Question[bool]:
    """`moves`: the place is an answer of its own, which can be changed."""
    what = text(
        "joining-summary-organisation" if kind.organisation else "joining-summary-person",
        kind=plain(kind.name, facts.language),
        name=signer.organisation or signer.name,
        signatory=signer.name,
        function=signer.function,
        place=place.name,
        version=facts.declaration.shown.version,
        listed=_yes_no(listed),
        news=_yes_no(news),
    )
    keys = ["joining-kind"]
    keys += ["joining-organisation", "joining-signatory", "joining-function"] if kind.organisation else ["joining-name"]
    keys += [*([PLACE] if moves else []), "declaration", "joining-listed"]
    keys += [] if facts.news else ["joining-news"]
    changes = tuple(Change(key, text(f"{key}-short")) for key in keys)
    return Question("joining-summary", what, (Option("join", text("joining-do-it"), value=True),), changes=changes)


def _yes_no(answer: bool) -> Text:
    return text("plain-yes" if answer else "plain-no")


# -- what happens around it ------------------------------------------------------------------------------------------


def start(visit: Visit, _rest: str) -> None:
    """The command: the dialogue for newcomers, the state of things for members."""
    member = visit.member
    if member is None:
        visit.begin(JOINING)
        return
    number = member_number(visit.alliance.number_prefix, member, visit.alliance.zone)
    visit.say(
        text("joining-already", name=member.name, number=number, since=visit.local(member.joined_at).date()),
        run(text("welcoming-story"), "geschichte"),
        run(text("mydata-open"), "meinedaten"),
    )
    declaration.offer_renewal(visit)


def facts(visit: Visit) -> JoiningFacts:
    """What the dialogue must know."""
    alliance, language = visit.alliance, visit.language
    return JoiningFacts(
        alliance,
        visit.texts,
        language,
        notice_facts(visit),
        declaration_facts(visit),
        _rules(alliance, language),
        visit.person.news and visit.person.follows,
        place_facts(visit),
        lambda name: _is_taken(visit, name),
    )


def _is_taken(visit: Visit, name: str) -> bool:
    """Whether somebody of that name may be known to be a member. Private persons who are not in the list are not: by
    typing names anybody could find out who takes part.
    """
    organisations = {kind.id for kind in visit.alliance.kinds if kind.organisation}
    return any(member.listed or member.kind in organisations for member in visit.work.members.names_like(name))


@lru_cache(maxsize=16)
def _rules(alliance: Alliance, language: str) -> Text | None:
    rules = [text("joining-house-rule", rule=marked(rule, language)) for rule in alliance.house_rules]
    return reduce(lambda above, rule: text("plain-lines", first=above, rest=rule), rules) if rules else None


def done(visit: Visit, decided: Joined | TeamAsked) -> None:
    """Ask the team, or join. Whoever has become a member meanwhile is shown their membership."""
    if isinstance(decided, TeamAsked):
        asking.pass_on(visit, visit.words(text("joining-name-question", name=decided.name)))
    elif visit.member is not None:
        start(visit, "")
    else:
        _join(visit, decided)


def _join(visit: Visit, decided: Joined) -> None:
    """Store the membership with its signature and consents, and hand over the receipt."""
    member = visit.work.members.add(decided.join, visit.now)
    visit.work.people.set_member(visit.person.id, member.id)
    if may_rest([visit.person]):
        visit.work.members.rest_on(member.id, visit.person.id)
    signature = declaration.record(visit, member, decided.signer, decided.signed)
    if decided.join.listed:
        listing.agree_to_list(visit, member.name)
    _take_news(visit, wanted=decided.news)
    visit.refresh()
    declaration.receipt(visit, member, signature, "joining-receipt")
    if not declined(visit):
        visit.say(
            text("joining-next"),
            run(text("welcoming-story"), "geschichte"),
            run(text("welcoming-pledge"), "zusage"),
            run(text("welcoming-around"), "umsehen"),
        )


def _take_news(visit: Visit, *, wanted: bool) -> None:
    if wanted and not visit.work.consents.holds(visit.person.id, Purpose.NEWS):
        agree(visit, Purpose.NEWS, WORDS_VERSION, digest(visit.texts.render(NEWS, visit.language)))
    visit.work.people.set_news(visit.person.id, wanted)


ROUTES: tuple[Route, ...] = (
    Command({"de": ("mitmachen", "beitreten"), "en": ("join",)}, start, text("joining-what")),
    Dialogue(JOINING, text("joining-title"), joining, facts, done),
)
