"""A list of members is taken row by row, and what is left out is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.claims.members import LeftOut, Member, Problem, read_members
from bot.domain.claims.travellers import Traveller
from bot.domain.ids import NetworkKey

VISIBILITY = NetworkKey("visibility")
GROUPS = {"näkyvyystyöryhmä": VISIBILITY, "arbetsgruppen för synlighet": VISIBILITY}


@pytest.mark.parametrize(
    "text",
    [
        "Ryhmä;Vuosi;Nimi\nNäkyvyystyöryhmä;2024;Aino Aalto\n",
        "\ufeffnimi;ryhmä;vuosi\r\nAino Aalto;Näkyvyystyöryhmä;2024\r\n;;\r\n",
        "Grupp,År,Namn\nArbetsgruppen för synlighet,2024,Aino Aalto\n",
    ],
)
def test_lists_as_spreadsheets_write_them(text: str) -> None:
    """Semicolons or commas, a byte order mark, either language, any order of columns."""
    found = read_members(text, GROUPS)
    assert found.members == (Member(VISIBILITY, 2024, Traveller("Aino Aalto")),)
    assert found.left_out == ()


def test_what_is_left_out() -> None:
    """Good rows go in; each bad one is told by its line."""
    rows = [
        "ryhmä;vuosi;nimi",
        "Näkyvyystyöryhmä;2024;Aino Aalto",
        "Kuoro;2024;Eero Eskola",
        "Näkyvyystyöryhmä;ensi;Eero Eskola",
        "Näkyvyystyöryhmä;2024;",
        "Näkyvyystyöryhmä;2024;aino aalto",
        "Näkyvyystyöryhmä",
    ]
    found = read_members("\n".join(rows), GROUPS)
    assert len(found.members) == 1
    assert found.left_out == (
        LeftOut(3, Problem.UNKNOWN_GROUP, "Kuoro"),
        LeftOut(4, Problem.NO_YEAR, "ensi"),
        LeftOut(5, Problem.NO_NAME),
        LeftOut(6, Problem.TWICE, "aino aalto"),
        LeftOut(7, Problem.NO_YEAR, ""),
    )


@pytest.mark.parametrize("text", ["", "Aino Aalto;2024\n", "nimi\nAino\n"])
def test_no_heading(text: str) -> None:
    """A list without a heading is not guessed at."""
    assert [row.problem for row in read_members(text, GROUPS).left_out] == [Problem.NO_HEADING]


def test_a_quotation_mark_without_end() -> None:
    """A file that is one endless cell is refused, not tried for ever."""
    found = read_members('ryhmä;vuosi;nimi\n"' + "x" * 200_000, GROUPS)
    assert found.left_out == (LeftOut(1, Problem.UNREADABLE),)


@given(st.text())
def test_no_file_stops_the_import(text: str) -> None:
    """Whatever is sent, there is an answer."""
    heading = "ryhmä;vuosi;nimi\n"
    assert read_members(heading + text, GROUPS).members == ()
