from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.service_points import ServicePointKind
from bot.regions.imports import COLUMNS, OPTIONAL, Imported, read_service_points, slug

from .folders import lounais_suomi

HEADER = "municipality,kind,name_fi,name_sv,latitude,longitude,external_id\n"


def imported(*rows: str, header: str = HEADER) -> Imported:
    return read_service_points(header + "\n".join(rows), lounais_suomi())


def told(*rows: str, header: str = HEADER) -> list[str]:
    return [str(fault) for fault in imported(*rows, header=header).faults]


def test_a_list_becomes_service_points() -> None:
    """A branch, a bookmobile and a main library, with names that bend and a language to guess."""
    found = imported(
        "445,branch,Nauvon kirjasto,Nagu bibliotek,60.1936,21.9084,",
        "Åbo,mobile,Turun kirjastoauto,Åbo bokbuss,,,",
        "Turku,main,Turun pääkirjasto,Åbo huvudbibliotek,60.4505,22.2709,85141",
    )
    assert found.faults == ()
    nagu, bus, main = found.points
    assert (nagu.id, nagu.kind, nagu.default_language) == (
        "445-nauvon-kirjasto",
        ServicePointKind.BRANCH,
        "sv",
    )
    assert f"{nagu.name.in_language('sv'):locative}" == "på Nagu bibliotek"
    assert f"{nagu.name.in_language('fi'):lative}" == "Nauvon kirjastoon"
    assert nagu.coordinates is not None
    assert (bus.id, bus.kind) == ("853-turun-kirjastoauto", ServicePointKind.MOBILE)
    assert f"{bus.name.in_language('sv'):locative}" == "i Åbo bokbuss"
    assert bus.coordinates is None
    assert (main.id, main.external_id) == ("853-main", "85141")


def test_a_main_library_stays_itself() -> None:
    """Whatever it is called in the list, it is the one that the region began with."""
    (main,) = imported("761,main,Someron kaupunginkirjasto,,,,").points
    assert main.id in lounais_suomi().main_libraries
    assert main.name.sv == "Someron kaupunginkirjasto"


def test_an_external_id_outlives_a_new_name() -> None:
    """With it a library may be renamed; without it a new name is a new library."""
    (before,) = imported("853,branch,Runosmäen kirjasto,,,,k-7").points
    (after,) = imported("853,branch,Runosmäki,,,,k-7").points
    assert before.id == after.id == "853-k-7"
    (nameless,) = imported("853,branch,Runosmäki,,,,").points
    assert nameless.id == "853-runosmaki"


def test_a_spreadsheet_set_to_finnish_is_read() -> None:
    """Semicolons, decimal commas, a byte order mark, and codes that lost their zeros."""
    text = "\ufeffmunicipality;kind;name_fi;name_sv;latitude;longitude\r\n"
    row = "19;branch;Auran  lukusali;;60,6479;22,5862\r\n"
    found = read_service_points(text + row, lounais_suomi())
    assert found.faults == ()
    assert found.points[0].municipality == "019"
    assert found.points[0].name.fi == "Auran lukusali"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Tampere,branch,X,,,,", "municipality is 'Tampere', which is not of the region"),
        (",branch,X,,,,", "municipality is missing"),
        ("853,kiosk,X,,,,", "kind is 'kiosk', which is none of main, branch, mobile"),
        ("853,branch,,,,,", "name_fi is missing"),
        ("853,branch,!?,,,,", "name_fi is '!?', which tells too little"),
        ("853,branch,X,,,,main", "external_id is 'main', which tells too little"),
        ("853,branch,X,,60.4,,", "longitude is missing"),
        ("853,branch,X,,22.2,60.4,", "latitude is 22.2, which is not in Finland (59 to 71)"),
        ("853,branch,X", "there are 3 cells for 7 columns"),
    ],
)
def test_a_wrong_row_is_told_and_left_out(row: str, reason: str) -> None:
    """The others are read all the same."""
    found = imported("853,branch,Y,,,,", row)
    assert [str(fault) for fault in found.faults] == [f"service_points.csv, line 3: {reason}."]
    assert [point.id for point in found.points] == ["853-y"]


def test_a_library_stands_in_the_list_once() -> None:
    """Neither two main libraries of one municipality nor one name twice."""
    assert told("853,main,A,,,,", "Turku,main,B,,,,") == [
        "service_points.csv, line 3: B is on line 2 already."
    ]
    assert told("853,branch,Nummi,,,,", "853,branch,NUMMI,,,,") == [
        "service_points.csv, line 3: NUMMI is on line 2 already."
    ]
    assert told("853,branch,Nummi,,,,", "734,branch,Nummi,,,,") == []


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("", "the column municipality is missing"),
        ("municipality,kind,name_fi\n", "the column name_sv is missing"),
        ("municipality,kind,name_fi,name_sv,address\n", "the column address is not known here"),
    ],
)
def test_a_header_must_be_whole(header: str, reason: str) -> None:
    """Better no list than one that was misunderstood."""
    assert told(header=header) == [f"service_points.csv, line 1: {reason}."]


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """No list stops the bot."""
    found = read_service_points(text, lounais_suomi())
    assert found.points == () or found.faults == ()


CELL = st.text(st.sampled_from('aÄöX1 ,;"\n/-'), max_size=8)
ROW = st.builds(
    lambda place, kind, names: (place, kind, *names, "", "", ""),
    st.sampled_from(["853", "Salo", "Pargas", "19", "Oslo"]),
    st.sampled_from(["main", "branch", "mobile"]),
    st.tuples(CELL, CELL),
)


@given(st.lists(ROW, max_size=6))
def test_the_same_list_gives_the_same_libraries(rows: list[tuple[str, ...]]) -> None:
    """Imported again, nothing is there twice; each row is a library or a fault."""
    quoted = ['"' + '","'.join(cell.replace('"', '""') for cell in row) + '"' for row in rows]
    found = imported(*quoted)
    assert found == imported(*quoted)
    assert len({point.id for point in found.points}) == len(found.points)
    assert len(found.points) + len(found.faults) == len(rows)
    assert all(point.id.startswith(point.municipality) for point in found.points)


@given(st.text())
def test_an_id_is_plain(text: str) -> None:
    """It begins and ends with a letter or a digit, and is the same when made again of itself."""
    made = slug(text)
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert slug(made) == made


def test_the_columns_are_those_that_the_guide_names() -> None:
    """The header above is the whole of it."""
    assert HEADER.strip().split(",") == [*COLUMNS, *OPTIONAL]
