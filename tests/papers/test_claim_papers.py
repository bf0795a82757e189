"""The papers of a claim say what was asked for and approved, to those whom it concerns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.claims.claims import Amount, Declaration
from bot.domain.claims.legs import Leg, Mode, Stop, Ticket
from bot.domain.claims.progress import approve
from bot.domain.claims.travellers import Traveller
from bot.papers.claim_specification import claim_specification, specification
from bot.papers.claim_summary import claim_summary, summary
from bot.papers.claim_words import ClaimFacts
from tests.domain.claims.trips import DAY, claim_of, drive, handed_in

from .claims import CLAIM, INVOICING, facts_of, speech, words_of

APPROVED = approve(
    CLAIM,
    today=date(2024, 5, 2),
    amounts=(Amount(1, 90_00), Amount(2, 6_50), Amount(3, 21_80)),
    word="Taksista ei ollut sovittu.",
)


def summed_up(facts: ClaimFacts, language: str = "fi") -> str:
    return words_of(summary(facts, language, speech(language)))


def specified(facts: ClaimFacts, language: str = "fi") -> str:
    return words_of(specification(facts, language, speech(language)))


def test_what_the_invoice_says() -> None:
    """One sentence to copy, with the place bent, the sum and the claim's number."""
    assert (
        "Kumppanikirjastovierailu Raumalla 10.4.2024, 3 henkilöä, "
        "matkakulut 195,60\N{NO-BREAK SPACE}€, matkalasku AKE-2024-0001"
    ) in summed_up(facts_of())
    assert (
        "Partnerbiblioteksbesök i Raumo 10.4.2024, 3 personer, "
        "resekostnader 195,60\N{NO-BREAK SPACE}€, reseräkning AKE-2024-0001"
    ) in summed_up(facts_of(), "sv")


def test_how_sums_were_come_by() -> None:
    """Kilometres with the rate and its supplement, what the employer paid, each fare."""
    told = summed_up(facts_of())
    assert "142 km × (0,57\N{NO-BREAK SPACE}€ + 2 × 0,04\N{NO-BREAK SPACE}€)" in told
    assert "57,5 km, työnantajan maksama summa | 20,00\N{NO-BREAK SPACE}€" in told
    assert "12,90\N{NO-BREAK SPACE}€ ja 8,90\N{NO-BREAK SPACE}€ | 21,80" in told


foreign = st.text(st.characters(min_codepoint=0x391, max_codepoint=0x3A9), min_size=2, max_size=12)
"""Capital Greek, which stands nowhere in our own words."""


@settings(max_examples=50)
@given(foreign, st.sampled_from(["fi", "sv"]))
def test_no_personal_data_on_the_summary(word: str, language: str) -> None:
    """What anybody wrote in their own words is on the specification, never on the summary."""
    stops = (Stop(word), Stop("Rauma"), Stop(word))
    mine = drive("100", Traveller(word + "Α"), stops=stops)
    taxi = Leg(2, DAY, stops, Mode.TAXI, tickets=(Ticket(100, word),), reason=word)
    claim = claim_of(Traveller(word + "Ω"), mine, taxi).worded(word)
    claim = handed_in(
        claim.declared(Declaration(approved=True, no_other_payer=True, approved_by=word))
    )
    told = facts_of(approve(claim, today=DAY, word=word))
    assert not set(summed_up(told, language)) & set(word)
    assert specified(told, language).count(word) >= 8


def test_the_invoicing_instruction() -> None:
    """What AKE has not set yet is asked of AKE; what is set stands there whole."""
    assert summed_up(facts_of()).count("Kysy AKElta: ake@example.fi") == 2
    known = replace(INVOICING, address_suffix="12345", reference="AKE 4711")
    told = summed_up(replace(facts_of(), invoicing=known))
    assert "Verkkolaskuosoite: 00370204819812345" in told
    assert "Tilaajan viite: AKE 4711" in told


def test_approved_in_part() -> None:
    """The papers follow what AKE approved, and say which lines it did not."""
    told, detail = summed_up(facts_of(APPROVED)), specified(facts_of(APPROVED))
    assert "AKEn hyväksymä summa | 90,00" in told
    assert "Taksi" not in told
    assert "Yhteensä |  |  | 118,30" in told
    assert detail.count("ei hyväksytty") == 2
    assert "AKEn viesti: Taksista ei ollut sovittu." in detail


def test_the_specification() -> None:
    """Who, when, where, how, why, with whom, and who approved it."""
    told = specified(facts_of())
    for line in (
        "Matkustaja: Aino Aalto",
        "Tarkoitus: Lastenosastoon tutustuminen",
        "klo 7.30–17.15",
        "Kyydissä: Eero Eskola ja Minna Mäki-Åström",
        "Perustelu: Juna peruttu",
        "Matkan hyväksyjä: Kaisa Koski",
        "1: taksi.pdf",
        "90 päivän kuluttua laskutuksesta",
        "vähintään 6 vuotta",
    ):
        assert line in told


def test_without_a_known_errand() -> None:
    """A claim for a visit nobody knows has its papers too."""
    told = replace(facts_of(handed_in(claim_of(CLAIM.traveller, drive("10")))), errand=None)
    assert "Matkakulut 5,70\N{NO-BREAK SPACE}€, 1 henkilö, matkalasku" in summed_up(told)
    assert "Botille ei annettu kuitteja" in specified(told)


def test_only_the_start_is_known() -> None:
    """A half-known time is told as far as it is known."""
    leg = replace(drive("10"), leaves=time(7, 5))
    assert "klo 7.05 alkaen" in specified(facts_of(handed_in(claim_of(CLAIM.traveller, leg))))


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_both_become_pdfs(language: str) -> None:
    """Both papers of the fullest claim are accessible PDFs in the language asked for."""
    for make in (claim_summary, claim_specification):
        content = make(facts_of(APPROVED), language, speech(language))
        assert f"/Lang({language}-FI)".encode() in content
        assert b"<pdfuaid:part>1</pdfuaid:part>" in content


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_nothing_is_left_in_english(language: str) -> None:
    """Every word of the papers is in the language asked for."""
    told = facts_of(APPROVED)
    both = (summed_up(told, language) + specified(told, language)).casefold()
    assert not any(word in both for word in ("invoice ", "claim", "travel ", "ticket", " of the "))
