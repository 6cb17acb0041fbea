"""The public pages: what they show, in which language, and what they never show."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import segno

from bot.core.ports import Work
from bot.core.running.housekeeping import days_kept
from bot.domain.event import EventDraft, EventState
from bot.domain.story import Scope, Story, StoryDraft, StoryState
from bot.web import Way
from tests.web.place import NOW, Place, serving

PUBLIC = ("/", "/geschichten", "/mitglieder", "/datenschutz", "/impressum", "/chat")


@pytest.fixture
async def place(tmp_path):
    ways = (Way("matrix", "Matrix", "https://matrix.to/#/@bund:example.org", "@bund:example.org"),)
    async with serving(tmp_path, ways=lambda: ways) as place:
        yield place


async def test_the_front_page_says_who_we_are_and_how_to_join(place: Place):
    page = (await place.http.get("/")).text
    alliance = place.site.alliance
    for words in (*alliance.about, *(goal.name for goal in alliance.goals)):
        assert words["de"] in page.replace("&#39;", "'").replace("<wbr>", "")
    assert 'href="https://matrix.to/#/@bund:example.org"' in page
    assert "<svg" in page
    assert 'href="/chat"' in page


async def test_a_qr_code_is_drawn_once_however_often_the_page_is_viewed(place: Place, monkeypatch):
    drawn, make = [], segno.make
    monkeypatch.setattr(segno, "make", lambda url, **more: drawn.append(url) or make(url, **more))
    for _ in range(3):
        assert "<svg" in (await place.http.get("/")).text
    assert len(drawn) <= 1


async def test_pages_speak_the_visitors_language(place: Place):
    german = (await place.http.get("/", headers={"accept-language": "fr, de-CH;q=0.8, en;q=0.5"})).text
    english = (await place.http.get("/", headers={"accept-language": "en-GB,en;q=0.9,de;q=0.1"})).text
    assert '<html lang="de">' in german
    assert "Unsere Ziele" in german
    assert '<html lang="en">' in english
    assert "Our goals" in english


async def test_a_language_asked_for_is_kept_in_the_links(place: Place):
    page = (await place.http.get("/?lang=en")).text
    assert 'href="/geschichten?lang=en"' in page
    assert '<html lang="en">' in (await place.http.get("/geschichten?lang=en")).text
    assert 'href="/mitglieder"' in (await place.http.get("/geschichten")).text


async def test_small_groups_are_not_counted_and_cannot_be_worked_out(place: Place):
    await place.members("person", 9)
    await place.members("company", 6)
    await place.members("chamber", 1)
    page = (await place.http.get("/")).text
    assert "<strong>16</strong>" in page
    assert re.search(r"<span>Privatperson</span><b>9</b>", page)
    assert "<span>Unternehmen</span>" not in page, "16 - 9 - 6 would give the chamber away"
    assert re.search(r"nicht einzeln:\s*Unternehmen, Kammer|nicht einzeln:\s*Kammer, Unternehmen", page)


async def test_a_young_alliance_does_not_count_its_members(place: Place):
    await place.members("person", 4)
    page = (await place.http.get("/")).text
    assert "beginnt gerade" in page
    assert "<strong>4</strong>" not in page


async def test_dates_to_come_are_on_the_front_page_and_proposed_ones_are_not(place: Place):
    def add(work: Work) -> None:
        begins = datetime.now(UTC) + timedelta(days=9)
        for title, state in (("Fest <b>", EventState.PUBLISHED), ("Geheim", EventState.PROPOSED)):
            work.events.add(EventDraft(title, begins, "Rathaus", "Wir reden.", 0), 1, state, begins)

    assert "Die nächsten Termine" not in (await place.http.get("/")).text
    await place.store.transact(add)
    shown = (await place.http.get("/")).text
    assert "Die nächsten Termine" in shown
    assert "Fest &lt;b&gt;" in shown
    assert "Geheim" not in shown


async def test_only_members_who_agreed_are_named(place: Place):
    await place.members("company", 2, listed=True, name="Bäckerei Morgenrot")
    await place.members("person", 3, name="Verborgen")
    for path in ("/", "/mitglieder"):
        page = (await place.http.get(path)).text
        assert "Bäckerei Morgenrot 1" in page
        assert "Verborgen" not in page


@pytest.mark.parametrize("kind", ["person", "company", "association"])
async def test_beside_a_listed_name_stands_the_place_and_nothing_else(place: Place, kind: str):
    """As the question about the list says: name and place."""
    await place.members(kind, 1, listed=True, name="Morgenrot")
    kinds = [name for one in place.site.alliance.kinds for name in one.name.values()]
    for path in ("/", "/mitglieder", "/?lang=en", "/mitglieder?lang=en"):
        page = (await place.http.get(path)).text
        listed = re.findall(r'<ul class="names">(.*?)</ul>', page, re.DOTALL)
        assert [re.sub(r"<[^>]+>", "|", names).strip("|\n") for names in listed] == ["Morgenrot 0||Lörrach"]
        assert not any(name in names for names in listed for name in kinds)


async def test_who_rests_is_not_named(place: Place):
    await place.members("company", 2, listed=True, name="Bäckerei Morgenrot")
    await place.store.transact(lambda work: work.members.pause(1, "Wahlwerbung", work.members.everybody()[0].joined_at))
    for path in ("/", "/mitglieder"):
        page = (await place.http.get(path)).text
        assert "Bäckerei Morgenrot 0" not in page
        assert "Bäckerei Morgenrot 1" in page
        assert "Wahlwerbung" not in page


async def test_a_public_story_has_a_page_of_its_own(place: Place):
    story = await place.story()
    page = (await place.http.get(f"/geschichten/{story.id}")).text
    for words in ("Solar auf dem Vereinsheim", "Wir haben gebaut.", "Früh fragen.", "Anna", "Ausstoß senken"):
        assert words in page
    assert f'href="/geschichten/{story.id}"' in (await place.http.get("/")).text


async def test_a_story_told_without_a_name_does_not_say_from_where_either(place: Place):
    named, unnamed = await place.story(), await place.story(credit="")
    for path, shown in (
        (f"/geschichten/{named.id}", True),
        (f"/geschichten/{unnamed.id}", False),
        ("/geschichten", True),
    ):
        page = (await place.http.get(path)).text
        assert (">Anna, Lörrach</" in page) is shown
        assert ">Lörrach</" not in page


@pytest.mark.parametrize(("scope", "approve"), [(Scope.PUBLIC, False), (Scope.ALLIANCE, True), (Scope.TEAM, True)])
async def test_stories_that_are_not_public_do_not_exist(place: Place, scope: Scope, approve: bool):
    story = await place.story(scope, approve=approve, title="Geheim")
    await give_picture(place, story.id)
    for path in (f"/geschichten/{story.id}", f"/bild/{story.id}"):
        assert (await place.http.get(path)).status_code == 404
    assert "Geheim" not in (await place.http.get("/")).text + (await place.http.get("/geschichten")).text


async def test_a_public_storys_picture_is_shown(place: Place):
    story = await place.story()
    await give_picture(place, story.id)
    answer = await place.http.get(f"/bild/{story.id}")
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.content == b"picture"
    assert f'src="/bild/{story.id}"' in (await place.http.get(f"/geschichten/{story.id}")).text


async def test_stories_are_leafed_through(place: Place):
    for _ in range(25):
        await place.story()
    first, second = (await place.http.get("/geschichten")).text, (await place.http.get("/geschichten?seite=2")).text
    assert first.count('class="card ') == 24
    assert second.count('class="card ') == 1
    for odd in ("0", "-1", "x", "99999999999999"):
        assert (await place.http.get(f"/geschichten?seite={odd}")).status_code == 200


async def test_what_does_not_exist_is_said_kindly(place: Place):
    for path in ("/nirgends", "/geschichten/999", "/geschichten/99999999999999999999999"):
        answer = await place.http.get(path, headers={"accept-language": "de"})
        assert answer.status_code == 404
        assert "Diese Seite gibt es nicht" in answer.text
    assert (await place.http.get("/bild/7")).status_code == 404


async def test_the_privacy_page_names_every_fact_of_the_notice(place: Place):
    page = (await place.http.get("/datenschutz")).text
    notice = place.site.alliance.notice
    facts = (
        notice.controller,
        notice.contact,
        notice.dpo,
        notice.basis,
        notice.hoster,
        notice.period,
        notice.dormant,
        notice.authority,
    )
    for words in facts:
        assert words["de"] in page
    assert "Cookie" in page
    assert f'href="{notice.link["de"]}"' in page, "the controller's own pages"
    assert "More from those responsible" in (await place.http.get("/datenschutz?lang=en")).text


async def test_the_privacy_page_says_of_each_time_what_it_is_for(place: Place, monkeypatch: pytest.MonkeyPatch):
    said = {"drafts": "Entwurf", "sent": "der Text", "ledger": "wann wir", "aside": "bearbeiten", "invitations": "Team"}
    assert said.keys() == days_kept().keys()
    days = {name: 101 + number for number, name in enumerate(said)}
    monkeypatch.setattr("bot.web.pages.days_kept", lambda: days)
    page = (await place.http.get("/datenschutz")).text
    lines = [line for line in page.split("</li>") if re.search(r"\b10\d\s+Tage", line)]
    assert len(lines) == len(said)
    for name, words in said.items():
        assert any(words in line and str(days[name]) in line for line in lines), (name, lines)


@pytest.mark.parametrize(
    ("language", "kept", "ways", "dormant"),
    [
        (
            "de",
            "der Text unserer Nachrichten an Sie: nach {} Tagen",
            "Bei <strong>/austreten</strong> wählen Sie: nur die Mitgliedschaft beenden oder alles löschen.",
            "werden Ihre Daten nach 24 Monaten ohne Kontakt gelöscht.",
        ),
        (
            "en",
            "the text of our messages to you: after {} days",
            "With <strong>/leave</strong> you choose: end only the membership, or delete everything.",
            "your data are deleted after 24 months without contact.",
        ),
    ],
)
async def test_the_privacy_page_says_what_the_assistant_does(
    place: Place, language: str, kept: str, ways: str, dormant: str
):
    page = (await place.http.get(f"/datenschutz?lang={language}")).text
    for words in (kept.format(days_kept()["sent"]), ways, dormant):
        assert words in page


async def test_public_pages_set_no_cookie_and_load_nothing_from_elsewhere(place: Place):
    for path in PUBLIC:
        answer = await place.http.get(path)
        assert answer.status_code == 200
        assert "set-cookie" not in answer.headers
        loaded = re.findall(r'(?:src|<link[^>]* href)="([^"]+)"', answer.text)
        assert all(address.startswith("/") for address in loaded), loaded


async def test_every_text_is_there_in_every_language(place: Place):
    await place.members("person", 9, listed=True)
    await place.story()
    for language in ("de", "en"):
        for path in (*PUBLIC, "/nirgends", "/geschichten/1"):
            assert "web-" not in re.sub(r'"[^"]*"', "", (await place.http.get(f"{path}?lang={language}")).text)


async def give_picture(place: Place, story: int) -> None:
    def give(work: Work) -> None:
        known = work.stories.get(story)
        assert known is not None
        assert known.author is not None
        file = work.files.add(known.author, b"picture", "bild.jpg", "image/jpeg", NOW)
        draft = replace(draft_of(known), picture=file.id)
        work.stories.replace(story, draft, known.credit, known.kind, known.municipality, NOW)
        if known.state is StoryState.APPROVED:
            work.stories.decide(story, StoryState.APPROVED, [StoryState.SUBMITTED], NOW)

    await place.store.transact(give)


def draft_of(story: Story) -> StoryDraft:
    return StoryDraft(story.title, story.what, story.tip, story.goal, story.picture, story.scope)
