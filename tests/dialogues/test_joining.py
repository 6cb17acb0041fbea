"""Joining: every path from the first question to the receipt, and the ways back."""

import hashlib
import re

from bot.core.ports import Work
from bot.domain.consent import Consent, Purpose
from bot.domain.member import Member, Signature
from tests.stage import Stage

TO_THE_PLACE = """
    > /mitmachen
    < Ihre Daten, kurz gesagt ... Verantwortlich ... Ausführlich: https:// [Gelesen, weiter] [Nur lesen] [Abbrechen]
    > [Gelesen, weiter]
    < Für wen machen Sie mit? [Für mich selbst] [Unternehmen] [Etwas anderes]
    > [Für mich selbst]
    < Wie dürfen wir Sie nennen?
    > Anna
    < In welcher Stadt oder Gemeinde [Außerhalb] [Überspringen] [Zurück]
"""

PERSON = f"""
    {TO_THE_PLACE}
    > Schopf
    < So gehen wir miteinander um ... Partnererklärung (Fassung 2026-1) ... Zum Nachlesen: ... Es unterzeichnet: Anna.
    > [Ja, ich unterzeichne]
    < Dürfen wir Anna in der Liste [Ja, gern zeigen] [Nein, nur mitzählen]
    > [Ja, gern zeigen]
    < Möchten Sie Nachrichten [Ja, bitte] [Nein, danke]
    > [Ja, bitte]
    < Stimmt alles so? ... Name: Anna ... Ort: Schopfheim ... Nachrichten: ja [Ja, beitreten] [Ändern]
"""

RECEIPT = "willkommen im Bündnis! ... Mitglied: LÖ-2026-0001 ... Unterzeichnet am ... Fassung: 2026-1 ... SHA-256"


async def one_member(stage: Stage) -> tuple[Member, Signature, list[Consent]]:
    def look(work: Work) -> tuple[Member, Signature, list[Consent]]:
        member = work.members.get(1)
        assert member is not None
        signature = work.members.last_signature(1)
        assert signature is not None
        return member, signature, list(work.consents.of(signature.person))

    found = await stage.work(look)
    assert isinstance(found, tuple)
    return found


async def count(stage: Stage) -> object:
    return await stage.work(lambda work: work.members.count())


