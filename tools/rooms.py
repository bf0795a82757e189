"""An import contract in the form of a table: one line a room, and what it may import.

Import-linter's own contracts forbid by list, so that a library nobody thought of is let in.
Here what is not on the line is kept out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeAlias, cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

Line: TypeAlias = tuple[str, tuple[str, ...]]
"""A room, and the places it may import from."""

FREE = sys.stdlib_module_names | {"typing_extensions"}


class Rooms(Contract):
    """Each direct import must be allowed by the line of the importer's room, or of its file."""

    type_name = "rooms"
    rooms = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        lines = [read_line(line) for line in cast("list[str]", self.rooms)]
        wrong = sorted(
            f"{importer} -> {imported}"
            for importer in graph.modules
            for imported in graph.find_modules_directly_imported_by(importer)
            if not any(is_in(imported, place) for place in may_import(importer, lines))
        )
        return ContractCheck(kept=not wrong, metadata={"wrong": wrong})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in cast("list[str]", check.metadata["wrong"]):
            output.print_error(f"{line}: not on the line of its room", bold=False)


def read_line(line: str) -> Line:
    room, _, places = line.partition(":")
    return room.strip(), tuple(place.strip() for place in places.split(",") if place.strip())


def may_import(module: str, lines: Iterable[Line]) -> Iterator[str]:
    """The module's room and everything its lines name."""
    yield module
    for room, places in lines:
        if is_in(module, room):
            yield room
            yield from places
    yield from FREE


def is_in(module: str, place: str) -> bool:
    return module == place or module.startswith(f"{place}.")
