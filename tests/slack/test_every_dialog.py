"""Every dialog of the house as Slack shows it and takes its answers, within Slack's own limits."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import House
from bot.channels.slack.limits import TITLE
from bot.conversation.turns import Opened
from bot.domain.languages import Language
from dialogs import CATALOGUE
from tests.houses import empty_sqlite, house
from tests.loops import run

from .direct import Direct, quick
from .town import due, lived_in, moves_in
from .wanderer import Wanderer

ROUNDS = 2
"""First each dialog by itself, then what these offered and what the house means to say."""
MOST_QUESTIONS = 0.5
"""So much of all that is ever asked must have been met, or these tests would show little."""


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a house that is lived in, to be copied."""
    path = empty_sqlite(tmp_path_factory.mktemp("town"))
    with house(f"sqlite:///{path}") as built:
        lived_in(quick(built))
    return path


@pytest.fixture
def lively(town: Path, tmp_path: Path) -> Iterator[House]:
    path = shutil.copy(town, tmp_path / "ake.db")
    with house(f"sqlite:///{path}") as built:
        yield quick(built)


async def wandered(direct: Direct, house: House, language: Language, *, by_line: bool) -> set[str]:
    """A worker and a coordinator open all there is. What is asked of them on the way."""
    aino, carita = direct.meet("aino"), direct.meet("carita")
    house.ledger.appoint("slack", [f"T0AKE/{carita.user}"])
    walkers = [Wanderer(actor, by_line) for actor in (aino, carita)]
    opened: set[tuple[str, str, tuple[str, ...]]] = set()
    for walker in walkers:
        moves_in(house, walker.actor.user, language)
    for _round in range(ROUNDS):
        for walker in walkers:
            found = [*map(Opened, CATALOGUE), *walker.offered, *due(house)]
            for each in found:
                kind = (walker.actor.name, each.dialog, tuple(sorted(each.given)))
                if kind not in opened:
                    opened.add(kind)
                    await walker.goes(each)
    return {f"{dialog}.{name}" for walker in walkers for dialog, name in walker.asked}


@pytest.mark.parametrize("by_line", [False, True], ids=["modal", "line by line"])
@pytest.mark.parametrize("language", list(Language))
def test_every_dialog_is_held_within_slacks_limits(
    lively: House, language: Language, by_line: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """As modals and line by line, in both languages, to the end of whatever is asked.

    Slack would have taken each thing that was drawn, and nothing broke on the way.
    """
    direct = Direct.to(lively)
    met = run(wandered(direct, lively, language, by_line=by_line))
    assert direct.line.faults == []
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []
    asked = {f"{name}.{each.name}" for name, kind in CATALOGUE.items() for each in kind.questions}
    assert by_line or len(met & asked) > MOST_QUESTIONS * len(asked)


@pytest.mark.parametrize("language", list(Language))
def test_titles_fit_over_a_modal(sqlite_house: House, language: Language) -> None:
    """Slack refuses a title of more than 24 characters."""
    speech = sqlite_house.speech(language)
    titles = {name: speech(kind.title) for name, kind in CATALOGUE.items()}
    assert {name: title for name, title in titles.items() if len(title) > TITLE} == {}
