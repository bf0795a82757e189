"""Branches and mobile libraries are brought in from a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import main
from bot.domain.ids import ServicePointId

LIST = """municipality,kind,name_fi,name_sv
Turku,branch,Runosmäen kirjasto,Runosbackens bibliotek
445,mobile,Paraisten kirjastoauto,Pargas bokbuss
"""


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> None:
    monkeypatch.setenv("AKE_DATABASE_URL", sqlite_url)


def test_a_list_is_taken_and_can_be_taken_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    """Twice the same list makes the same two libraries, which can be chosen at once."""
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    for _time in range(2):
        assert main(["import", str(tmp_path / "list.csv")]) == 0
    assert "2 service points" in capsys.readouterr().out
    house = request.getfixturevalue("sqlite_house")
    with house.ledger.unit() as unit:
        ids = {point.id for point in unit.service_points.added()}
    assert ServicePointId("853-runosmaen-kirjasto") in ids
    assert len(ids) == 2


def test_a_list_that_is_wrong_brings_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong line is told with its number, and nothing of the list is taken."""
    (tmp_path / "list.csv").write_text(LIST + "Tampere,branch,Hervannan kirjasto,\n", "utf-8")
    assert main(["import", str(tmp_path / "list.csv")]) == 1
    told = capsys.readouterr().out
    assert "list.csv, line 4" in told
    assert "Nothing was imported" in told


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped file name is one sentence, not a fault of the program."""
    assert main(["import", "nowhere.csv"]) == 2
    assert "nowhere.csv" in capsys.readouterr().err
