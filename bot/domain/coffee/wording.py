"""A rule as people type it: "joka toinen tiistai klo 9", "första onsdagen i månaden kl. 14.15".

Each word becomes a sign, and the line of signs is a rule or it is not. A line with one word that
is not known here, with two weekdays or two times is no rule: better to ask again than to be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from unicodedata import normalize

from bot.domain.coffee.rules import LAST, Monthly, Rule, Weekly, monthly_from, weekly_from
from bot.domain.coffee.words import SIGNS

WEEK = re.compile(r"KN(?P<a>\d)W|K?EO(?P<b>[2-9])W|N(?P<c>\d)WI|K?E?W")
MONTH = re.compile(r"KN(?P<a>\d)M|K?EO(?P<b>[2-9])M|N(?P<c>\d)MI|K?E?M")
"""Joka toinen viikko, kahden viikon välein, kerran kahdessa viikossa; the same of months."""

ON_DAYS = re.compile(r"H(?P<day>\d)|E(?:O(?P<every>[2-9]))?[DH](?P<each>\d)")
"""Tiistaisin, joka tiistai, joka toinen tiistai."""
DAY = re.compile(r"[DH](?P<day>\d)")
NTH_DAY = re.compile(r"O(?P<nth>[0-4])[DH](?P<day>\d)")
"""The second Tuesday; O0 is the last."""

TIME = re.compile(
    r"(?P<clock>\b(?:klo|kello|kl|klockan)\.?\s*)?"
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?"
    r"(?P<end>\s*[-–]\s*(?P<end_hour>\d{1,2})(?:[.:](?P<end_minute>\d\d))?)?(?![\d:])(?!\.\d)"
)


@dataclass(frozen=True)
class Told:
    """What a person said of a series in one line."""

    rule: Rule
    wall: time | None = None
    """When it begins, if that was said."""
    length: int | None = None
    """Minutes, if it was said when it ends."""


@dataclass(frozen=True)
class _Hours:
    wall: time | None = None
    length: int | None = None


def read_rule(words: str, start: date | None = None) -> Told | None:
    """A rule that names no weekday takes it from the day the series starts, when that is given."""
    line = normalize("NFC", words).casefold().strip(" .!")
    times = [found for found in TIME.finditer(line) if _is_a_time(found)]
    if len(times) > 1:
        return None
    hours = _hours(times[0]) if times else _Hours()
    for found in times:
        line = f"{line[: found.start()]} {line[found.end() :]}"
    signs = _signs(line)
    rule = _rule(signs, start) if hours and signs else None
    return Told(rule, hours.wall, hours.length) if rule and hours else None


def _is_a_time(found: re.Match[str]) -> bool:
    """A number alone may count weeks: a time says `klo`, has minutes, tells the end or is last."""
    told = any(found[part] for part in ("clock", "minute", "end"))
    return told or found.end() == len(found.string)


def _hours(found: re.Match[str]) -> _Hours | None:
    try:
        begins = time(int(found["hour"]), int(found["minute"] or 0))
        if not found["end"]:
            return _Hours(begins)
        ends = time(int(found["end_hour"]), int(found["end_minute"] or 0))
    except ValueError:
        return None
    length = (ends.hour - begins.hour) * 60 + ends.minute - begins.minute
    return _Hours(begins, length) if length > 0 else None


def _signs(line: str) -> str | None:
    words = re.findall(r"[^\s,;]+", line)
    found = [SIGNS.get(word) if word in SIGNS else SIGNS.get(word.rstrip(".")) for word in words]
    return "".join(sign for sign in found if sign) if None not in found else None


def _rule(signs: str, start: date | None) -> Rule | None:
    return next(iter(_rules(signs, start)), None)


def _rules(signs: str, start: date | None) -> Iterator[Rule]:
    if on_days := ON_DAYS.fullmatch(signs):
        yield Weekly(int(on_days["day"] or on_days["each"]), int(on_days["every"] or 1))
    for every, rest in _cut(WEEK, signs):
        if day := DAY.fullmatch(rest):
            yield Weekly(int(day["day"]), every)
        elif not rest and start and signs != "W":
            yield weekly_from(start, every)
    for every, rest in _cut(MONTH, signs):
        if day := NTH_DAY.fullmatch(rest):
            yield Monthly(int(day["day"]), int(day["nth"]) or LAST, every)
        elif not rest and start and signs != "M":
            yield monthly_from(start, every)


def _cut(period: re.Pattern[str], signs: str) -> Iterator[tuple[int, str]]:
    """How often a period is, and what is said besides: before it or after it."""
    for found in period.finditer(signs):
        before, after = signs[: found.start()], signs[found.end() :]
        often = next(filter(None, (found["a"], found["b"], found["c"])), "1")
        if not (before and after):
            yield int(often), before or after
