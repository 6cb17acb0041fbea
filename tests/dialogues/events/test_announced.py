"""A date and the announcements about it."""

from tests.dialogues.events.test_planning import event, published
from tests.dialogues.news.test_news import FOLLOWS
from tests.dialogues.scenes import press
from tests.dialogues.stories.test_stories import by, organisers
from tests.stage import Stage


async def test_an_announcement_begun_before_stays_beside_the_one_of_a_date(stage: Stage) -> None:
    await stage.play(by("bert", FOLLOWS))
    await published(stage)
    await stage.play("""
        otto> /nachricht
        otto< Was möchten Sie schreiben?
        otto> Der Stammtisch zieht um.
        otto< Soll ein Bild oder eine Datei mit?
        otto> /termine
        otto< Kommen Sie? [Nachricht dazu]
        otto> [Nachricht dazu]
        otto< Angehalten: ... Ihr Entwurf bleibt ... Soll ein Bild oder eine Datei mit? [Ohne]
        otto> [Ohne]
        otto<
        otto> [Nein, nur Deutsch]
        otto<
        otto> [Veranstaltungen]
        otto<
        otto> [Zu keinem bestimmten]
        otto<
        otto> [Alle (1)]
        otto<
        otto> [So lassen]
        otto< Herbsttreffen ... Anmelden mit: /termine
        otto> /nachricht
        otto< Hier liegt noch ein Entwurf: Nachricht an das Bündnis ... [Weitermachen]
        otto> [Weitermachen]
        otto< Soll ein Bild oder eine Datei mit? [Ohne]
    """)


async def test_nothing_is_announced_of_what_is_off(stage: Stage) -> None:
    await published(stage)
    known = await event(stage)
    await stage.work(lambda work: work.events.call_off(known, "Sturm"))
    await stage.play("""
        otto> [Nachricht dazu]
        otto< Das hat sich inzwischen geändert. ... Herbsttreffen ... Dieser Termin fällt aus. Grund: Sturm
    """)


WRITES = """
    otto> [Nachricht dazu]
    otto<
    otto> [Ohne]
    otto<
    otto> [Nein, nur Deutsch]
    otto<
    otto> [Ohne Thema]
    otto<
    otto> [Zu keinem bestimmten]
    otto<
    otto> [Alle (1)]
    otto<
    otto> [So lassen]
    otto<
    otto> [Stimmt so]
    otto< Nachricht 1 (Entwurf) [Planen]
"""


async def test_what_was_to_be_announced_of_a_date_waits_when_it_is_moved(stage: Stage) -> None:
    await stage.play(by("bert", FOLLOWS))
    await published(stage)
    await stage.play(WRITES)
    await stage.play("""
        otto> [Planen]
        otto<
        otto> 1.12. 9 Uhr
        otto<
        otto> [Ja, so planen]
        otto<
    """)
    await press(stage, "otto", "event-change", 1, 1)
    await stage.play("""
        otto<
        otto> [Ort]
        otto<
        otto> Kirche
        otto< Kirche [So übernehmen]
        otto> [So übernehmen]
        otto< sollte noch eine Nachricht hinausgehen: Nachricht 1 ... alten Stand. ... Kirche [Nachricht 1 ansehen]
        otto> [Nachricht 1 ansehen]
        otto< Nachricht 1 (Entwurf) ... Rathaus Schopfheim ... hat sich geändert, seit sie geschrieben wurde.
        otto> [Ändern]
        otto< [Text]
        otto> [Text]
        otto<
        otto> Kommt am 3. Dezember in die Kirche.
        otto< Kirche [Stimmt so]
        otto> [Stimmt so]
    """)
    shown = stage.expect("otto", "Nachricht 1 (Entwurf) ... Kommt am 3. Dezember in die Kirche.")
    assert "hat sich geändert" not in shown.words
    stage.clock.turn(days=9)
    await stage.tick("announcements-due")
    await stage.play("bert<<")


SENDS = """
    otto> [Jetzt senden (an 1)]
    otto<
    otto> [Ja, senden]
    otto< geht jetzt
"""
CALLS_OFF = """
    otto<
    otto> [Ohne Grund absagen]
    otto<
    otto> [Ja, absagen]
"""
MOVED = """
    otto<
    otto> [Ort]
    otto<
    otto> Kirche
    otto< Kirche [So übernehmen]
    otto> [So übernehmen]
    otto< „Herbsttreffen“ ist geändert.
"""
CHANGED = "hat sich geändert, seit sie geschrieben wurde"


