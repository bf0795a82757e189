"""Whoever edits a region's files is told in one sentence what to mend, and where."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.regions import RegionError, load

from .folders import HERE

FILES = sorted(file.name for file in (HERE / "pohjoinen").iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "pohjoinen", tmp_path / "pohjoinen")
    return tmp_path


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "pohjoinen" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def complaint(folder: Path) -> str:
    with pytest.raises(RegionError) as refused:
        load("pohjoinen", folder)
    return str(refused.value)


M, N, D = "municipalities.csv", "neighbours.csv", "distances.csv"
STORIES = [
    # What stands in a cell
    (M, "240,Kemi,", "24,Kemi,", "line 3: code is '24', which is not three digits"),
    (M, "Kemissä", "", "line 3: locative_fi is missing"),
    (M, "i Torneå", "", "line 5: locative_sv is missing"),
    (M, ",fi,no,fi,7047", ",fi,no,en,7047", "line 2: default_language is 'en', which is none of"),
    (M, ",fi,no,fi,7047", ",finska,no,fi,7047", "line 2: language_status is 'finska', which is no"),
    (M, ",fi,no,fi,7047", ",fi,perhaps,fi,7047", "line 2: language_island is 'perhaps', which is"),
    (M, ",7047,", ",seven,", "line 2: population is 'seven', which is not a whole number"),
    (M, ",7047,", ",0,", "line 2: population is 0, which is less than 1"),
    (M, ",7047,", ",704,", "line 2: size_class is not XS, as 704 people make it"),
    (
        M,
        ",M,lappi",
        ",huge,lappi",
        "line 2: size_class is 'huge', which is none of XS, S, M, L, XL",
    ),
    (M, ",M,lappi", ",M,lapland", "line 2: consortium is 'lapland', which is none of lappi"),
    (M, "68.90596", "27.02831", "line 2: latitude is 27.02831, which is not in Finland (59 to 71)"),
    (M, "27.02881", "east", "line 2: longitude is 'east', which is not a number"),
    (M, "27.02881", "NaN", "line 2: longitude is 'NaN', which is not a number"),
    # Rows
    (M, "240,Kemi,", "148,Kemi,", "line 3: 148 is on line 2 already"),
    (M, "Torneå", "Enare", "line 5: enare is on line 2 already"),
    (M, ",lappi,65.7", ",lappi,,65.7", "line 3: there are 23 cells for 22 columns"),
    (M, "240,Kemi", '240,"Kemi', "line 3: the row cannot be read"),
    # Headers
    (M, "code,", "number,", "line 1: the column number is not known here"),
    (M, "variants_sv,", "", "line 1: the column variants_sv is missing"),
    (M, "variants_sv,", "code,", "line 1: the column code is there twice"),
    # Neighbours and distances
    (N, "148,890\n", "", "line 4: 890 has 148 as neighbour, but not the other way"),
    (N, "148,890", "148,853", "line 2: neighbour is 853, which is no municipality of the region"),
    (N, "148,890", "148,148", "line 2: 148 is its own neighbour"),
    (N, "851,240", "240,851", "line 4: 240 851 is on line 3 already"),
    (D, "327", "far", "line 2: kilometres is 'far', which is not a whole number"),
    (D, "148,698", "148,148", "line 2: a and b are both 148"),
    (D, "measured\n", "measured\n698,148,9,measured\n", "line 3: 148 698 is on line 2 already"),
    (D, "measured", "hearsay", "line 2: basis is 'hearsay', which is none of"),
    # Consortia and networks
    ("consortia.csv", "lappi,", "Lappi!,", "line 2: key is 'Lappi!', which is not a key in"),
    ("networks.csv", "everyone", "lanu", "line 3: lanu is on line 2 already"),
    (
        "networks.csv",
        "audience",
        "crowd",
        "line 3: kind is 'crowd', which is none of network, work",
    ),
    ("networks.csv", "varannan vecka", "", "line 3: cadence_sv is missing"),
    ("networks.csv", "dagskaffe", "LANU", "line 3: lanu is on line 2 already"),
    # Interests
    ("interests.csv", "sami,", "mobile_library,", "line 3: mobile_library is on line 2 already"),
    ("interests.csv", "bokbussar", "", "line 2: name_sv is missing"),
    ("interests.csv", "saame /", "* /", "line 3: '*' is not the beginning of a word"),
    # Rates and labels
    ("rates.csv", ",40,", ",forty,", "line 2: car is 'forty', which is not a number"),
    ("rates.csv", ",40,", ",-40,", "line 2: car is -40, which is less than 0"),
    ("rates.csv", "assumed", "heard", "line 2: certainty is 'heard', which is none of official"),
    ("labels.csv", "2025-12-31", "31.12.2025", "line 2: until is '31.12.2025', which is not a day"),
    ("labels.csv", "2025-12-31", "2025-11-30", "line 3: authority does not go on the day after"),
    ("labels.csv", "2026-01-01,", ",", "line 3: authority does not go on the day after"),
    ("labels.csv", "2026-01-01,,", "2026-01-01,2027-01-01,", "line 3: authority has no name after"),
    (
        "labels.csv",
        "authority,,",
        "authority,2020-01-01,",
        "line 2: authority has no name before 2",
    ),
    (
        "labels.csv",
        "2026-01-01,,",
        "2026-01-01,2025-01-01,",
        "line 3: authority ends on 2025-01-01",
    ),
]
SETTINGS = [
    ('key = "pohjoinen"', 'key = "etela"', "line 2: key is 'etela', which is none of pohjoinen"),
    ("Europe/Mariehamn", "Europe/Rovaniemi", "line 13: time_zone is 'Europe/Rovaniemi', which is"),
    ("Europe/Mariehamn", "../etc", "line 13: time_zone is '../etc', which is no time zone"),
    ('language = "sv"', 'language = "en"', "line 14: default_language is 'en', which is none of"),
    ("[coffee]", "[tea]", "line 89: tea is not known here"),
    ("[links]", "[lynx]", "lynx is not known here"),
    ("people = 3", "persons = 3", "line 65: persons is not known here"),
    ("people = 3\n", "", "line 64: people is missing"),
    ("people = 3", "people = 0", "line 65: people is 0, which is less than 1"),
    ("people = 3", "people = true", "line 65: people is 'true', which is not a whole number"),
    ("15:00:00", "08:00:00", "line 67: day_ends is 08:00:00, before the day begins"),
    ("09:00:00", '"nine"', "line 66: day_begins is 'nine', which is not a time of day"),
    ("size = 0.2", "size = 0.3", "line 77: the weights make 1.1 together, not 1"),
    ("size = 0.2", "size = 1.2", "line 77: size is 1.2, which is not a weight such as 0.125"),
    ("size = 0.2", 'size = "big"', "line 77: size is 'big', which is not a number"),
    ("size = 0.2", "size = ", "line 77: this is not TOML"),
    ("[7]", '["soon"]', "line 83: reminder_days is 'soon', which is not a whole number"),
    ("09-01", "02-29", "line 73: opens is '02-29', which does not come every year"),
    ("09-01", "1.9.", "line 73: opens is '1.9.', which is not a month and a day"),
    ("09-01", "10-01", "line 74: closes comes before opens"),
    ('opens = "09-01"\n', "", "line 72: a round opens and closes, or has neither day"),
    ("2345", "3245", "line 54: business_id is '1324567-1', with a wrong digit"),
    ('scheme = "own"', 'scheme = "tax"', "line 62: rate_scheme is 'tax', which is none of own"),
    ('municipality = "698"', 'municipality = "853"', "line 17: municipality is 853, which is no m"),
    ("ake@example.org", "AKE people", "line 31: mailbox is 'AKE people', which is not a mailbox"),
    ("https://", "javascript:", "line 97: extranet is 'javascript:example.org/extranet', which"),
    ("most_a_year = 26", "most_a_year = 2", "line 94: most_a_year is 2, less than least_a_year"),
    ('unit = "week"', 'unit = "moon"', "line 91: unit is 'moon', which is none of week, month"),
    ("[[contacts]]", "[contacts]", "line 29: contacts is not a list of tables"),
]


@pytest.mark.parametrize(("file", "old", "new", "told"), STORIES)
def test_a_wrong_row_is_told_by_file_and_line(
    folder: Path, file: str, old: str, new: str, told: str
) -> None:
    """Whatever is wrong in a list, one sentence says where and what."""
    edit(folder, file, old, new)
    assert complaint(folder).startswith(f"pohjoinen/{file}, {told}")


@pytest.mark.parametrize(("old", "new", "told"), SETTINGS)
def test_a_wrong_setting_is_told_by_line(folder: Path, old: str, new: str, told: str) -> None:
    """In region.toml as well, although its reader knows no lines."""
    edit(folder, "region.toml", old, new)
    assert complaint(folder).startswith("pohjoinen/region.toml, line ")
    assert told in complaint(folder)


@pytest.mark.parametrize("file", [file for file in FILES if file != "region.toml"])
def test_a_missing_file_is_missed(folder: Path, file: str) -> None:
    """A region is whole or it is refused."""
    (folder / "pohjoinen" / file).unlink()
    assert complaint(folder) == f"pohjoinen/{file}: there is no such file."


def test_a_file_in_another_encoding_is_recognised(folder: Path) -> None:
    """What an old spreadsheet saved is not read as something else."""
    path = folder / "pohjoinen" / M
    path.write_text(path.read_text("utf-8"), "latin-1")
    assert complaint(folder) == "pohjoinen/municipalities.csv: the file is not in UTF-8."


def test_everything_that_is_wrong_is_told_at_once(folder: Path) -> None:
    """Nobody mends one line only to hear of the next."""
    edit(folder, M, "Kemissä", "")
    edit(folder, M, "68.90596", "6.890596")
    edit(folder, "rates.csv", ",40,", ",forty,")
    with pytest.raises(RegionError) as refused:
        load("pohjoinen", folder)
    assert [(fault.file, fault.line) for fault in refused.value.faults] == [
        ("pohjoinen/rates.csv", 2),
        ("pohjoinen/municipalities.csv", 2),
        ("pohjoinen/municipalities.csv", 3),
    ]
    assert len(str(refused.value).splitlines()) == 3


def test_two_tables_may_be_wrong_at_once(folder: Path) -> None:
    """Each table of region.toml is looked at by itself."""
    edit(folder, "region.toml", "people = 3", "people = 0")
    edit(folder, "region.toml", 'unit = "week"', 'unit = "moon"')
    assert len(complaint(folder).splitlines()) == 2


def test_a_role_stands_once(folder: Path) -> None:
    """Two mailboxes of one role would be one too many."""
    path = folder / "pohjoinen" / "region.toml"
    text = path.read_text("utf-8")
    contact = text[text.index("[[contacts]]") : text.index("[invoicing]")]
    path.write_text(text.replace(contact, contact * 2), "utf-8")
    assert complaint(folder) == "pohjoinen/region.toml, line 44: ake is on line 29 already."


def test_an_unknown_region_is_told_by_name() -> None:
    """With the ones that there are."""
    with pytest.raises(RegionError, match="etela: there is no such region, only pohjoinen"):
        load("etela", HERE)


@pytest.mark.parametrize("key", ["../regions/pohjoinen", "", "/", "pohjoinen/"])
def test_a_key_is_no_path(key: str) -> None:
    """Nothing outside the folder of regions is read."""
    with pytest.raises(RegionError):
        load(key, HERE)


def test_a_spreadsheet_may_save_the_lists(folder: Path) -> None:
    """With semicolons, a byte order mark, other line ends and a blank line, it is the same."""
    path = folder / "pohjoinen" / N
    text = path.read_text("utf-8").replace(",", ";").replace("\n", "\r\n")
    path.write_bytes(f"\ufeff{text};\r\n\r\n".encode())
    assert load("pohjoinen", folder) == load("pohjoinen", HERE)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES), st.data())
def test_no_damage_breaks_the_reader(folder: Path, file: str, data: st.DataObject) -> None:
    """Whatever happens to a file, the region loads or says what is wrong in that folder."""
    path, whole = folder / "pohjoinen" / file, (HERE / "pohjoinen" / file).read_text("utf-8")
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    noise = st.text(st.sampled_from(",;\n\"'[]=/.-09aÅ\ufeff\x00"), max_size=6)
    path.write_text(whole[:start] + data.draw(noise) + whole[end:], "utf-8")
    told = complaints(folder)
    path.write_text(whole, "utf-8")
    assert all(sentence.startswith("pohjoinen/") for sentence in told)


def complaints(folder: Path) -> list[str]:
    """None, where the region can be loaded."""
    try:
        load("pohjoinen", folder)
    except RegionError as refused:
        return [str(fault) for fault in refused.faults]
    return []
