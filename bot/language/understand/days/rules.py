"""What signs one after another come to. A rule is a pattern over their letters (see lexicon)."""

from __future__ import annotations

import re

from .pieces import Made, Rule, Run, numbers, place

WAY = {"n": 1, "c": 1, "t": 0, "p": -1, "q": -2}
"""Weeks, months or years away: next, coming, this, last, last but one."""


def dates(run: Run) -> Made:
    """1.–5. joulukuuta, den 1–5 december, 3.–4.2."""
    if run[-1].letter == "T":
        day, month, *year = run[-1].numbers
        return Made("dates", (run[0].numbers[0], month, day, month, *year))
    (first, last), month = numbers(run, "dDONz"), numbers(run, "Mmk")[0]
    return Made("dates", (first, month, last, month, *numbers(run, "Y")))


def date(run: Run) -> Made:
    """24.11.2026, 1. joulukuuta, joulukuun ensimmäinen päivä, den 24 november"""
    if run[0].letter == "T":
        return Made("date", (*run[0].numbers, *numbers(run, "Y"))[:3])
    return Made("date", (numbers(run, "dDONez")[0], *numbers(run, "Mmk"), *numbers(run, "Y")))


def date_in_places(run: Run) -> Made:
    """As in kolmas kahdettatoista, femte i tredje: a day and a month by their places"""
    return Made("date", (run[0].numbers[0], run[1].numbers[0]))


def months(run: Run) -> Made | None:
    """As in tammi–helmikuussa, tammikuusta maaliskuuhun, från januari till mars"""
    first, *_, last = (sign for sign in run if sign.letter in "Mmk")
    if run[1].letter not in "-B" and (first.name, last.name) != ("from", "to"):
        return None
    return Made("months", (*first.numbers, *last.numbers, *numbers(run, "Y")))


def weekdays(run: Run) -> Made | None:
    """As in ti–to, tiistaista torstaihin, från tisdag till torsdag"""
    first, last = run[0], run[-1]
    if len(run) == 2 and (first.name, last.name) != ("from", "to"):
        return None
    return Made("weekdays", (*first.numbers, *last.numbers))


def weeks(run: Run) -> Made:
    return Made("weeks", numbers(run, "dY"))


def week(run: Run) -> Made:
    """As in viikko 49, v. 49/2027, vecka 49, 49. viikko"""
    return Made("week", (*numbers(run, "dDNO"), *numbers(run, "Y")))


def weekday_of_month(run: Run) -> Made:
    """As in tammikuun ensimmäinen maanantai, första måndagen i januari"""
    return Made("nth weekday of month", (place(run), *numbers(run, "W"), *numbers(run, "Mm")))


def week_of_month(run: Run) -> Made:
    return Made("nth week of month", (place(run), *numbers(run, "Mm")))


def end_of_month(run: Run) -> Made:
    """As in joulukuun viimeinen päivä, sista november"""
    return Made("last day of month", numbers(run, "Mm"))


def near_month(run: Run) -> Made:
    """As in ensi toukokuussa: the coming one; viime toukokuussa: the one behind"""
    return Made("near month", (*numbers(run, "Mm"), -1 if run[0].letter == "p" else 1))


def near_weekday(run: Run) -> Made:
    """As in ensi tiistaina, denna torsdag, viime perjantaina, i fredags"""
    name = "p" if run[0].letter == "I" else next(sign.letter for sign in run if sign.letter in WAY)
    return Made("weekday", numbers(run, "WwI"), name)


def weekday(run: Run) -> Made:
    return Made("weekday", run[0].numbers, run[0].name)


def week_after(run: Run) -> Made | None:
    """As in viikko huomisesta, tiistaista viikko"""
    day = next(sign for sign in run if sign.letter != "V")
    if day.name != "from":
        return None
    if day.letter == "R":
        return Made("relative day", (day.numbers[0] + 7,))
    return Made("weekday", day.numbers, "week after")


def away(kind: str) -> Rule:
    """What lies so many weeks, months or years away: ensi viikolla, förra månaden"""
    return lambda run: Made(kind, run[0].numbers or (WAY[run[0].letter],))


def weekend(run: Run) -> Made:
    """A week's Saturday and Sunday; the coming one is this week's."""
    return Made("weekend", (0 if run[0].letter in "cE" else WAY[run[0].letter],))


def ahead(run: Run) -> Made | None:
    """As in kahden viikon päästä, om två veckor"""
    return distance(run, 1)


def behind(run: Run) -> Made | None:
    """As in kaksi viikkoa sitten, för två veckor sedan"""
    return distance(run, -1)


