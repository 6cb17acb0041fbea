"""The chat in a real Chromium: by keyboard only, for screen readers, on a phone, through reloads and interruptions."""

import re

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.core.messages import Choice, Incoming, Kind, Outgoing, Shipment
from tests.web.place import Place, serving

pytestmark = pytest.mark.asyncio(loop_scope="module")

ASK = Outgoing(
    "**Für wen** machen Sie mit? Mehr unter /umsehen.",
    (
        Choice("Für mich selbst", "me~x"),
        Choice("Unternehmen", "company~x"),
        Choice("Abbrechen", "cancel~x", quiet=True),
    ),
)


def reply(incoming: Incoming) -> tuple[Outgoing, ...]:
    if incoming.kind is Kind.JOINED:
        return (ASK,)
    if incoming.kind is Kind.PRESS:
        return (Outgoing(f"Gewählt: {incoming.press.token if incoming.press else ''}"),)
    return (Outgoing("Bild da." if incoming.kind is Kind.PICTURE else "Angekommen."),)


@pytest_asyncio.fixture(loop_scope="module")
async def place(tmp_path):
    async with serving(tmp_path, reply, demo=True) as place:
        yield place


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser, place: Place):
    context = await browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda problem: problems.append(str(problem)))
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    yield page
    await context.close()
    assert [one for one in problems if not re.search("WebSocket|ERR_| 503 ", one)] == []


async def tab_to(page: Page, name: str) -> None:
    """Press Tab until the element with this accessible name has the focus."""
    for _ in range(40):
        await page.keyboard.press("Tab")
        if (
            await page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()")
            == name
        ):
            return
        if await page.evaluate("document.activeElement.getAttribute('aria-label')") == name:
            return
    raise AssertionError(f"Tab never reached {name!r}")


async def test_the_whole_conversation_works_by_keyboard_only(page: Page, place: Place):
    await page.goto(f"{place.url}/chat")
    await expect(page.get_by_role("button", name="Für mich selbst")).to_be_visible()
    await tab_to(page, "Für mich selbst")
    outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid", "the focus is visible"
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("log")).to_contain_text("Gewählt: me~x")
    await expect(page.get_by_role("textbox", name="Nachricht")).to_be_focused()
    await page.keyboard.type("hallo")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("zweite Zeile")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("log")).to_contain_text("Angekommen.")
    assert place.core.heard[-1].text == "hallo\nzweite Zeile"
    await expect(page.get_by_role("textbox", name="Nachricht")).to_have_value("")
    await expect(page.get_by_role("textbox", name="Nachricht")).to_be_focused()


async def test_while_too_many_begin_the_page_says_so_and_gets_in_by_itself(page: Page, place: Place):
    await page.route("**/chat/sitzung?*", lambda asked: asked.fulfill(status=503), times=2)
    await page.goto(f"{place.url}/chat")
    state = page.get_by_role("status").first
    await expect(state).to_have_text("Gerade beginnen hier sehr viele. Gleich geht es weiter.")
    await expect(state).to_have_text("Verbunden")


async def test_a_message_that_many_others_overtook_is_shown_on_the_next_return(page: Page, place: Place):
    await page.goto(f"{place.url}/chat")
    await expect(page.get_by_role("button", name="Für mich selbst")).to_be_visible()
    address, late = place.core.heard[0].address, next(place.core.numbers)
    for number in range(150):
        await place.core.say(place.transport, address, Outgoing(f"Eilig {number}"))
    await expect(page.get_by_role("log")).to_contain_text("Eilig 149")
    place.core.letters.insert(1, Shipment(late, address, Outgoing("Langsam"), "de"))  # the mailbox goes by number
    await page.reload()
    await expect(page.get_by_role("log")).to_contain_text("Langsam")


async def test_the_page_follows_when_another_language_is_chosen_in_the_chat(page: Page, place: Place):
    await page.goto(f"{place.url}/chat")
    await page.get_by_role("textbox", name="Nachricht").fill("hallo")
    await page.get_by_role("textbox", name="Nachricht").press("Enter")
    log = page.get_by_role("log", name="Unterhaltung")
    await expect(log).to_contain_text("Angekommen.")
    await page.get_by_role("textbox", name="Nachricht").fill("half a sentence")
    await place.core.say(place.transport, place.core.heard[0].address, Outgoing("English it is."), language="en")
    box = page.get_by_role("textbox", name="Message")
    await expect(box).to_have_value("half a sentence")
    await expect(box).to_be_focused()
    await expect(page.get_by_role("button", name="Send")).to_be_visible()
    await expect(page.get_by_role("status").first).to_have_text("Connected")
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    said = await page.get_by_role("log").evaluate("log => [...log.children].map(one => one.textContent)")
    assert [one.split(":")[0] for one in said] == ["Assistant", "You", "Assistant", "Assistant"]
    await page.reload()
    await expect(page.get_by_role("textbox", name="Message")).to_be_visible()


