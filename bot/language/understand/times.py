"""Times of day, as people write them: klo 9.30, puoli kaksi, kahdelta, kvart i två."""

from __future__ import annotations

import re
from datetime import time
from functools import cache

from .figures import figured
from .numbers import cardinal
from .patterns import all_of, any_of, listed
from .tables import lists
from .words import fold, words

AFTERNOON = range(1, 7)
"""Hours said without minutes or half of the day that are taken to be after noon."""
QUARTER = {"past": 15, "to": 15}
"""Minutes past or to the hour where no number of them is said."""
QUIET = ("clock", "around", "quiet", "morning", "evening")
"""Words that may stand beside a bare number that is a time."""
AT = re.compile(r"lta?(?:toista?)?$|lla$")


def said(*kinds: str) -> str:
    return listed(form for kind in kinds for form in lists("times")[kind])


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    hour = r"(?:klo )?(?P<hour>\d{1,2})(?![\d.,:]\d|\d)"
    told = rf"(?P<half>\b{said('half')}\s?)?{hour}"
    minutes = rf"(?:(?P<minutes>\d{{1,2}})(?:\s{said('minutes')})?|{said('quarter')})"
    by_clock = r"(?:klo|kello|kl|klockan|vid)\.?\s?"
    spoken = {
        "past": rf"\b{minutes}\s(?:{said('past')})\s{told}",
        "to": rf"\b{minutes}\s(?:{said('to')})\s{told}",
        "half": rf"(?P<half>\b{said('half')})\s?{hour}",
        "exact": r"(?<![\d.,:/-])(?P<hour>\d{1,2})[.:](?P<minutes>\d{2})(?![\d]|[.,:/]\d|\.)",
        "apart": rf"(?:\b{by_clock}|^)(?P<hour>\d{{1,2}})(?: och| ja)? (?P<minutes>\d{{2}})"
        r"(?![.,:]?\d| [^\W\d])",
        "clock": rf"\b{by_clock}(?P<hour>\d{{1,2}})(?![\d]|[.,:/]\d)",
        "four": r"(?<![\d.,:/-])(?P<hour>[01]\d|2[0-3])(?P<minutes>[0-5]\d)(?![\d.,:/-])",
        "bare": r"(?<![\d.,:/-])(?P<hour>\d{1,2})(?:\s?[th]\b|-?\s?tiden)?(?![\d.,:/-]|\s*€)",
    }
    return {name: re.compile(pattern) for name, pattern in spoken.items()}


def by_the_clock(word: str, number: int) -> str:
    """`kahdelta` is "klo 2": the ending says that a time is meant."""
    return f"klo {number}" if AT.search(word) else str(number)


def clock(text: str) -> time | None:
    """The one time of day that a text names; None if there is none, or another as well."""
    spoken = in_figures(text)
    if uncertain().search(spoken):
        return None
    found = set(times(spoken))
    return found.pop() if len(found) == 1 else None


@cache
def uncertain() -> re.Pattern[str]:
    """Before or after a time, between two, something other than a time, less than nothing."""
    return re.compile(
        rf"{said('open')}|(?<![\dt] )\bfore\b|\d\s?-\s?\d|^\s?-"
        r"|\d\s?(?:€|e\b(?!\.\s?m)|eur|km|kilo|%)"
    )


def in_figures(text: str) -> str:
    """The text in figures: "halvtvå" and "tiotiden" are cut where their words meet."""
    cut = re.sub(r"\b(halv|puoli)([^\W\d_]{2,})", apart, words(text).text)
    cut = re.sub(r"(?<=[^\W\d_])tiden\b", " tiden", cut)
    return figured(cut, write=by_the_clock)


def apart(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2]}" if cardinal(fold(match[2])) else match[0]


def times(spoken: str) -> list[time | None]:
    """Every time in a text in figures. Named by the clock wins over a bare number."""
    for name, pattern in patterns().items():
        if name == "bare" and not quiet(spoken):
            break
        matches = list(pattern.finditer(spoken))
        if matches:
            return [moment(match, name, spoken) for match in matches]
    return noon(spoken)


def noon(spoken: str) -> list[time | None]:
    if any_of("times", "noon").search(spoken):
        return [time(12)]
    return [time(0)] if any_of("times", "midnight").search(spoken) else []


def moment(match: re.Match[str], name: str, spoken: str) -> time | None:
    """The time that was matched, on the half of the day that is meant."""
    part = match.groupdict()
    hour, minutes = int(part["hour"]), int(part.get("minutes") or QUARTER.get(name, 0))
    total = 60 * hour - (30 if part.get("half") else 0) + (-minutes if name == "to" else minutes)
    if hour > 23 or minutes > 59 or total < 0:
        return None
    total += 12 * 60 * after_noon(hour, name, spoken)
    return time(total // 60 % 24, total % 60)


def after_noon(hour: int, name: str, spoken: str) -> bool:
    """Whether twelve hours are to be added."""
    if any_of("times", "morning").search(spoken):
        return False
    if any_of("times", "evening").search(spoken):
        return hour < 12
    return name not in ("exact", "apart", "four") and hour in AFTERNOON


def quiet(spoken: str) -> bool:
    """Whether nothing is said besides a number that could be about something else."""
    others = re.findall(r"[^\W\d_]+", spoken)
    return len(re.findall(r"\d+", spoken)) == 1 and all(
        word in all_of("times", *QUIET) or cardinal(word) is not None for word in others
    )
