"""A TOML file into entries: every value as text, with the line it stands on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from bot.regions.entries import SEPARATOR, Entry, check_keys
from bot.regions.faults import Wrong


@dataclass(frozen=True)
class Document:
    """Tables one level deep, and arrays of such tables."""

    root: Mapping[str, object]
    lines: Mapping[str, int]
    """Of `table`, `table.key`, `table[0]`, `table[0].key` …"""

    def top(self, tables: Iterable[str], required: Sequence[str]) -> Entry:
        """What stands above the first table."""
        if reason := check_keys(self.root, [*required, *tables]):
            raise Wrong(self.line_of(reason.split()[0]), reason)
        return self.entry("", {key: self.root[key] for key in required}, required)

    def table(self, key: str, required: Sequence[str], optional: Sequence[str] = ()) -> Entry:
        return self.entry(key, self.root[key], required, optional)

    def tables(
        self, key: str, required: Sequence[str], optional: Sequence[str] = ()
    ) -> list[Entry]:
        found = self.root[key]
        if not isinstance(found, list):
            raise Wrong(self.line_of(key), f"{key} is not a list of tables")
        return [
            self.entry(f"{key}[{place}]", values, required, optional)
            for place, values in enumerate(found)
        ]

    def free(self, key: str) -> Entry:
        """A table whose keys are its own affair."""
        found = self.root[key]
        return self.entry(key, found, list(found) if isinstance(found, dict) else ())

    def entry(
        self, path: str, found: object, required: Sequence[str], optional: Sequence[str] = ()
    ) -> Entry:
        begins = self.line_of(path)
        if not isinstance(found, dict):
            raise Wrong(begins, f"{path} is not a table")
        values = {str(key): value for key, value in found.items()}
        lines = {key: self.lines.get(f"{path}.{key}".strip("."), 1) for key in values}
        if reason := check_keys(values, required, optional):
            raise Wrong(lines.get(reason.split()[0], begins), reason)
        return Entry({key: written(value) for key, value in values.items()}, lines, begins)

    def line_of(self, path: str) -> int:
        return self.lines.get(path, 1)


def read_document(text: str) -> Document:
    """Raises Wrong where the text is not TOML."""
    try:
        root = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+)", str(error))
        reason = re.sub(r" \(at .*\)$", "", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        raise Wrong(line, f"this is not TOML ({reason})") from None
    return Document(root, where(text))


def where(text: str) -> dict[str, int]:
    """The line of each table and of each key that begins a line. tomllib does not tell."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\[\[([\w-]+)\]\]", line):
            place = sum(path.startswith(f"{header[1]}[") and "." not in path for path in lines)
            table = f"{header[1]}[{place}]"
            lines[table] = number
        elif header := re.match(r"\[([\w-]+)\]", line):
            table = header[1]
            lines[table] = number
        elif key := re.match(r"([\w-]+)\s*=", line):
            lines.setdefault(f"{table}.{key[1]}".strip("."), number)
    return lines


def written(value: object) -> str:
    """As it would stand in a cell of a CSV file."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, time):
        return value.isoformat("seconds")
    if isinstance(value, list):
        return f" {SEPARATOR} ".join(map(written, value))
    return str(value).strip()
