"""One page in one language: what templates may call, and the Jinja2 environment they are rendered in."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup as Html
from starlette.requests import Request

from bot.core.words.html import to_html
from bot.core.words.texts import Arg, Text, Texts
from bot.domain.alliance import Alliance, Words, in_language
from bot.domain.story import Story
from bot.web.site import Site

HERE = Path(__file__).parent
STATIC = HERE / "static"
WORDS_OF_CHAT = (
    "you", "assistant", "connecting", "connected", "interrupted", "crowded", "sending", "refused", "answers",
    "picture", "picture-large", "file", "file-large", "file-failed", "file-ready", "files-many", "long", "download",
    "end-sure", "end-failed", "ended", "reply", "replying",
)  # fmt: skip
"""Keys web-chat-word-*: what the script of the chat says in the page's language."""


_DOTS = re.compile(r"(?<=\w)\.(?=\w)")


@dataclass(frozen=True, slots=True)
class View:
    """Helpers of one page. `chosen` says that the language was asked for in the address and is kept in links."""

    site: Site
    language: str
    chosen: bool
    path: str
    version: str

    @property
    def alliance(self) -> Alliance:
        """The alliance."""
        return self.site.alliance

    def t(self, key: str, **args: Arg) -> str:
        """A text as plain words, escaped by the template."""
        return self.site.texts.label(Text(key, args), self.language)

    def rich(self, key: str, **args: Arg) -> Html:
        """A text with its paragraphs and links."""
        return self.marked(self.site.texts.render(Text(key, args), self.language))

    def marked(self, markdown: str) -> Html:
        """Words in the Markdown subset, e.g. the imprint, as HTML that is safe by construction."""
        return Html(to_html(markdown))  # noqa: S704 - to_html escapes every word

    def words(self, words: Words) -> str:
        """The alliance's own words in this language."""
        return in_language(words, self.language)

    def soft(self, words: Words) -> Html:
        """The alliance's own words; names like "ONE.TWO" may break after their dots."""
        return Html(".<wbr>").join(_DOTS.split(self.words(words)))  # join escapes the pieces

    def link(self, path: str) -> str:
        """An address of this site that keeps the language."""
        return f"{path}?lang={self.language}" if self.chosen else path

    def static(self, name: str) -> str:
        """A static file's address; it changes with the files, so that browsers may keep them for a year."""
        return f"/static/{self.version}/{name}"

    @property
    def languages(self) -> list[tuple[str, str]]:
        """The languages on offer as (code, its own name); overlays such as "de-du" are for the chat only."""
        codes = [code for code in self.site.texts.languages if "-" not in code]
        return [(code, self.site.texts.label(Text("web-language-name"), code)) for code in codes]

    def goal(self, story: Story) -> str:
        """The name of the story's goal; "" if the profile no longer has it."""
        known = {goal.id: goal.name for goal in self.alliance.goals}
        return self.words(known[story.goal]) if story.goal in known else ""

    def kind(self, kind: str) -> str:
        """The name of a kind of member; "" if the profile no longer has it."""
        known = {one.id: one.name for one in self.alliance.kinds}
        return self.words(known[kind]) if kind in known else ""

    def place(self, key: str) -> str:
        """The municipality's name; "" for those from outside."""
        known = self.alliance.municipality(key)
        return known.name if known else ""

    def credit(self, story: Story) -> str:
        """Who tells a story, from where; "" for one that is told without a name, as its preview promised."""
        if not story.credit:
            return ""
        return ", ".join(part for part in (story.credit, self.place(story.municipality)) if part)

    def qr(self, url: str) -> Html:
        """A QR code as SVG without script and style; its meaning stands beside it as a link."""
        return Html(_qr(url))  # noqa: S704 - made of numbers by segno

    def when(self, moment: datetime) -> str:
        """Weekday, day and hour in the alliance's zone."""
        local = moment.astimezone(self.alliance.zone)
        return self.t("events-when", day=Text("pledging-day", {"day": local.weekday()}), when=local)

    def chat_words(self) -> str:
        """What the chat's script says, as JSON for a data attribute."""
        return json.dumps({key: self.t(f"web-chat-word-{key}") for key in WORDS_OF_CHAT}, ensure_ascii=False)


class Views:
    """Makes a View per request and renders templates. Made once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._version = _fingerprint()
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    @property
    def version(self) -> str:
        """The fingerprint of all static files."""
        return self._version

    def view(self, request: Request) -> View:
        """The page's language: ?lang, then Accept-Language, then the alliance's first."""
        wanted = request.query_params.get("lang", "")
        chosen = wanted in self._site.texts.languages
        hint = wanted if chosen else _accepted(request.headers.get("accept-language", ""), self._site.texts)
        return View(self._site, self._site.texts.choose(hint), chosen, request.url.path, self._version)

    def render(self, template: str, view: View, **values: object) -> bytes:
        """The page in UTF-8."""
        html = self._templates.get_template(template).render(view=view, t=view.t, **values)
        return html.encode("utf-8", "replace")


@lru_cache(maxsize=16)
def _qr(url: str) -> str:
    """Drawn once: it takes 5 ms, and the same few stand on every view of a page."""
    return segno.make(url, micro=False).svg_inline(border=2, omitsize=True, dark="#14241b", light="#fff")


def _accepted(header: str, texts: Texts) -> str:
    """The most wanted language that is on offer (RFC 9110, 12.5.4), as a hint."""
    wanted: list[tuple[float, str]] = []
    for part in header[:500].split(","):
        code, _, quality = part.strip().partition(";q=")
        try:
            wanted.append((-float(quality or 1), code.strip()))
        except ValueError:
            continue
    bases = {language.split("-")[0] for language in texts.languages}
    ordered = sorted(wanted, key=lambda pair: pair[0])
    return next((code for weight, code in ordered if weight < 0 and code.lower().split("-")[0] in bases), "")


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]
