"""Fault 51: a script in a story or a name is shown as words, and would not run even if it got into a page."""

from functools import lru_cache
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.story import Scope, Story, StoryState
from bot.web import Site
from bot.web.view import View, Views
from tests.props import loerrach
from tests.web.place import KEY, NOW, chromium, serving

EVIL = (
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "\"><svg onload=document.title='owned'>",
    "</p><iframe srcdoc=\"<script>parent.document.title='owned'</script>\">",
    "javascript:document.title='owned'",
    "{{ view.site.key }}",
)

nasty = st.text(st.sampled_from("<>&\"'=/ {}%aé\n\0\u202e\ud800")) | st.sampled_from(EVIL) | st.text()


class Reader(HTMLParser):
    """Collects elements, attributes and words as a browser would."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


@lru_cache
def front() -> tuple[Views, View]:
    alliance, texts = loerrach()
    site = Site(alliance, texts, None, KEY, "http://127.0.0.1")  # type: ignore[arg-type]
    views = Views(site)
    return views, View(site, "de", chosen=False, path="/", version=views.version)


def page_of(title: str, what: str, tip: str, credit: str) -> Reader:
    views, view = front()
    told = Story(
        1, 1, title, what, tip, "ausstoss", 0, Scope.PUBLIC, StoryState.APPROVED, credit, "person", "", NOW, NOW, 1
    )
    reader = Reader()
    reader.feed(views.render("story.html", view, story=told).decode())
    return reader


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(nasty, nasty, nasty, nasty)
def test_fault_51_no_words_become_markup(title: str, what: str, tip: str, credit: str):
    plain = page_of("Titel", "Text", "Tipp", "Anna")
    page = page_of(title, what, tip or "Tipp", credit or "Anna")
    assert page.elements == plain.elements
    shown = what.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    assert " ".join(shown.split()) in " ".join(page.words.replace("\0", "\ufffd").split())


async def test_fault_51_in_a_real_browser_nothing_runs(tmp_path):
    async with serving(tmp_path) as place, chromium() as browser:
        for evil in EVIL:
            await place.story(title=evil, what=evil, tip=evil, credit=evil)
        await place.members("company", 6, listed=True, name=EVIL[1])
        page = await browser.new_page()
        for path in ("/", "/geschichten", "/mitglieder", *(f"/geschichten/{at}" for at in range(1, len(EVIL) + 1))):
            await page.goto(place.url + path)
            await page.wait_for_load_state("networkidle")
            assert await page.title() != "owned"
            assert await page.locator("main script, main iframe, main img[src=x]").count() == 0
        await page.goto(f"{place.url}/geschichten/1")
        assert EVIL[0] in await page.inner_text("main"), "it is shown, as words"


async def test_fault_51_the_policy_stops_a_script_that_got_into_the_page(tmp_path):
    """The second wall by itself: what a broken template would let through does not run."""
    async with serving(tmp_path) as place, chromium() as browser:
        page = await browser.new_page()

        async def with_hole(route):
            answer = await route.fetch()
            body = (await answer.text()).replace("</main>", "".join(EVIL[:4]) + "</main>")
            await route.fulfill(response=answer, body=body)

        await page.route(f"{place.url}/impressum", with_hole)
        await page.goto(f"{place.url}/impressum")
        await page.wait_for_load_state("networkidle")
        assert await page.locator("main script").count() == 1, "the hole is there"
        assert await page.title() != "owned"
        await page.unroute(f"{place.url}/impressum")
