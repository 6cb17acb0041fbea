"""Writing a date: questions, release, change, calling it off, and what only organisers see."""

from bot.core.ports import Work
from bot.domain.event import Event
from tests.dialogues.news.test_news import FOLLOWS
from tests.dialogues.scenes import JOINS, press, read_the_notice
from tests.dialogues.stories.test_moderating import deeds
from tests.dialogues.stories.test_stories import by, organisers
from tests.stage import Stage

CHANGES = "event-changes"
WRITTEN = """
    otto> /termin
    otto< Wie heißt der Termin?
    otto> Herbsttreffen
    otto< Wann beginnt er? Zum Beispiel „24.12. 17:00“.
    otto> 3.12. 18 Uhr
    otto< Wo findet er statt?
    otto> Rathaus Schopfheim
    otto< Worum geht es?
    otto> Wir tauschen aus, was gelungen ist.
    otto< Wie viele Plätze gibt es? [Ohne Begrenzung]
    otto> [Ohne Begrenzung]
    otto< So sieht der Termin aus: ... Herbsttreffen ... Donnerstag, 3. Dezember 2026, 18:00 Uhr ... Rathaus Schopfheim
"""
PUBLISHED = f"""
    {WRITTEN}
    otto> [Termin veröffentlichen]
    otto< „Herbsttreffen“ ist veröffentlicht. ... /termine [Nachricht dazu] [Ändern] [Absagen] [Termin ansehen]
"""


async def event(stage: Stage) -> Event:
    """The first date."""
    found = await stage.work(lambda work: work.events.get(1))
    assert isinstance(found, Event)
    return found


async def guests(stage: Stage) -> int:
    """How many come to it."""

    def look(work: Work) -> int:
        return len(work.events.guests(1))

    count = await stage.work(look)
    assert isinstance(count, int)
    return count


async def published(stage: Stage) -> None:
    """Otto, a moderator, has published a date."""
    await organisers(stage, otto="moderator")
    await stage.play(PUBLISHED)


async def comes(stage: Stage, name: str = "") -> None:
    """Somebody who has read the notice comes."""
    await read_the_notice(stage, name)
    await stage.play(f"""
        {name}> /termine
        {name}< Herbsttreffen ... Kommen Sie? [Ich komme]
        {name}> [Ich komme]
        {name}< Schön, dass Sie kommen! Herbsttreffen: Donnerstag, 3. Dezember 2026, 18:00 Uhr, Rathaus Schopfheim.
        {name}<<
    """)


async def test_a_time_that_cannot_be_is_explained_and_asked_again(stage: Stage) -> None:
    await organisers(stage, otto="moderator")
    await stage.play("""
        otto> /termin
        otto< Wie heißt der Termin?
        otto> Herbsttreffen
        otto< Wann beginnt er?
        otto> gestern 9 Uhr
        otto< Dieser Zeitpunkt ist schon vorbei.
        otto> 28.3.2027 2:30
        otto< Diese Stunde gibt es nicht
        otto> morgen
        otto< Mir fehlt noch die Uhrzeit.
        otto> morgen 18 Uhr
        otto< Wo findet er statt?
        otto> Rathaus
        otto< Worum geht es?
        otto> Reden
        otto< Wie viele Plätze
        otto> viele
        otto< Bitte schreiben Sie eine ganze Zahl von 1 bis
        otto> 40
        otto< Dienstag, 24. November 2026, 18:00 Uhr ... Plätze: 40 [Termin veröffentlichen] [Ändern]
    """)


async def test_an_editors_date_waits_for_a_moderator(stage: Stage) -> None:
    await organisers(stage, otto="editor", olga="moderator")
    await stage.play(WRITTEN)
    await stage.play("""
        otto> [Zur Freigabe geben]
        otto< Der Termin liegt jetzt bei der Moderation.
        > /termine
        < Zurzeit steht kein Termin an.
        olga< Ein neuer Termin wartet auf die Freigabe: ... Herbsttreffen [Freigeben] [Ändern] [Nicht freigeben]
        olga> /ueberblick
        olga< Termine: 1, /termine [Termine ansehen]
        olga> [Termine ansehen]
        olga< Herbsttreffen ... noch nicht veröffentlicht. [Freigeben]
        olga> [Freigeben]
        olga< „Herbsttreffen“ ist veröffentlicht.
        otto< Ihr Termin „Herbsttreffen“ ist veröffentlicht. Danke!
        > /termine
        < Herbsttreffen ... Kommen Sie?
    """)
    await press(stage, "otto", "event-publish", 1, 2)
    await stage.play("otto< Das können im Team nur")
    assert await deeds(stage) == ["event-proposed", "event-published"]


async def test_what_was_changed_meanwhile_is_shown_and_not_decided(stage: Stage) -> None:
    await organisers(stage, olga="owner")
    await published(stage)
    await stage.play("""
        otto> [Ändern]
        otto< Was möchten Sie ändern? [Ort] [Plätze]
        otto> [Ort]
        otto< Wo findet er statt?
        otto> Kirche
        otto< Kirche [So übernehmen]
        otto> [So übernehmen]
        otto< „Herbsttreffen“ ist geändert. ... Kirche
    """)
    await press(stage, "olga", "event-change", 1, 1)
    await stage.play("olga< Das hat sich inzwischen geändert. So steht es jetzt: ... Kirche [Ändern] [Absagen]")


