"""What fits where, in a real Chromium: the first greeting on a phone, three chats in one window, long names."""

import pytest
import pytest_asyncio
from playwright.async_api import expect

from bot.core.messages import Choice, Incoming, Kind, Outgoing
from tests.web.place import Place, serving

pytestmark = pytest.mark.asyncio(loop_scope="module")

NAME = "REGIONAL.KLIMASCHUTZ.MACHEN"
GREETING = Outgoing(
    f"Guten Tag! Hier spricht der Assistent von **{NAME}**.\n\n"
    "Menschen, Betriebe, Vereine und Gemeinden haken sich hier unter. Das Ziel: klimaneutral bis 2040. Ich helfe beim "
    "Mitmachen, beim Erzählen und beim Dranbleiben. Hinter mir stehen Menschen: das Team des Bündnisses im Landratsamt."
    "\n\nWas möchten Sie tun?",
    tuple(Choice(label, f"{at}~x") for at, label in enumerate(("Mitmachen", "Geschichte erzählen", "Erst umsehen"))),
)
SHOWN = "one => { const at = one.getBoundingClientRect(); return [at.top, at.bottom, at.height]; }"


def reply(incoming: Incoming) -> tuple[Outgoing, ...]:
    return (GREETING,) if incoming.kind is Kind.JOINED else ()


@pytest_asyncio.fixture(loop_scope="module")
async def place(tmp_path):
    async with serving(tmp_path, reply, demo=True) as place:
        yield place


async def test_on_a_phone_the_greeting_is_seen_with_an_answer_to_it(browser, place: Place):
    page = await browser.new_page(locale="de-DE", viewport={"width": 390, "height": 664}, has_touch=True)
    await page.goto(f"{place.url}/chat")
    button = page.get_by_role("button", name="Mitmachen")
    await expect(button).to_be_visible()
    _, floor, _ = await page.get_by_role("log").evaluate(SHOWN)
    _, bottom, _ = await button.evaluate(SHOWN)
    assert bottom <= floor, "a whole button is in sight"
    box_bottom = (await page.get_by_role("textbox", name="Nachricht").evaluate(SHOWN))[1]
    assert box_bottom <= 664


async def test_a_long_name_breaks_after_its_dots(browser, place: Place):
    page = await browser.new_page(locale="de-DE", viewport={"width": 390, "height": 844})
    await page.goto(f"{place.url}/chat")
    name = page.get_by_role("log").get_by_text(NAME)
    await expect(name).to_be_visible()
    assert await name.evaluate("one => [...one.childNodes].map(node => node.data ?? node.localName)") == [
        *("REGIONAL.", "wbr", "KLIMASCHUTZ.", "wbr", "MACHEN")
    ]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1920, 1080)])
async def test_the_demos_three_chats_fit_into_the_window(browser, place: Place, width: int, height: int):
    page = await browser.new_page(locale="de-DE", viewport={"width": width, "height": height})
    await page.goto(place.url)
    for region in await page.get_by_role("region", name="Als").all():
        await expect(region.get_by_role("button", name="Erst umsehen")).to_be_visible()
        assert (await region.evaluate(SHOWN))[1] <= height
        _, floor, _ = await region.get_by_role("log").evaluate(SHOWN)
        assert (await region.get_by_role("button", name="Erst umsehen").evaluate(SHOWN))[1] <= floor


async def test_a_story_leads_on_to_taking_part(browser, place: Place):
    await place.story()
    page = await browser.new_page(locale="de-DE")
    await page.goto(f"{place.url}/geschichten/1")
    await page.get_by_role("link", name="Mitmachen", exact=True).click()
    assert page.url == f"{place.url}/chat"
