"""Everything an organiser decides about an announcement, one answer after the other, and changing any of them."""

from handlers.announcements.releasing.card import mark
from tests.dialogues.announcing.test_announcing import TICK, TO_THE_AUDIENCE, WRITES, WRITTEN, audience, first
from tests.dialogues.scenes import press
from tests.dialogues.stories.test_stories import organisers
from tests.stage import Stage


async def test_an_empty_text_and_a_far_too_long_one_get_one_sentence_each(stage: Stage) -> None:
    await organisers(stage, olga="editor")
    await stage.play(f"""
        olga> /nachricht
        olga<
        olga> \u200b\u200b
        olga< Da steht noch nichts. Bitte schreiben Sie den Text der Nachricht.
        olga> {"Wort " * 10_000}
        olga< Das ist zu lang: ... Zeichen. Bitte höchstens 10.000.
        olga> Hallo
        olga< Soll ein Bild
        olga<<
    """)


async def test_ten_pictures_go_along_and_the_eleventh_is_one_too_many(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        olga> /nachricht
        olga<
        olga> Bilder vom Fest
        olga< Soll ein Bild oder eine Datei mit?
        olga> (picture)
        olga< Ein Bild ist da. Noch eins? [Fertig]
    """)
    for count in range(2, 10):
        await stage.play(f"""
            olga> (picture)
            olga< {count} Bilder sind da. Noch eins? [Fertig]
        """)
    await stage.play("""
        olga> (picture)
        olga< 10 Bilder sind da. Mehr passen nicht dazu. [Fertig]
        olga> (picture)
        olga< Dieses Bild ist nicht dabei. ... 10 Bilder sind da.
        olga> [Fertig]
        olga< anderen Sprache
        olga> [Nein, nur Deutsch]
        olga<
        olga> [Ohne Thema]
        olga<
        olga> [Zu keinem bestimmten]
        olga<
        olga> [Nur Mitglieder (1)]
        olga<
        olga> [So lassen]
    """)
    while (seen := stage.seat("olga").seen()) is not None and "So kommt sie an" not in seen.words:
        pass
    await stage.play("olga> [Stimmt so]")
    assert len((await first(stage)).draft.files) == 10


async def test_a_second_language_reaches_those_who_read_it_and_the_others_get_a_mark(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        bert> /language en
        bert<
    """)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Jetzt senden (an 2)]
        olga<
        olga> [Ja, senden]
        olga<
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März treffen
        bert< (in German) ... Am 3. März ... Unsubscribe: STOP
    """)
    second = TO_THE_AUDIENCE.replace(
        "olga> [Nein, nur Deutsch]",
        """olga> [Ja, auf Englisch]
    olga< Bitte schicken Sie mir den Text auf Englisch.
    olga> We meet on 3 March.""",
    )
    await stage.tick(TICK)
    stage.expect("olga", "ist durch")
    await stage.play(second)
    await stage.play("""
        olga> [Alle (2)]
        olga<
        olga> [So lassen]
        olga< Am 3. März ... Und auf Englisch: ... We meet on 3 March. ... Unsubscribe
        olga> [Stimmt so]
        olga< Nachricht 2 (Entwurf) ... Am 3. März ... Und auf Englisch: ... We meet on 3 March. ... Unsubscribe: STOP
        olga> [Jetzt senden (an 2)]
        olga<
        olga> [Ja, senden]
        olga<
    """)
    await stage.tick(TICK)
    await stage.play("""
        lea< Am 3. März treffen
        bert< We meet on 3 March.
    """)


async def test_the_audience_is_narrowed_as_often_as_one_likes(stage: Stage) -> None:
    await audience(stage)
    await stage.play(TO_THE_AUDIENCE)
    await stage.play("""
        olga> [Nur Mitglieder (1)]
        olga< alle Mitglieder. Das ist genau ein Mensch.
        olga> [Art der Mitglieder]
        olga< Welche Art von Mitgliedern? [Privatperson (1)] [Unternehmen (0)]
        olga> [Unternehmen (0)]
        olga< alle Mitglieder, Art: Unternehmen. Das ist gerade niemand.
        olga> [Art der Mitglieder]
        olga< [Privatperson (1)]
        olga> [Privatperson (1)]
        olga< Art: Unternehmen, Privatperson. Das ist genau ein Mensch.
        olga> [Ort oder Gebiet]
        olga< Welcher Ort? ... ein ganzes Gebiet. [Oberes Wiesental (0)]
        olga> Atlantis
        olga< „Atlantis“ kenne ich hier nicht.
        olga> Basel
        olga< Meinen Sie Hasel? Bitte schreiben Sie den Namen aus.
        olga> Stein
        olga< aus Steinen. Das ist genau ein Mensch.
        olga> [Ort oder Gebiet]
        olga<
        olga> [Oberes Wiesental (0)]
        olga< aus 13 Orten. Das ist genau ein Mensch.
        olga> [Wer ein Thema will]
        olga< Wer will welches Thema? [Veranstaltungen (1)]
        olga> [Veranstaltungen (1)]
        olga< mit dem Thema Veranstaltungen
        olga> [Ziel der Mitglieder]
        olga< [Ausstoß senken (0)]
        olga> zurück
        olga< Noch enger, oder so lassen?
        olga> [Sprache]
        olga< Wer liest in welcher Sprache? [Deutsch (Sie) (1)] [English (0)]
        olga> [Deutsch (Sie) (1)]
        olga< Sprache: Deutsch
        olga> [So lassen]
        olga< So kommt sie an: ... Das ist genau 1 Mensch.
        olga> [Stimmt so]
        olga<
    """)
    audience_kept = (await first(stage)).draft.audience
    assert audience_kept.kinds == ("company", "person")
    assert len(audience_kept.municipalities) == 13
    assert audience_kept.languages == ("de", "de-du")


async def test_every_answer_can_be_changed_on_the_last_look(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITTEN)
    await stage.play("""
        olga> [Ändern]
        olga< Was möchten Sie ändern? [Text] [Bilder oder Datei] [Sprachen] [Thema] [Ziel] [Empfänger]
        olga> [Empfänger]
        olga< Für wen
        olga> [Nur Mitglieder (1)]
        olga<
        olga> [So lassen]
        olga< alle Mitglieder. Das ist genau 1 Mensch.
        olga> [Ändern]
        olga<
        olga> [Text]
        olga< Was möchten Sie schreiben?
        olga> Hallo Steinen!
        olga< Hallo Steinen! ... alle Mitglieder
    """)


async def test_the_card_reopens_the_same_dialogue_with_all_answers(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Ändern]
        olga< Was möchten Sie ändern?
        olga> [Text]
        olga<
        olga> Hallo zusammen!
        olga< So kommt sie an: ... Hallo zusammen!
        olga> [Stimmt so]
        olga< Nachricht 1 (Entwurf) ... Hallo zusammen!
    """)
    assert (await first(stage)).words.body == "Hallo zusammen!"