def distance(run: Run, way: int) -> Made | None:
    """Days or months from today. A couple is two; only a year has a half that is whole months."""
    unit = next(sign.letter for sign in run if sign.letter in "UVvGAy")
    counts = [2 if sign.letter == "b" else sign.numbers[0] for sign in run if sign.letter in "Nedb"]
    count = way * (counts[-1] if counts else 1)
    if unit == "y" or any(sign.letter == "h" for sign in run):
        return Made("months away", (6 * way,)) if unit in "Ay" else None
    if unit in "UVv":
        return Made("days away", (count if unit == "U" else 7 * count,))
    return Made("months away", (12 * count if unit == "A" else count,))


def holiday(run: Run) -> Made:
    """As in vappuna, ensi juhannuksena, andra advent"""
    return Made("holiday", numbers(run, "OD"), run[-1].name)


def plain(kind: str, letters: str) -> Rule:
    """A piece that is what its sign is."""
    return lambda run: Made(kind, numbers(run, letters))


def placed(kind: str, letters: str = "") -> Rule:
    """The first or the last of something: sista dagen, ensimmäinen viikko"""
    return lambda run: Made(kind, (place(run), *numbers(run, letters)))


MONTH_AHEAD, MONTH_BEHIND = "(?=[ntpc]?G)", "(?<=G)"

RULES = tuple(
    (re.compile(pattern), read)
    for read, patterns in (
        (dates, ("[dDz][-B][dD]?T", "[dDONz][-B][dDONz][Mk]A?Y?", "m[dDO]U?[-B][dDO]U?")),
        (date, ("T(?:A?Y)?",)),
        (weekday_of_month, ("m[OLdD]W", "[OLz]W[Mm]")),
        (week_of_month, ("[OLz]V[Mm]", "m[OLD]V")),
        (end_of_month, ("mLU?", "LU?[Mm]")),
        (date, ("[dDONez]U?[Mmk](?:A?Y)?", "m[dDO]U?(?:A?Y)?", "MDU?")),
        (date_in_places, ("[Oz]O",)),
        (months, ("[Mmk][-B][Mm](?:A?Y)?", "MM(?:A?Y)?")),
        (weekdays, ("[Ww][-B][Ww]", "WW")),
        (weeks, ("[Vv]d[-&]d(?:/?Y)?",)),
        (week, ("[Vv]d(?:/?A?Y)?", "V[DNO](?:/?Y)?(?![as])", "DV", "dV(?=W)")),
        (weekend, ("[ntcpq]E", "E")),
        (away("relative week"), ("[ntcpq]V",)),
        (away("relative month"), ("[ntcp]G",)),
        (away("relative year"), ("[ntp]A", "X")),
        (near_month, ("[ntp][Mm]",)),
        (week_after, ("V[RW]", "[RW]V")),
        (near_weekday, ("[ntpqc][Ww]", "Wt(?!V)", "I")),
        (weekday, ("W", "w(?=[TVvDK]|$|[&|][Ww]|[dO][Mmk])", "(?<=[TVR-])w")),
        (plain("uncertain", ""), ("o?e?u[Nedhb]*[UVGA][as]?",)),
        (ahead, ("[Nedhb]*[UVGA]a", "o[Nedhb]+[UVGAv]", "oe?y", "ya")),
        (behind, ("[Nedhb]*[UVGA]s", "f[Nedhb]+[UVGA]s", "fe?ys", "ys")),
        (holiday, ("[OD]J", "[ntcp]?H")),
        (plain("relative day", "R"), ("R",)),
        (plain("month part", "Q"), ("Q",)),
        (plain("week part", "Z"), ("Z",)),
        (plain("month", "d"), ("d/(?=Y)",)),
        (placed("nth week"), (f"[OLz]V{MONTH_AHEAD}", f"{MONTH_BEHIND}[OLD]V")),
        (placed("nth weekday", "W"), (f"[OLz]W{MONTH_AHEAD}", f"{MONTH_BEHIND}[OLD]W")),
        (placed("nth day"), (f"LU?{MONTH_AHEAD}", f"{MONTH_BEHIND}LU?")),
        (
            plain("day of month", "dDOz"),
            ("[dDO]U(?![as])", f"[zDOd]{MONTH_AHEAD}", f"{MONTH_BEHIND}[DO]", "(?<!.)D$", "z"),
        ),
        (plain("month", "Mmk"), ("[Mm]", "k$")),
        (lambda run: Made("relative month", (0,)), ("G(?=[PLOD])", "(?<=[PLUWV])G")),
        (plain("part", "P"), ("P",)),
        (plain("year", "Y"), ("A?Y",)),
    )
    for pattern in patterns
)
