"""Rooms small enough to see across."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import quantiles

from .sources import functions, length, named, python

LONG_FILES: set[str] = set()
"""Tables and word lists, which may be longer. Say in the file why it is one."""

MEANINGLESS = re.compile(r"(utils?|helpers?|common|base|manager|service|handlers?|misc)\.py")


def test_a_file_fits_into_a_head() -> None:
    """No file of the bot is longer than 200 lines, but for tables."""
    long = {named(file) for file in python("bot", "dialogs", "tools") if lines(file) > 200}
    assert long - LONG_FILES == set()


def test_no_table_is_excused_in_vain() -> None:
    """A file that has become short, or is gone, is taken off the list."""
    assert {named(file) for file in python("bot", "dialogs") if lines(file) > 200} >= LONG_FILES


def test_a_function_fits_on_a_screen() -> None:
    """No function is longer than 40 lines."""
    assert [where for where, size in sizes().items() if size > 40] == []


def test_nine_functions_of_ten_fit_into_a_glance() -> None:
    """Nine of ten functions have 20 lines at most."""
    assert quantiles(sizes().values(), n=10)[-1] <= 20


def test_a_file_is_a_noun_or_a_verb() -> None:
    """No file is named after nothing in particular."""
    ours = python("bot", "dialogs", "tools", "tests", "bench")
    assert [named(file) for file in ours if MEANINGLESS.fullmatch(file.name)] == []


def lines(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())


def sizes() -> dict[str, int]:
    return {
        f"{named(file)}:{function.lineno} {function.name}": length(function)
        for file in python("bot", "dialogs", "tools")
        if "migrations" not in file.parts  # Alembic writes these: a migration is one list
        for function in functions(file)
    }