async def test_a_choice_under_an_older_card_does_not_send_what_was_changed_since(stage: Stage) -> None:
    await audience(stage)
    await stage.play(WRITES)
    await stage.play("""
        olga> [Jetzt senden (an 2)]
        olga< wirklich senden?
        olga> [Nein, zurück]
        olga< Nachricht 1 (Entwurf)
        olga> [Ändern]
        olga<
        olga> [Text]
        olga<
        olga> Etwas ganz anderes
        olga<
        olga> [Stimmt so]
        olga< Etwas ganz anderes
        olga> [Ja, senden]
        olga< Diese Frage ist nicht mehr offen.
    """) if not stage.fake.abilities.closes_questions else None
    await stage.tick(TICK)
    await stage.play("lea<<")


async def test_an_audience_of_nobody_cannot_be_sent_to_and_the_draft_stays(stage: Stage) -> None:
    await audience(stage)
    await stage.play(TO_THE_AUDIENCE)
    await stage.play("""
        olga> [Nur Mitglieder (1)]
        olga<
        olga> [Ort oder Gebiet]
        olga<
        olga> Weil
        olga< Das ist gerade niemand.
        olga> [So lassen]
        olga< sind gerade 0 Menschen
        olga> [Stimmt so]
    """)
    card = stage.expect("olga", "Das ist gerade niemand. Senden geht erst mit anderen Empfängern.")
    assert list(card.labels) == ["Test an mich", "Ändern", "Verwerfen"]
    await press(stage, "olga", "announcement-sure", "send", 1, mark((await first(stage)).draft))
    await stage.play("olga< gerade niemanden. Der Entwurf bleibt. ... Nachricht 1 (Entwurf)")


async def test_party_names_are_hinted_at_in_preview_and_card(stage: Stage) -> None:
    await audience(stage)
    writes = WRITES.replace("im Rathaus.", "mit der FDP.")
    await stage.play(writes.replace("genau 2 Menschen.\n", "genau 2 Menschen. ... (FDP)\n"))


async def test_only_the_team_writes(stage: Stage) -> None:
    await stage.play("""
        > /nachricht
        < Das kann nur das Team
        > /sendungen
        < Das kann nur das Team
    """)


async def test_one_document_goes_along_or_pictures_but_not_both(stage: Stage) -> None:
    await audience(stage)
    await stage.play("""
        olga> (a document)
        olga< Mit dieser Datei kann ich leider nichts anfangen.
        olga> /nachricht
        olga<
        olga> Das Programm
        olga< Soll ein Bild oder eine Datei mit?
        olga> (picture)
        olga< Ein Bild ist da. Noch eins?
        olga> (a document)
        olga< Entweder Bilder oder eine Datei. Diese Datei ist nicht dabei.
        olga> zurück
        olga< Soll ein Bild oder eine Datei mit?
        olga> (a huge document)
        olga< Diese Datei ist zu groß. Bis 20 MB sind möglich. ... Soll ein Bild oder eine Datei mit?
        olga> (a document)
        olga< anderen Sprache
    """)


async def test_a_draft_is_only_what_has_words_in_it(stage: Stage) -> None:
    await organisers(stage, olga="editor")
    await stage.play(f"""
        olga> /nachricht
        olga<
        olga> {"Wort " * 10_000}
        olga< Das ist zu lang
        olga> /nachricht
        olga< Was möchten Sie schreiben?
        olga> Hallo
        olga< Soll ein Bild
    """)
