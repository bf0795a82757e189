"""The files of one region, read with an eye for what is wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot.regions.entries import Entry
from bot.regions.faults import Faults, Wrong
from bot.regions.sheets import read_sheet
from bot.regions.tables import Document, read_document

T = TypeVar("T")
Check = Callable[[Entry], None]


@dataclass(frozen=True)
class Folder:
    path: Path
    faults: Faults = field(default_factory=Faults)

    def name(self, file: str) -> str:
        """As faults call it: with the region's key, without the rest of the path."""
        return f"{self.path.name}/{file}"

    def document(self, file: str) -> Document:
        """Raises RegionError where there is nothing to go on with."""
        found = self.faults.each(self.name(file), [file], lambda it: read_document(self.text(it)))
        self.faults.stop_here()
        return found[0]

    def rows(self, file: str, columns: Sequence[str], *checks: Check) -> list[Entry]:
        """Those under the header; each check is made on every one of them."""
        found: list[Entry] = []
        with self.faults.caught(self.name(file)):
            found = read_sheet(self.text(file), self.name(file), columns, self.faults)
        for check in checks:
            self.faults.each(self.name(file), found, check)
        return found

    def each(self, file: str, entries: Iterable[Entry], read: Callable[[Entry], T]) -> list[T]:
        return self.faults.each(self.name(file), entries, read)

    def try_all(self, file: str, *attempts: Callable[[], object]) -> None:
        for attempt in attempts:
            with self.faults.caught(self.name(file)):
                attempt()

    def text(self, file: str) -> str:
        try:
            return (self.path / file).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise Wrong(None, "there is no such file") from None
        except UnicodeDecodeError:
            raise Wrong(None, "the file is not in UTF-8") from None


def once(key: str, things: Callable[[Entry], Iterable[Hashable]]) -> Check:
    """A check that no row has a thing that a row before it had."""
    seen: dict[Hashable, int | None] = {}

    def check(row: Entry) -> None:
        for thing in set(things(row)):
            if seen.setdefault(thing, row.begins) != row.begins:
                raise row.wrong(key, f"{thing} is on line {seen[thing]} already")

    return check


def cells(*keys: str) -> Callable[[Entry], Iterable[str]]:
    """These cells together are one thing."""
    return lambda row: [" ".join(row.values[key] for key in keys)]


def names(*keys: str) -> Callable[[Entry], Iterable[str]]:
    """Each name in these cells is a thing, whatever its case."""
    return lambda row: [text.casefold() for key in keys for text in row.texts(key)]