async def test_a_private_person_joins_with_no_more_than_a_name(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play(f"""
        > [Ja, beitreten]
        < {RECEIPT} ... Zurückziehen geht jederzeit mit /austreten [Geschichte erzählen] [Zusage machen]
        <<
    """)
    member, signature, consents = await one_member(stage)
    assert (member.name, member.kind, member.municipality, member.listed) == ("Anna", "person", "08336081", True)
    assert (signature.signatory, signature.function, signature.language) == ("", "", "de")
    purposes = {consent.purpose: consent for consent in consents}
    assert set(purposes) == {Purpose.NOTICE, Purpose.MEMBERSHIP, Purpose.LISTING, Purpose.NEWS}
    assert purposes[Purpose.MEMBERSHIP].version == "2026-1"
    assert all(re.fullmatch("[0-9a-f]{64}", consent.text_hash) for consent in consents)
    assert {consent.network for consent in consents} == {stage.fake.account.partition(":")[0]}


async def test_the_receipt_names_the_digest_of_the_exact_words_that_were_signed(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("> [Ja, beitreten]")
    receipt = stage.expect("", "SHA-256")
    _, signature, _ = await one_member(stage)
    assert hashlib.sha256(signature.signed_text.encode()).hexdigest() == signature.sha256
    assert signature.sha256 in receipt.words
    assert "klimaneutrale Region" in signature.signed_text


async def test_an_organisation_joins_by_somebody_who_may_sign_for_it(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Gelesen, weiter]
        < Für wen
        > unternehmen
        < Wie heißt Ihre Organisation?
        > Bäckerei Köhler & Söhne
        < wer unterzeichnet
        > Petra Köhler
        < In welcher Funktion?
        > Geschäftsführerin
        < Stadt oder Gemeinde
        > [Außerhalb]
        < Petra Köhler (Geschäftsführerin), für Bäckerei Köhler & Söhne.
        > [Ja, und ich darf für Bäckerei Köhler & Söhne zeichnen]
        < Liste
        > [Ja, gern zeigen]
        < Nachrichten
        > [Nein, danke]
        < Organisation: Bäckerei Köhler & Söhne ... Petra Köhler, Geschäftsführerin ... Ort: außerhalb
        > [Ja, beitreten]
        < Mitglied: LÖ-2026-0001
    """)
    member, signature, consents = await one_member(stage)
    assert (member.name, member.kind, member.municipality) == ("Bäckerei Köhler & Söhne", "company", "")
    assert (signature.signatory, signature.function) == ("Petra Köhler", "Geschäftsführerin")
    assert Purpose.NEWS not in {consent.purpose for consent in consents}


async def test_it_all_works_in_english_too(stage: Stage) -> None:
    await stage.play("""
        > /language en
        < I speak English
        > /join
        < Your data in brief [Read, continue] [Read only] [Cancel]
        > read, continue
        < Who are you taking part for? [Myself] [Company]
        > myself
        < What may we call you?
        > Tom
        < In which town or municipality [Outside] [Skip]
        > skip
        < How we treat each other ... Partner declaration (version 2026-1) ... Signing: Tom.
        > [Yes, I sign]
        < May we show Tom
        > [No, just count me]
        < alliance's news
        > [Yes, please]
        < Is everything right? ... Name: Tom ... Place: not given ... Shown in the list: no [Yes, join] [Change]
        > [Yes, join]
        < welcome to the alliance! ... Member: LÖ-2026-0001 ... November ... 2026 ... SHA-256
    """)
    _, signature, _ = await one_member(stage)
    assert signature.language == "en"
    assert "climate-neutral region" in signature.signed_text


async def test_who_only_wants_to_read_leaves_nothing_behind(stage: Stage) -> None:
    await stage.play("""
        > /mitmachen
        < Ihre Daten
        > [Nur lesen]
        < Es ist nichts gespeichert
        <<
    """)
    assert await count(stage) == 0


async def test_not_yet_is_a_good_answer(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > [Überspringen]
        < Partnererklärung [Noch nicht]
        > [Noch nicht]
        < nehmen Sie sich Zeit. Es wurde nichts gespeichert.
        <<
    """)
    assert await count(stage) == 0


async def test_back_and_cancel_work_typed_or_tapped(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > zurück
        < Wie dürfen wir Sie nennen?
        > [Zurück]
        < Für wen machen Sie mit?
        > abbrechen
        < Abgebrochen. Es wurde nichts gespeichert.
        <<
    """)
    assert await count(stage) == 0


async def test_help_in_the_middle_explains_and_asks_again(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Hilfe
        < Ein Tippfehler macht nichts. ... In welcher Stadt oder Gemeinde
    """)


async def test_a_typed_number_means_a_choice_of_the_newest_message_and_never_signs_by_accident(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Steinen
        < Es unterzeichnet: Anna. [Ja, ich unterzeichne]
        > /datenschutz
        < Ihre Daten, kurz gesagt [Meine Daten] [Alles löschen] [Weitermachen]
        > 3
        < Partnererklärung ... Es unterzeichnet: Anna. [Ja, ich unterzeichne]
        > 1
        < Dürfen wir Anna
    """)


async def test_every_answer_can_be_changed_from_the_summary(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ändern]
        < Was möchten Sie ändern? [Für wen] [Name] [Ort] [In der Liste] [Nachrichten]
        > [Ort]
        < In welcher Stadt oder Gemeinde
        > Kandern
        < Stimmt alles so? ... Ort: Kandern
        > [Ändern]
        < Was möchten Sie ändern?
        > [In der Liste]
        < Dürfen wir Anna
        > [Nein, nur mitzählen]
        < Liste zeigen: nein
        > [Ja, beitreten]
        < willkommen im Bündnis
    """)
    member, _, consents = await one_member(stage)
    assert (member.municipality, member.listed) == ("08336045", False)
    assert Purpose.LISTING not in {consent.purpose for consent in consents}


async def test_another_name_asks_for_the_signature_again(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ändern]
        < Was möchten Sie ändern?
        > [Name]
        < Wie dürfen wir Sie nennen?
        > Annegret
        < Es unterzeichnet: Annegret.
        > [Ja, ich unterzeichne]
        < Stimmt alles so? ... Name: Annegret ... Ort: Schopfheim
        > [Ja, beitreten]
        < willkommen im Bündnis
    """)
    member, _, _ = await one_member(stage)
    assert member.name == "Annegret"


async def test_another_kind_asks_only_for_what_it_needs(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ändern]
        < Was möchten Sie ändern?
        > [Für wen]
        < Für wen machen Sie mit?
        > [Verein oder Verband]
        < Wie heißt Ihre Organisation?
        > Radlerclub
        < wer unterzeichnet
        > Anna Muster
        < Funktion
        > Vorsitzende
        < für Radlerclub.
        > [Ja, und ich darf für Radlerclub zeichnen]
        < Organisation: Radlerclub ... Ort: Schopfheim
        > [Ja, beitreten]
        < willkommen im Bündnis
    """)
    member, signature, _ = await one_member(stage)
    assert (member.kind, member.name, signature.signatory) == ("association", "Radlerclub", "Anna Muster")