async def test_a_command_in_a_message_can_be_taken(page: Page, place: Place):
    await page.goto(f"{place.url}/chat")
    await page.get_by_role("button", name="/umsehen").press("Enter")
    await expect(page.get_by_role("log")).to_contain_text("Angekommen.")
    assert place.core.heard[-1].text == "/umsehen"


async def test_a_screen_reader_hears_who_speaks_and_what_changes(page: Page, place: Place):
    await page.goto(f"{place.url}/chat")
    log = page.get_by_role("log", name="Unterhaltung")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(page.get_by_role("status").first).to_have_text("Verbunden")
    await page.get_by_role("textbox", name="Nachricht").fill("hallo")
    await page.get_by_role("button", name="Senden").press("Enter")
    await expect(log).to_contain_text("Angekommen.")
    said = await log.evaluate("log => [...log.children].map(one => one.textContent)")
    assert [one.split(":")[0] for one in said] == ["Assistent", "Sie", "Assistent"]
    await expect(page.get_by_role("group", name="Antworten")).to_be_visible()
    unnamed = "[...document.querySelectorAll('a, button, input, textarea')].filter(one => one.offsetParent && !"
    unnamed += "(one.textContent.trim() || one.ariaLabel || one.labels?.length)).length"
    assert await page.evaluate(unnamed) == 0


async def test_in_the_demo_three_named_chats_stand_side_by_side(page: Page, place: Place):
    await page.set_viewport_size({"width": 1400, "height": 900})
    await page.goto(place.url)
    for name in ("Als Mitglied", "Als Leitung des Teams", "Als Redaktion des Teams"):
        region = page.get_by_role("region", name=name)
        await region.get_by_role("textbox", name="Nachricht").fill(f"hier: {name}")
        await region.get_by_role("button", name="Senden").click()
        await expect(region.get_by_role("log")).to_contain_text("Angekommen.")
    texts = {one.text: one.address for one in place.core.heard if one.kind is Kind.TEXT}
    assert len(set(texts.values())) == 3
    await expect(page.get_by_role("note")).to_contain_text("erfunden")
    tops = "[...document.querySelectorAll('section[data-chat]')]"
    tops += ".map(one => [one.dataset.seat, one.getBoundingClientRect().top])"
    shown = await page.evaluate(tops)
    assert [seat for seat, _ in shown] == ["member", "organiser", "editor"]
    assert len({top for _, top in shown}) == 1, "beside each other on a desktop"
    await page.set_viewport_size({"width": 360, "height": 700})
    assert len({top for _, top in await page.evaluate(tops)}) == 3, "one below the other on a phone"
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360


async def test_a_reload_shows_the_conversation_again_and_a_new_tab_what_the_mailbox_has(page: Page, place: Place):
    await page.goto(f"{place.url}/chat")
    await page.get_by_role("button", name="Unternehmen").click()
    await expect(page.get_by_role("log")).to_contain_text("Gewählt")
    before = await page.get_by_role("log").evaluate("log => log.innerText")
    await page.reload()
    await expect(page.get_by_role("status").first).to_have_text("Verbunden")
    assert await page.get_by_role("log").evaluate("log => log.innerText") == before
    second = await page.context.new_page()
    await second.goto(f"{place.url}/chat")
    await expect(second.get_by_role("log")).to_contain_text("Gewählt: company~x")
    assert [one.kind for one in place.core.heard] == [Kind.JOINED, Kind.PRESS]


