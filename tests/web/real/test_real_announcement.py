"""An announcement in a real Chromium: pictures, a document, corrected and withdrawn, for eyes and screen readers."""

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.core.messages import Choice, Incoming, Kind, Outgoing
from bot.domain.people.person import Person
from tests.stage import picture
from tests.web.place import NOW, Place, serving

pytestmark = pytest.mark.asyncio(loop_scope="module")


def reply(incoming: Incoming) -> tuple[Outgoing, ...]:
    return (Outgoing("Guten Tag."),) if incoming.kind is Kind.JOINED else ()


@pytest_asyncio.fixture(loop_scope="module")
async def place(tmp_path):
    async with serving(tmp_path, reply) as place:
        yield place


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser, place: Place):
    context = await browser.new_context(locale="de-DE", viewport={"width": 360, "height": 700})
    page = await context.new_page()
    await page.goto(f"{place.url}/chat")
    await expect(page.get_by_role("log")).to_contain_text("Guten Tag.")
    yield page
    await context.close()


async def announce(place: Place) -> tuple[str, int]:
    """Two pictures and a document with words and a choice; the address and the message's number."""

    def add(work):
        person: Person = work.people.meet("browser:web", "x", "de", NOW)[0]
        kept = [work.files.add(person.id, picture(), "bild.jpg", "image/jpeg", NOW) for _ in (1, 2)]
        return (*kept, work.files.add(person.id, b"%PDF", "<b>Müll</b>.pdf", "application/pdf", NOW))

    address = place.core.heard[0].address
    await place.knows(address)
    news = Outgoing("Am **Freitag** um 17 Uhr.", (Choice("Ich komme", "yes~x"),), await place.store.transact(add))
    return address, await place.core.say(place.transport, address, news)


async def test_pictures_have_names_and_a_document_can_be_downloaded(page: Page, place: Place):
    await announce(place)
    log = page.get_by_role("log")
    await expect(log.get_by_role("img")).to_have_count(2)
    for name in ("Bild 1", "Bild 2"):
        shown = log.get_by_role("img", name=name)
        await expect(shown).to_be_visible()
        assert await shown.evaluate("async image => { await image.decode(); return image.naturalWidth }") == 40
    link = log.get_by_role("link", name="Datei herunterladen: <b>Müll</b>.pdf")
    async with page.expect_download() as download:
        await link.click()
    assert (await download.value).suggested_filename.endswith(".pdf")
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360


async def test_a_correction_changes_the_words_and_leaves_the_files(page: Page, place: Place):
    address, number = await announce(place)
    log = page.get_by_role("log")
    await expect(log).to_contain_text("Am Freitag um 17 Uhr.")
    await place.core.say(place.transport, address, Outgoing("Am **Samstag** um 17 Uhr."), (str(number),))
    await expect(log).to_contain_text("Am Samstag um 17 Uhr.")
    await expect(log).not_to_contain_text("Freitag")
    await expect(log.get_by_role("img")).to_have_count(2)
    await expect(log).to_have_attribute("aria-live", "polite")  # the new words are read out


async def test_a_withdrawn_message_leaves_no_trace_and_the_focus_is_not_lost(page: Page, place: Place):
    address, number = await announce(place)
    log = page.get_by_role("log")
    await page.get_by_role("button", name="Ich komme").focus()
    await place.core.say(place.transport, address, Outgoing("", withdrawn=True), (str(number),))
    await expect(log).not_to_contain_text("17 Uhr")
    await expect(log.get_by_role("img")).to_have_count(0)
    await expect(log.locator(".message")).to_have_count(1)
    await expect(page.get_by_role("textbox", name="Nachricht")).to_be_focused()
    assert "17 Uhr" not in await page.evaluate("JSON.stringify(sessionStorage)")
    frames: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(str(frame))))
    await page.evaluate("sessionStorage.clear()")
    await page.reload()
    await expect(log).to_contain_text("Guten Tag.")
    await expect(log.locator(".message")).to_have_count(1)
    assert frames
    assert "17 Uhr" not in "".join(frames), "a page that comes back never gets it"


async def test_a_picture_of_ours_says_what_it_shows(page: Page, place: Place):
    def add(work):
        person: Person = work.people.meet("browser:web", "x", "de", NOW)[0]
        return (work.files.add(person.id, picture(), "Balken, 12 von 15 angekommen.png", "image/png", NOW),)

    report = Outgoing("Der Bericht", files=await place.store.transact(add))
    await place.core.say(place.transport, place.core.heard[0].address, report)
    await expect(page.get_by_role("log").get_by_role("img", name="Balken, 12 von 15 angekommen")).to_be_visible()


async def test_an_announcement_can_be_replied_to_by_keyboard(page: Page, place: Place):
    """What is typed afterwards says which message it is about, and so does what follows no more."""
    address = place.core.heard[0].address
    number = await place.core.say(place.transport, address, Outgoing("Am **Freitag** um 17 Uhr."), unasked=True)
    button = page.get_by_role("button", name="Antworten", exact=True)
    await expect(button).to_have_count(1)
    await button.press("Enter")
    await expect(page.get_by_text("Antwort auf: Am Freitag um 17 Uhr.")).to_be_visible()
    await expect(page.get_by_role("textbox", name="Nachricht")).to_be_focused()
    await page.keyboard.type("Kommt auch ein Bus?")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Danke")
    await page.keyboard.press("Enter")
    said = [(one.text, one.reply_to) for one in await place.core.hears(3) if one.kind is Kind.TEXT]
    assert said == [("Kommt auch ein Bus?", str(number)), ("Danke", "")]
    await expect(page.get_by_role("log")).to_contain_text("Antwort auf: Am Freitag um 17 Uhr.Kommt auch ein Bus?")
    await page.reload()
    await expect(button).to_have_count(1)
    await button.click()
    await page.get_by_role("button", name="Doch nicht antworten").click()
    await expect(page.get_by_role("button", name="Doch nicht antworten")).to_have_count(0)
    await place.core.say(place.transport, address, Outgoing("", withdrawn=True), (str(number),))
    await expect(button).to_have_count(0)