async def test_a_slip_in_the_place_is_forgiven(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Lörach
        < Ort? [Lörrach] [Noch einmal schreiben] [Außerhalb] [Überspringen]
        > [Lörrach]
        < Es unterzeichnet: Anna.
    """)


async def test_several_places_are_offered_and_an_unknown_one_is_explained(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Atlantis
        < "Atlantis" finde ich in der Region nicht. ... In welcher Stadt oder Gemeinde
        > Schön
        < Welchen Ort meinen Sie? [Schönau im Schwarzwald] [Schönenberg]
        > [Noch einmal schreiben]
        < In welcher Stadt oder Gemeinde
        > Zell
        < Es unterzeichnet: Anna.
    """)


async def test_the_place_can_be_changed_after_a_slip_with_the_same_letters(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > Schön
        < Welchen Ort
        > [Schönenberg]
        < Es unterzeichnet
        > [Ja, ich unterzeichne]
        < Liste
        > [Nein, nur mitzählen]
        < Nachrichten
        > [Nein, danke]
        < Ort: Schönenberg
        > [Ändern]
        < Was
        > [Ort]
        < In welcher Stadt oder Gemeinde
        > Schön
        < Welchen Ort [Schönau im Schwarzwald]
        > [Schönau im Schwarzwald]
        < Ort: Schönau im Schwarzwald
    """)


async def test_a_name_nobody_can_see_or_store_is_explained(stage: Stage) -> None:
    await stage.play(f"""
        > /mitmachen
        < Ihre Daten
        > [Gelesen, weiter]
        < Für wen
        > [Für mich selbst]
        < Wie dürfen
        > {"x" * 121}
        < ein wenig lang ... höchstens 120 ... Wie dürfen wir Sie nennen?
        > <b>*Anna*</b> _x_ [y](https://z.example)
        < Stadt oder Gemeinde
        > [Überspringen]
        < Es unterzeichnet: <b>*Anna*</b> _x_ [y](https://z.example).
    """)


async def test_a_name_already_taken_is_noticed_and_never_merged(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ja, beitreten]
        < LÖ-2026-0001
        ben> /mitmachen
        ben< Ihre Daten
        ben> [Gelesen, weiter]
        ben< Für wen
        ben> [Für mich selbst]
        ben< Wie dürfen
        ben>  anna
        ben< "anna" gibt es schon [Das ist jemand anderes, weiter] [Das Team fragen]
        ben> [Das ist jemand anderes, weiter]
        ben< Stadt oder Gemeinde
        ben> [Überspringen]
        ben< Es unterzeichnet: anna.
        ben> [Ja, ich unterzeichne]
        ben< Liste
        ben> [Nein, nur mitzählen]
        ben< Nachrichten
        ben> [Nein, danke]
        ben< Stimmt alles so?
        ben> [Ja, beitreten]
        ben< LÖ-2026-0002
    """)
    assert await count(stage) == 2


async def test_who_finds_the_name_taken_can_ask_the_team(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ja, beitreten]
        < LÖ-2026-0001
    """)
    await stage.make_organiser("anna")
    await stage.play("""
        ben> /mitmachen
        ben< Ihre Daten
        ben> [Gelesen, weiter]
        ben< Für wen
        ben> [Für mich selbst]
        ben< Wie dürfen
        ben> Anna
        ben< gibt es schon
        ben> [Das Team fragen]
        ben< Ihre Nachricht ist beim Team.
        ben<<
        anna< noch nicht Mitglied ... "Anna" gibt es schon [Antworten]
    """)
    assert await count(stage) == 1


async def test_a_member_who_joins_again_hears_that_they_are_in(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Ja, beitreten]
        < willkommen
        > /mitmachen
        < Sie sind schon dabei: Anna, Mitglied LÖ-2026-0001, seit 23. November 2026. [Geschichte erzählen] [Meine Daten]
        <<
    """)
    assert await count(stage) == 1


async def test_a_draft_survives_a_long_silence_and_is_offered_again(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    stage.clock.turn(days=3)
    await stage.play("""
        > Hallo?
        < Entwurf ... Ihr Beitritt [Weitermachen] [Neu anfangen] [Entwurf löschen]
        > [Weitermachen]
        < In welcher Stadt oder Gemeinde
        > Steinen
        < Es unterzeichnet: Anna.
    """)


async def test_later_keeps_the_draft(stage: Stage) -> None:
    await stage.play(PERSON)
    await stage.play("""
        > [Später]
        < Angehalten
        > /mitmachen
        < Entwurf [Weitermachen]
        > [Weitermachen]
        < Stimmt alles so? ... Name: Anna
    """)
    assert await count(stage) == 0


async def test_a_sticker_or_a_press_on_an_old_choice_changes_nothing(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > (sticker)
        < Mit Stickern ... In welcher Stadt oder Gemeinde
    """)
    assert await count(stage) == 0