async def test_what_is_said_while_the_line_is_down_arrives_once(page: Page, place: Place):
    await page.goto(f"{place.url}/chat")
    await expect(page.get_by_role("log")).to_contain_text("Für wen")
    place.core.commits.clear()
    await page.get_by_role("textbox", name="Nachricht").fill("trotzdem")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("log")).to_contain_text("Wird gesendet")
    for lines in list(place.transport._lines.values()):
        for line in lines:
            line.cut()
    await expect(page.get_by_role("status").first).to_have_text("Unterbrochen. Neuer Versuch läuft.")
    place.core.commits.set()
    await expect(page.get_by_role("status").first).to_have_text("Verbunden")
    await expect(page.get_by_role("log")).not_to_contain_text("Wird gesendet")
    assert [one.text for one in place.core.heard if one.kind is Kind.TEXT] == ["trotzdem"]
    assert await page.get_by_role("log").get_by_text("Angekommen.").count() == 1


async def test_an_answered_question_loses_its_buttons_in_every_tab(page: Page, place: Place):
    await page.goto(f"{place.url}/chat")
    question = await page.wait_for_selector("[data-from=bot] .body")
    await page.get_by_role("button", name="Unternehmen").click()
    await expect(page.get_by_role("button", name="Für mich selbst")).to_be_disabled()
    address = place.core.heard[0].address
    await place.core.say(place.transport, address, Outgoing(f"{ASK.text}\n\n**Unternehmen**"), edits=("1",))
    await expect(page.get_by_role("button", name="Für mich selbst")).to_have_count(0)
    await expect(page.get_by_text("Unternehmen", exact=True)).to_have_count(1)  # not said twice
    assert question is not None
    assert await question.evaluate("body => body.isConnected"), "put in anew, it would be read out again"
    second = await page.context.new_page()
    await second.goto(f"{place.url}/chat")
    await expect(second.get_by_role("log")).to_contain_text("Unternehmen")
    await expect(second.get_by_role("button", name="Für mich selbst")).to_have_count(0)


async def test_nothing_is_wider_than_a_phone(browser, place: Place):
    await place.members("company", 6, listed=True, name="Donaudampfschifffahrtsgesellschaftskapitänsverein")
    await place.story(title="Rindfleischetikettierungsüberwachungsaufgaben" * 2, what="A" * 200)
    page = await browser.new_page(locale="de-DE", viewport={"width": 360, "height": 700}, has_touch=True)
    for path in ("/", "/chat", "/geschichten", "/geschichten/1", "/mitglieder", "/datenschutz"):
        await page.goto(place.url + path)
        if path in ("/", "/chat"):
            await expect(page.get_by_role("log").first).to_contain_text("Für wen")
            await page.get_by_role("textbox", name="Nachricht").first.fill("w" * 300)
            await page.get_by_role("textbox", name="Nachricht").first.press("Enter")
        assert await page.evaluate("document.documentElement.scrollWidth") <= 360, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_words_stand_out_from_their_background(browser, place: Place, scheme: str):
    """WCAG 2.2, 1.4.3: at least 4.5 to 1, on the front page with both chats and a story."""
    await place.story()
    await place.members("person", 9)
    page = await browser.new_page(locale="de-DE", color_scheme=scheme)
    await page.goto(place.url)
    await page.get_by_role("textbox", name="Nachricht").first.fill("hallo")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("log").first).to_contain_text("Angekommen.")
    weak = [(words, round(ratio, 2)) for words, ratio in await page.evaluate(CONTRASTS) if ratio < 4.5]
    assert weak == []


async def test_without_script_every_page_but_the_chat_is_whole(browser, place: Place):
    await place.story()
    context = await browser.new_context(java_script_enabled=False, locale="de-DE")
    page = await context.new_page()
    await page.goto(place.url)
    await page.get_by_role("link", name="Solar auf dem Vereinsheim").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Solar auf dem Vereinsheim")
    await page.goto(f"{place.url}/chat")
    await expect(page.get_by_text(re.compile("braucht Ihr Browser JavaScript"))).to_be_visible()


async def test_a_code_in_the_address_is_handed_over_and_wiped_from_it(page: Page, place: Place):
    await page.goto(f"{place.url}/chat#start=geheim123")
    await expect(page.get_by_role("log")).to_contain_text("Angekommen.")
    assert place.core.heard[-1].text == "/start geheim123"
    assert "geheim123" not in page.url


CONTRASTS = """() => {
  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = element => {
    for (let one = element; one; one = one.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(one).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, words = walker.currentNode.data.trim();
    if (!words || !element.offsetParent || element.closest('.hidden, .skip, noscript')) continue;
    const one = light(parse(getComputedStyle(element).color)), other = light(behind(element));
    found.push([words, (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)]);
  }
  return found;
}"""
