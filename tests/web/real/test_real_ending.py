"""A conversation in a real Chromium that its person ends: asked once more, for good, and only if that can be kept."""

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.core.messages import Incoming, Kind, Outgoing
from tests.web.place import Place, serving

pytestmark = pytest.mark.asyncio(loop_scope="module")


def reply(incoming: Incoming) -> tuple[Outgoing, ...]:
    return (Outgoing("Guten Tag." if incoming.kind is Kind.JOINED else "Angekommen."),)


@pytest_asyncio.fixture(loop_scope="module")
async def place(tmp_path):
    async with serving(tmp_path, reply) as place:
        yield place


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser, place: Place):
    context = await browser.new_context(locale="de-DE")
    page = await context.new_page()
    await page.goto(f"{place.url}/chat")
    await expect(page.get_by_role("log")).to_contain_text("Guten Tag.")
    yield page
    await context.close()


async def test_a_conversation_ends_after_a_question_and_nobody_comes_back_to_it(page: Page, place: Place):
    asked: list[str] = []
    page.once("dialog", lambda dialog: asked.append(dialog.message) or dialog.dismiss())
    await page.get_by_role("button", name="Gespräch beenden").click()
    await expect(page.get_by_role("textbox", name="Nachricht")).to_be_visible()
    assert "/austreten oder /loeschen" in asked[0]
    page.once("dialog", lambda dialog: dialog.accept())
    await page.get_by_role("button", name="Gespräch beenden").click()
    await expect(page.get_by_text("Beendet. Laden Sie die Seite neu")).to_be_visible()
    await expect(page.get_by_role("textbox", name="Nachricht")).to_be_hidden()
    await expect(page.get_by_role("button", name="Gespräch beenden")).to_be_hidden()
    assert [incoming.kind for incoming in place.core.heard] == [Kind.JOINED, Kind.LEFT]
    assert await page.context.cookies(f"{place.url}/chat") == []


async def test_an_end_that_cannot_be_kept_is_said_and_the_conversation_goes_on(page: Page):
    said: list[str] = []

    async def accept(dialog) -> None:
        said.append(dialog.message)
        await dialog.accept()

    page.on("dialog", accept)
    await page.route("**/chat/ende*", lambda route: route.fulfill(status=503))
    await page.get_by_role("button", name="Gespräch beenden").click()
    await page.get_by_role("textbox", name="Nachricht").fill("Bin noch da")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("log")).to_contain_text("Angekommen.")
    assert "noch einmal" in said[1]