async def test_the_warning_stays_while_the_text_is_the_old_one(stage: Stage) -> None:
    await stage.play(by("bert", FOLLOWS))
    await published(stage)
    await stage.play(WRITES)
    await press(stage, "otto", "event-change", 1, 1)
    await stage.play(MOVED)
    await stage.play(f"""
        otto> [Nachricht 1 ansehen]
        otto< {CHANGED} [Ändern]
        otto> [Ändern]
        otto<
        otto> [Thema]
        otto<
        otto> [Veranstaltungen]
        otto<
        otto> [Stimmt so]
        otto< {CHANGED} [Jetzt senden (an 1)]
        otto> [Jetzt senden (an 1)]
        otto< {CHANGED} ... wirklich senden? [Ja, senden]
    """)


async def test_a_date_that_moves_while_it_is_written_of_is_noticed(stage: Stage) -> None:
    await stage.play(by("bert", FOLLOWS))
    await organisers(stage, olga="moderator")
    await published(stage)
    await stage.play(WRITES.rpartition("    otto> [Stimmt so]")[0])
    await press(stage, "olga", "event-change", 1, 1)
    await stage.play(MOVED.replace("otto", "olga"))
    await stage.play(f"""
        otto> [Stimmt so]
        otto< Nachricht 1 (Entwurf) ... {CHANGED}
    """)


async def test_whoever_wrote_of_a_date_hears_what_became_of_it(stage: Stage) -> None:
    await stage.play(by("bert", FOLLOWS))
    await organisers(stage, olga="moderator")
    await published(stage)
    await stage.play(WRITES)
    await press(stage, "olga", "event-change", 1, 1)
    await stage.play(MOVED.replace("otto", "olga"))
    await stage.play("""
        otto< „Herbsttreffen“ hat sich geändert. ... einen Entwurf: Nachricht 1 ... alten Stand. [Nachricht 1 ansehen]
    """)


async def test_what_is_going_out_about_a_date_pauses_when_that_is_called_off(stage: Stage) -> None:
    await stage.play(by("bert", FOLLOWS))
    await published(stage)
    await stage.play(WRITES)
    await stage.play(SENDS)
    await press(stage, "otto", "event-call-off", 1, 1)
    await stage.play(CALLS_OFF)
    await stage.play("""
        otto< geht gerade eine Nachricht hinaus: Nachricht 1 ... Ich habe sie angehalten. [Nachricht 1 ansehen]
    """)
    await stage.tick("announcements")
    await stage.play("""
        bert<<
        otto> [Nachricht 1 ansehen]
        otto< Nachricht 1 (angehalten) ... fällt aus. [Weiter] [Senden abbrechen]
    """)


async def test_of_what_pauses_already_nobody_says_that_it_has_arrived(stage: Stage) -> None:
    await stage.play(by("bert", FOLLOWS))
    await published(stage)
    await stage.play(WRITES)
    await stage.play(SENDS)
    await press(stage, "otto", "announcement-pause", 1)
    await stage.play("otto<")
    await press(stage, "otto", "event-call-off", 1, 1)
    await stage.play(CALLS_OFF)
    await stage.play("otto< geht gerade eine Nachricht hinaus: Nachricht 1 ... Ich habe sie angehalten.")


async def test_what_has_arrived_about_a_date_is_named(stage: Stage) -> None:
    await stage.play(by("bert", FOLLOWS))
    await published(stage)
    await stage.play(WRITES)
    await stage.play(SENDS)
    await stage.tick("announcements")
    await stage.tick("announcements")
    await stage.play("bert< Herbsttreffen\notto< ist durch")
    await press(stage, "otto", "event-call-off", 1, 1)
    await stage.play(CALLS_OFF)
    await stage.play("""
        otto< schon eine Nachricht angekommen: Nachricht 1 ... lässt sich noch korrigieren. [Nachricht 1 ansehen]
        otto> [Nachricht 1 ansehen]
        otto< [Korrigieren]
    """)


async def test_what_was_written_of_a_date_is_named_when_it_is_called_off(stage: Stage) -> None:
    await stage.play(by("bert", FOLLOWS))
    await published(stage)
    await stage.play(WRITES)
    await press(stage, "otto", "event-call-off", 1, 1)
    await stage.play(CALLS_OFF)
    await stage.play("""
        otto< „Herbsttreffen“ ist abgesagt. ... einen Entwurf: Nachricht 1 ... alten Stand. [Nachricht 1 ansehen]
        otto> [Nachricht 1 ansehen]
        otto< Nachricht 1 (Entwurf) ... Der Termin, von dem diese Nachricht erzählt, fällt aus.
    """)
