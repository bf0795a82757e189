"""A PDF can be read by a screen reader and says what it was given."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.papers.pdf import (
    LATIN_ENDS,
    SIGNS,
    Facts,
    Grid,
    Paper,
    Section,
    Words,
    pdf,
    with_shapes,
)

GRID = Grid(
    ("Päivä", "Summa"),
    (("10.4.2024", "92,30\N{NO-BREAK SPACE}€"),),
    ("Yhteensä", "1"),
    (1, 1),
    (1,),
)
PAPER = Paper(
    language="fi",
    title="Matkakulut laskua varten",
    over="Alueellinen kehittämistehtävä",
    made=date(2024, 4, 20),
    lead=(Facts((("Matkalasku", "AKE-2024-0042"),)),),
    sections=(Section("Mistä summa koostuu", (Words("Åbo", framed=True), GRID)),),
    foot="Ei henkilötietoja",
    page="Sivu {page}/{pages}",
)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_accessible(language: str) -> None:
    """Tagged, with its language and title, and marked as PDF/UA-1."""
    content = pdf(replace(PAPER, language=language))
    assert content.startswith(b"%PDF-1.7")
    assert f"/Lang({language}-FI)".encode() in content
    assert b"/MarkInfo<</Marked true" in content
    assert b"/DisplayDocTitle true" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b">Matkakulut laskua varten<" in content


def test_tags() -> None:
    """Headings are headings and the head of a table is its head."""
    content = pdf(PAPER)
    for tag in (b"/S/H1", b"/S/Table", b"/S/TH", b"/S/TD"):
        assert tag in content


def test_letters_of_both_languages_are_in_the_fonts() -> None:
    """All that is taken for granted has a shape: every Latin letter, sign and space of papers."""
    latin = "".join(
        chr(point) for point in range(0x20, ord(LATIN_ENDS)) if chr(point).isprintable()
    )
    fonts = re.findall(rb"/FontName/[A-Z]+[+]([A-Za-z]+)", pdf(replace(PAPER, foot=latin + SIGNS)))
    assert set(fonts) == {b"LibertinusSerif"}


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(), max_size=8))
def test_any_text_makes_a_paper(text: str) -> None:
    """Whatever a person writes, a paper comes of it: PDF/UA would refuse a letter with no shape."""
    assert pdf(replace(PAPER, lead=(Words(text),)))


def test_what_cannot_be_shown() -> None:
    """An emoji is a question mark, an accent typed apart is put on its letter, the rest stays."""
    assert with_shapes("Kiitos \N{GRINNING FACE}!") == "Kiitos ?!"
    assert with_shapes("92,30\N{NO-BREAK SPACE}€\n–") == "92,30\N{NO-BREAK SPACE}€\n–"
    assert with_shapes("A\N{COMBINING DIAERESIS}iti\x00") == "Äiti"


def test_words_are_never_code() -> None:
    """What a person wrote is set as it stands, whatever it would mean to the typesetter."""
    wild = '#panic() $x$ *a* `b` = "c" \\ // </script> @x <y> [z]'
    assert pdf(replace(PAPER, title=wild, foot=wild, lead=(Words(wild),)))


def test_the_same_bytes() -> None:
    """Made twice, a paper is the same: nothing of the moment or the machine is in it."""
    assert pdf(PAPER) == pdf(PAPER)
    assert zlib.crc32(pdf(PAPER)) != zlib.crc32(pdf(replace(PAPER, foot="Muu")))
