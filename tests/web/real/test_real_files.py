"""What people send besides typed words, in a real Chromium: pictures, documents, long texts, the clipboard."""

from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from bot.core.messages import Content, Incoming, Kind, Outgoing
from tests.stage import picture
from tests.web.place import Place, serving

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHOOSER = "Bilder oder Datei auswählen"

PASTE = """box => {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([Uint8Array.of(137, 80, 78, 71)], 'foto.png', {type: 'image/png'}));
  box.dispatchEvent(new ClipboardEvent('paste', {clipboardData, cancelable: true}));
}"""


def reply(incoming: Incoming) -> tuple[Outgoing, ...]:
    if incoming.kind is Kind.JOINED:
        return (Outgoing("Guten Tag."),)
    return (Outgoing("Bild da." if incoming.kind is Kind.PICTURE else "Angekommen."),)


@pytest_asyncio.fixture(loop_scope="module")
async def place(tmp_path):
    async with serving(tmp_path, reply) as place:
        yield place


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser, place: Place):
    context = await browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    await page.goto(f"{place.url}/chat")
    await expect(page.get_by_role("log")).to_contain_text("Guten Tag.")
    yield page
    await context.close()


async def test_a_picture_is_sent_with_its_words(page: Page, place: Place):
    chooser = page.get_by_label(CHOOSER)
    await chooser.set_input_files({"name": "dach.png", "mimeType": "image/png", "buffer": picture()})
    await expect(page.get_by_text("Wird mitgesendet: dach.png")).to_be_visible()
    await page.get_by_role("button", name="Auswahl entfernen").press("Enter")
    await expect(page.get_by_text("Wird mitgesendet: dach.png")).to_have_count(0)
    await chooser.set_input_files({"name": "dach.png", "mimeType": "image/png", "buffer": picture()})
    await expect(page.get_by_role("textbox", name="Nachricht")).to_be_focused()
    await page.keyboard.type("Unser Dach")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("log")).to_contain_text("Bild da.")
    heard = place.core.heard[-1]
    assert heard.attachment is not None
    assert heard.text == "Unser Dach"
    assert await place.transport.fetch(heard.attachment, 10_000) == picture()
    await expect(page.get_by_role("img", name="dach.png")).to_be_visible()


async def test_several_pictures_and_a_document_come_one_by_one_and_in_order(page: Page, place: Place):
    names = [f"dach{at}.png" for at in range(5)]
    files = [{"name": name, "mimeType": "image/png", "buffer": picture()} for name in names]
    await page.get_by_label(CHOOSER).set_input_files(files)
    document = {"name": "Programm.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"}
    await page.get_by_label(CHOOSER).set_input_files([document])
    await expect(page.get_by_text(f"Wird mitgesendet: {', '.join([*names, 'Programm.pdf'])}")).to_be_visible()
    await page.get_by_role("textbox", name="Nachricht").fill("Unsere Dächer")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("log")).to_contain_text("Datei: Programm.pdf")
    sent = [one for one in await place.core.hears(7) if one.attachment]
    assert [one.attachment.name for one in sent if one.attachment] == [*names, "Programm.pdf"]
    assert [one.text for one in sent] == ["Unsere Dächer", "", "", "", "", Content.DOCUMENT]
    for one in sent:
        assert one.attachment is not None
        assert await place.transport.fetch(one.attachment, 10_000)


async def test_a_picture_can_be_pasted(page: Page, place: Place):
    await page.get_by_role("textbox", name="Nachricht").evaluate(PASTE)
    await expect(page.get_by_text("Wird mitgesendet: foto.png")).to_be_visible()
    await page.get_by_role("button", name="Senden").click()
    await expect(page.get_by_role("log")).to_contain_text("Bild da.")


@pytest.mark.parametrize(
    ("name", "size", "words"),
    [("gross.png", 10 * 1024 * 1024 + 1, "Das Bild ist zu groß."), ("gross.pdf", 20 * 1024 * 1024 + 1, "Die Datei")],
)
async def test_too_large_a_file_is_refused_in_words(page: Page, place: Place, tmp_path: Path, name, size, words):
    large = tmp_path / name
    large.write_bytes(b"x" * size)
    await page.get_by_label(CHOOSER).set_input_files(large)
    await expect(page.get_by_text(words)).to_be_visible()
    await expect(page.get_by_role("button", name="Auswahl entfernen")).to_have_count(0)


async def test_no_word_that_is_pasted_gets_lost(page: Page, place: Place):
    """All that the assistant can answer to comes whole; what no line holds stays in the box, with a reason."""
    box = page.get_by_role("textbox", name="Nachricht")
    whole = "ä" * 50_000 + "Ende"
    await box.fill(whole)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("log")).to_contain_text("Angekommen.")
    assert place.core.heard[-1].text == whole
    await box.fill("ä" * 70_000)
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Das ist zu lang für eine Nachricht.")).to_be_visible()
    await expect(box).to_have_value("ä" * 70_000)
    await box.fill("kurz")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Das ist zu lang für eine Nachricht.")).to_have_count(0)
    assert (await place.core.hears(3))[-1].text == "kurz"
