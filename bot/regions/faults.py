"""What is wrong with a region's files, said so that it can be found and mended.

RegionError    the region cannot be used until every fault in it is mended
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class Fault:
    file: str
    line: int | None
    """None: the file as a whole."""
    reason: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.reason}."


class RegionError(Exception):
    """The region cannot be used until every fault in it is mended; one sentence for each."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class Wrong(Exception):
    """One value cannot be used. Caught where the reading of its row or table began."""

    def __init__(self, line: int | None, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


class Faults:
    """Collects what is wrong, so that all of it can be told at once."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    @contextmanager
    def caught(self, file: str) -> Iterator[None]:
        try:
            yield
        except Wrong as wrong:
            self.found.append(Fault(file, wrong.line, wrong.reason))

    def each(self, file: str, entries: Iterable[T], read: Callable[[T], U]) -> list[U]:
        """What could be read of the entries; what could not is kept as a fault."""
        values: list[U] = []
        for entry in entries:
            with self.caught(file):
                values.append(read(entry))
        return values

    def stop_here(self) -> None:
        """Raises RegionError if anything has been found by now."""
        if self.found:
            raise RegionError(*self.found)
