"""Named members of working groups, by group and year, and the lists AKE imports (D-38)."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import StringIO

from bot.domain.ids import NetworkKey

from .travellers import Traveller

COLUMNS = {
    "group": ("group", "ryhmä", "työryhmä", "grupp", "arbetsgrupp"),
    "year": ("year", "vuosi", "år"),
    "name": ("name", "nimi", "namn"),
}
YEARS = range(2018, 2100)
"""From the year the task began (ACT-2)."""


@dataclass(frozen=True)
class Member:
    group: NetworkKey
    year: int
    who: Traveller


class Problem(StrEnum):
    """Why a row of a list was left out."""

    UNREADABLE = "unreadable"
    NO_HEADING = "no_heading"
    UNKNOWN_GROUP = "unknown_group"
    NO_YEAR = "no_year"
    NO_NAME = "no_name"
    TWICE = "twice"


@dataclass(frozen=True)
class LeftOut:
    """A row that could not be taken, by its line in the file, with what stood in its way."""

    line: int
    problem: Problem
    given: str = ""


@dataclass(frozen=True)
class MemberList:
    members: tuple[Member, ...]
    left_out: tuple[LeftOut, ...]


def is_member(who: Traveller, group: NetworkKey, on: date, members: Collection[Member]) -> bool:
    """Named for the group in the year of the meeting."""
    return any(
        member.group == group and member.year == on.year and member.who.is_same_as(who)
        for member in members
    )


def read_members(text: str, groups: dict[str, NetworkKey]) -> MemberList:
    """A list with group, year and name, headed in Finnish, Swedish or English.

    `groups` has every name and key a group goes by, in small letters. Columns are parted by
    semicolons or commas, as the spreadsheet has it.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    parted = ";" if lines and ";" in lines[0] else ","
    try:
        heading, *rows = cells_of(lines, parted)
    except csv.Error:
        return MemberList((), (LeftOut(1, Problem.UNREADABLE),))
    places = columns(heading[1])
    if places is None:
        return MemberList((), (LeftOut(1, Problem.NO_HEADING, lines[0] if lines else ""),))
    return gathered((line, member_in(row, places, groups)) for line, row in rows if any(row))


def cells_of(lines: list[str], parted: str) -> list[tuple[int, list[str]]]:
    """Each row with its last line; at least one. Raises csv.Error for a cell without end."""
    rows = csv.reader(StringIO("\n".join(lines)), delimiter=parted)
    return [(rows.line_num, [cell.strip() for cell in row]) for row in rows] or [(1, [])]


def columns(heading: Iterable[str]) -> tuple[int, int, int] | None:
    """Where group, year and name stand."""
    words = [word.strip().casefold() for word in heading]
    found = [[words.index(name) for name in names if name in words] for names in COLUMNS.values()]
    group, year, name = found
    return (group[0], year[0], name[0]) if group and year and name else None


def member_in(
    row: list[str], places: tuple[int, int, int], groups: dict[str, NetworkKey]
) -> Member | LeftOut:
    """The line number of a row left out is set by whoever counts the lines."""
    group, year, name = (row[place] if place < len(row) else "" for place in places)
    key = groups.get(group.casefold())
    if key is None:
        return LeftOut(0, Problem.UNKNOWN_GROUP, group)
    if not (year.isascii() and year.isdecimal() and int(year) in YEARS):
        return LeftOut(0, Problem.NO_YEAR, year)
    if not name:
        return LeftOut(0, Problem.NO_NAME)
    return Member(key, int(year), Traveller(name))


def gathered(rows: Iterable[tuple[int, Member | LeftOut]]) -> MemberList:
    members: list[Member] = []
    left_out: list[LeftOut] = []
    for line, row in rows:
        if isinstance(row, LeftOut):
            left_out.append(LeftOut(line, row.problem, row.given))
        elif is_member(row.who, row.group, date(row.year, 1, 1), members):
            left_out.append(LeftOut(line, Problem.TWICE, row.who.name))
        else:
            members.append(row)
    return MemberList(tuple(members), tuple(left_out))
