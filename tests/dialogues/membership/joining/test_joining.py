"""Joining: the ways from the first question to the receipt, and the ways not taken."""

import hashlib
import re

from bot.domain.people.consent import Purpose
from tests.dialogues.scenes import PERSON, TO_THE_PLACE, count, one_member
from tests.stage import Stage

RECEIPT = "willkommen im Bündnis! ... Mitglied: LÖ-2026-0001 ... Unterzeichnet am ... Fassung: 2026-1 ... SHA-256"


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
        > [Einverstanden, weiter]
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
        < Name: Bäckerei Köhler & Söhne ... Petra Köhler, Geschäftsführerin ... Ort: außerhalb
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
        < Your data in brief [Agree, continue] [Read only] [Cancel]
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
        < Ich speichere dafür nur Ihre Chat-Kennung
        <<
    """)
    assert await count(stage) == 0


async def test_not_yet_is_a_good_answer(stage: Stage) -> None:
    await stage.play(TO_THE_PLACE)
    await stage.play("""
        > [Überspringen]
        < Partnererklärung [Noch nicht]
        > [Noch nicht]
        < nehmen Sie sich Zeit. Ihre Angaben habe ich verworfen.
        <<
    """)
    assert await count(stage) == 0


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