async def test_those_who_come_hear_of_another_place_once(stage: Stage) -> None:
    await published(stage)
    await comes(stage)
    await stage.play("""
        otto> [Ändern]
        otto<
        otto> [Zeit]
        otto< Wann beginnt er?
        otto> 4.12. 19 Uhr
        otto< Freitag, 4. Dezember 2026, 19:00 Uhr
        otto> [So übernehmen]
        otto< „Herbsttreffen“ ist geändert. Alle Angemeldeten erfahren es.
        <<
    """)
    await stage.tick(CHANGES)
    await stage.tick(CHANGES)
    await stage.play("""
        < Ein Termin hat sich geändert. ... Freitag, 4. Dezember 2026, 19:00 Uhr [Ich komme doch nicht]
        <<
        otto> /termine
        otto< Eine Anmeldung. [Ändern]
        otto> [Ändern]
        otto<
        otto> [Beschreibung]
        otto< Worum geht es?
        otto> Um alles.
        otto< Um alles.
        otto> [So übernehmen]
        otto< „Herbsttreffen“ ist geändert.
    """)
    await stage.tick(CHANGES)
    await stage.play("<<")


async def test_calling_off_is_told_with_its_reason(stage: Stage) -> None:
    await published(stage)
    await comes(stage)
    await stage.play("""
        otto> [Absagen]
        otto< Warum fällt „Herbsttreffen“ aus? [Ohne Grund absagen]
        otto> Sturmwarnung
        otto< wirklich absagen? ... Eine Person ist angemeldet [Ja, absagen]
        otto> [Ja, absagen]
        otto< „Herbsttreffen“ ist abgesagt. Alle Angemeldeten erfahren es.
    """)
    stage.clock.turn(hours=13)  # 23:00 in Lörrach, and a week ahead: that can wait
    await stage.tick(CHANGES)
    await stage.play("<<")
    stage.clock.turn(hours=9)
    await stage.tick(CHANGES)
    await stage.tick(CHANGES)
    await stage.play("""
        < Leider fällt ein Termin aus: Herbsttreffen, Donnerstag, 3. Dezember 2026, 18:00 Uhr. Grund: Sturmwarnung
        <<
        > /termine
        < Zurzeit steht kein Termin an.
    """)
    assert (await deeds(stage))[-1] == "event-called-off"


async def test_the_announcement_of_a_date_is_written_already(stage: Stage) -> None:
    await stage.play(by("bert", FOLLOWS))
    await published(stage)
    await stage.play("""
        otto> [Nachricht dazu]
        otto< Soll ein Bild oder eine Datei mit? [Ohne]
        otto> [Ohne]
        otto< auch in einer anderen Sprache? [Nein, nur Deutsch]
        otto> [Nein, nur Deutsch]
        otto< Worum geht es? [Veranstaltungen]
        otto> [Veranstaltungen]
        otto<
        otto> [Zu keinem bestimmten]
        otto< Für wen ist die Nachricht? [Alle (1)]
        otto> [Alle (1)]
        otto<
        otto> [So lassen]
        otto< So kommt sie an: ... Herbsttreffen ... Donnerstag, 3. Dezember 2026, 18:00 Uhr ... Anmelden mit: /termine
    """)


async def test_who_comes_leaves_the_house_as_a_file_and_is_noted(stage: Stage) -> None:
    await published(stage)
    await stage.play(JOINS)
    await stage.play("""
        > /termine
        < [Ich komme]
        > [Ich komme]
        < Schön, dass Sie kommen!
    """)
    await comes(stage, "bert")
    await stage.play("""
        otto> /termine
        otto< 2 Anmeldungen. [Wer kommt?]
        otto> [Wer kommt?]
    """)
    file = stage.expect("otto", "2 Anmeldungen zu „Herbsttreffen“.").file.decode("utf-8-sig")
    assert file.splitlines() == ["Name;Angemeldet am", "Lea;2026-11-23", "ohne Namen;2026-11-23"]
    assert (await deeds(stage))[-1] == "event-guests-exported"
    await press(stage, "bert", "event-names", 1)
    await stage.play("bert< nur das Team")


async def test_it_reads_well_in_english(stage: Stage) -> None:
    await organisers(stage, otto="owner")
    await stage.play("""
        otto> /language en
        otto< English
        otto> /event
        otto< What is the event called?
        otto> Autumn meeting
        otto< When does it begin?
        otto> 3 December 6 pm
        otto< Where does it take place?
        otto> Town hall
        otto< What is it about?
        otto> We talk.
        otto< How many places are there? [No limit]
        otto> 1
        otto< Autumn meeting ... Thursday, 3 December 2026 ... Town hall ... Places: 1 [Publish the event]
        otto> [Publish the event]
        otto< "Autumn meeting" is published. ... /events [Announce it] [Call off]
        otto> [Call off]
        otto< Why is "Autumn meeting" called off? [Call off without a reason]
        otto> [Call off without a reason]
        otto< Nobody has signed up yet. [Yes, call it off]
        otto> [Yes, call it off]
        otto< "Autumn meeting" is called off.
    """)
