"""Sums of money and distances, as people write them: 12,50 €, tolv och femtio, 2 x 52 km."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from .figures import figured
from .patterns import all_of, any_of, listed
from .tables import groups, lists

WHOLE = r"(?<![\d.,:-])(?P<whole>\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+(?=,)|\d+)"
ENDS = r"(?![\d]|[.,:]\d)"
MOST_DIGITS = 9


def unit(*kinds: str) -> str:
    return listed(form for kind in kinds for form in lists("amounts")[kind])


@cache
def sum_patterns() -> tuple[re.Pattern[str], ...]:
    """A sum with its unit after or before it, "euro fifty", cents alone; last a bare figure."""
    part = rf"(?:[.,:](?P<part>\d{{1,2}}))?{ENDS}"
    cents = rf"(?:\s?(?:ja |och )?(?P<cents>\d{{1,2}})(?:\s?{unit('cent')})?{ENDS})?"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{WHOLE}{part},?-?\s?{unit('euro')}{cents}",
            rf"(?:€|\beur\b)\s?{WHOLE}{part}",
            rf"^euro (?:ja |och )?(?P<whole>)(?P<part>)(?P<cents>\d{{2}})(?:\s?{unit('cent')})?$",
            rf"(?<![\d.,:-])(?P<only>\d{{1,4}})\s?{unit('cent')}",
            rf"{WHOLE}(?:(?: och| ja)? (?P<cents>\d{{2}})(?![\d.,:])|{part},?-?)",
        )
    )


@cache
def distance_pattern() -> re.Pattern[str]:
    measure = rf"(?P<unit>{unit('kilometre', 'mile')})?"
    return re.compile(rf"{WHOLE}(?:[.,](?P<part>\d{{1,2}}))?{ENDS}\s?{measure}")


@cache
def product_pattern() -> re.Pattern[str]:
    """2 x 52, 52+52: how a way there and back is written."""
    figure = r"(\d{1,4}(?:[.,]\d{1,2})?)"
    measure = rf"(?:\s?{unit('kilometre', 'euro')})?"
    return re.compile(
        rf"(?<![\d.,]){figure}{measure}\s?({unit('times')}|x(?=\d)|\+)\s?{figure}{ENDS}"
    )


@cache
def rewritten() -> tuple[tuple[re.Pattern[str], str], ...]:
    """How figures are said that are not numbers: en tia, tolv och en halv, 12 pilkku 5."""
    worth = groups("said_numbers")["worth"].items()
    half, point = unit("half"), unit("point")
    return tuple(
        (re.compile(pattern), figure)
        for pattern, figure in (
            *((rf"(?:\ben )?{listed(forms)}", figure) for figure, forms in worth),
            (rf"\ben och (?={half}|\d\d)", "1 och "),
            (r"\b(?:en|ett) (?=\d)", ""),
            (r"\b(?:en|ett) (?=mil\b|euro\b|kilometer\b)", "1 "),
            (rf"(?<![\d.,])(\d+) (?:ja|och) {half}", r"\1,5"),
            (rf"(\d) {point} (\d)", r"\1,\2"),
        )
    )


def cents(text: str) -> int | None:
    """A sum in euros, as cents.

    None for another currency, a third decimal, less than nothing, a doubt, or two sums.
    """
    said = prepared(text)
    if any_of("amounts", "nothing").fullmatch(said):
        return 0
    if refused(said, "foreign", "time", "length", "kilometre", "vague"):
        return None
    for pattern in sum_patterns():
        if found := list(pattern.finditer(said)):
            bare = pattern is sum_patterns()[-1] and len(found[0]["part"] or "") < 2
            return sum_of(found[0]) if alone(found, said, bare=bare) else None
    return None


def kilometres(text: str) -> Decimal | None:
    """A distance in kilometres to one decimal; a Swedish mile is ten of them."""
    said = prepared(text)
    if refused(said, "foreign", "time", "length", "euro", "vague"):
        return None
    found = list(distance_pattern().finditer(said))
    if not found or not alone(found, said, bare=not found[0]["unit"]):
        return None
    distance = decimal(found[0])
    if distance and any_of("amounts", "mile").fullmatch(found[0]["unit"] or ""):
        distance *= 10
    return None if distance is None else distance.quantize(Decimal("0.1"), ROUND_HALF_UP)


def prepared(text: str) -> str:
    """The text in figures, with halves, points, products and slang worked out."""
    said = figured(text, one=False)
    for pattern, figure in rewritten():
        said = pattern.sub(figure, said)
    return product_pattern().sub(worked_out, said).rstrip(" !")


def worked_out(match: re.Match[str]) -> str:
    one, other = (Decimal(match[group].replace(",", ".")) for group in (1, 3))
    return str(one + other if match[2] == "+" else one * other)


NEGATIVE_OR_DATE = re.compile(r"(?:^|\s)-\s?\d|\d\.(?:0?\d|1[0-2])\.$")


def refused(said: str, *kinds: str) -> bool:
    """Whether it is of something else, less than nothing, or doubtful."""
    return bool(NEGATIVE_OR_DATE.search(said) or any_of("amounts", "minus", *kinds).search(said))


def alone(found: list[re.Match[str]], said: str, *, bare: bool) -> bool:
    """Whether there is one figure, and beside a bare one no word that it could be of."""
    rest = said[: found[0].start()] + " " + said[found[0].end() :]
    if len(found) > 1 or re.search(r"\d", rest):
        return False
    return not bare or set(re.findall(r"[^\W\d_]+", rest)) <= all_of("amounts", "quiet")


def sum_of(match: re.Match[str]) -> int | None:
    part = {name: value or "" for name, value in match.groupdict().items()}
    if part.get("only"):
        return int(part["only"])
    whole = re.sub(r"\D", "", part["whole"])
    if len(whole) > MOST_DIGITS or (part["part"] and part.get("cents")):
        return None
    decimals = part["part"].ljust(2, "0") if part["part"] else part.get("cents") or "0"
    return int(whole or 1) * 100 + int(decimals)


def decimal(match: re.Match[str]) -> Decimal | None:
    whole = re.sub(r"\D", "", match["whole"])
    return Decimal(f"{whole}.{match['part'] or 0}") if len(whole) <= MOST_DIGITS else None
