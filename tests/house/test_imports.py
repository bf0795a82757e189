"""Who may import whom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from grimp import ImportGraph
from importlinter import ContractCheck

from tools.rooms import Rooms

from .sources import ROOT


def test_the_stairs_and_the_table_of_rooms_are_kept() -> None:
    """No room of the bot imports what its line in pyproject.toml does not allow."""
    lint = Path(sys.executable).parent / "lint-imports"
    ended = subprocess.run(
        [lint, "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout


def test_a_library_nobody_thought_of_is_kept_out() -> None:
    """What is not on a room's line may not be imported, whatever it is."""
    checked = judged(
        ["bot.store: bot.domain, sqlmodel", "bot.store.secrets: cryptography", "bot.domain:"],
        ("bot.store.tables", "sqlmodel"),
        ("bot.store.tables", "cryptography"),
        ("bot.store.tables", "bot.domainless"),
        ("bot.store.secrets", "cryptography"),
        ("bot.store.secrets", "bot.store.tables"),
        ("bot.domain.visits", "pandas"),
        ("bot.domain.visits", "datetime"),
        ("bot.attic", "sqlmodel"),
    )
    assert checked.metadata["wrong"] == [
        "bot.attic -> sqlmodel",
        "bot.domain.visits -> pandas",
        "bot.store.tables -> bot.domainless",
        "bot.store.tables -> cryptography",
    ]
    assert not checked.kept


def judged(rooms: list[str], *imports: tuple[str, str]) -> ContractCheck:
    graph = ImportGraph()
    for importer, imported in imports:
        graph.add_import(importer=importer, imported=imported)
    contract = Rooms("rooms", {"root_packages": ["bot"]}, {"rooms": rooms})
    return contract.check(graph, verbose=False)
