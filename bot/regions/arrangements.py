"""How the work is arranged, out of the tables of region.toml."""

from __future__ import annotations

from datetime import date

from bot.domain.arrangements import (
    Arrangements,
    CadenceUnit,
    CoffeeRules,
    DayOfYear,
    InfoSession,
    PairingRules,
    QuietHours,
    RoundDefault,
    RoundKind,
    Season,
    VisitRules,
)
from bot.regions.entries import Entry
from bot.regions.tables import Document

VISITS = ("people", "day_begins", "day_ends", "kilometres_per_hour")
ROUND = ("kind", "season")
WINDOW = ("opens", "closes")
INFO = ("info_days_after", "info_weekday", "info_begins", "info_ends")
PAIRING = ("size", "distance", "interests", "limit_kilometres")
COFFEE = ("every", "unit", "reminder_minutes", "least_a_year", "most_a_year")

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SOME_YEAR = 2023
"""Any year without a 29 February, which does not come every year."""


def rounds(document: Document) -> tuple[RoundDefault, ...]:
    return tuple(map(round_default, document.tables("rounds", ROUND, (*WINDOW, *INFO))))


def visits(document: Document) -> VisitRules:
    table = document.table("visits", VISITS)
    begins, ends = table.clock("day_begins"), table.clock("day_ends")
    if ends <= begins:
        raise table.wrong("day_ends", f"day_ends is {ends}, before the day begins")
    people = table.whole("people", least=1)
    return VisitRules(people, begins, ends, table.whole("kilometres_per_hour", least=1))


def pairing(document: Document) -> PairingRules:
    table = document.table("pairing", PAIRING)
    weights = {key: table.decimal(key) for key in ("size", "distance", "interests")}
    for key, weight in weights.items():
        if not 0 <= weight <= 1 or weight * 1000 % 1:
            raise table.wrong(key, f"{key} is {weight}, which is not a weight such as 0.125")
    if (together := sum(weights.values())) != 1:
        raise table.wrong("size", f"the weights make {together} together, not 1")
    thousandths = {key: int(weight * 1000) for key, weight in weights.items()}
    return PairingRules(**thousandths, limit_kilometres=table.whole("limit_kilometres", least=1))


def reports(document: Document) -> tuple[int, ...]:
    return document.table("reports", ("reminder_days",)).wholes("reminder_days", least=1)


def quiet_hours(document: Document) -> QuietHours:
    table = document.table("quiet_hours", ("begins", "ends"))
    return QuietHours(table.clock("begins"), table.clock("ends"))


def coffee(document: Document) -> CoffeeRules:
    table = document.table("coffee", COFFEE)
    least, most = table.whole("least_a_year"), table.whole("most_a_year")
    if most < least:
        raise table.wrong("most_a_year", f"most_a_year is {most}, less than least_a_year")
    return CoffeeRules(
        every=table.whole("every", least=1),
        unit=table.one_of("unit", CadenceUnit),
        reminder_minutes=table.wholes("reminder_minutes", least=1),
        least_a_year=least,
        most_a_year=most,
    )


def arrangements(document: Document) -> Arrangements:
    return Arrangements(
        rounds=rounds(document),
        visits=visits(document),
        pairing=pairing(document),
        report_reminder_days=reports(document),
        quiet_hours=quiet_hours(document),
        coffee=coffee(document),
    )


def round_default(table: Entry) -> RoundDefault:
    opens = day_of_year(table, "opens")
    closes = day_of_year(table, "closes")
    if (opens is None) != (closes is None):
        raise table.wrong("season", "a round opens and closes, or has neither day")
    if opens and closes and (closes.month, closes.day) < (opens.month, opens.day):
        raise table.wrong("closes", "closes comes before opens")
    return RoundDefault(
        kind=table.one_of("kind", RoundKind),
        season=table.one_of("season", Season),
        days=(opens, closes) if opens and closes else None,
        info_session=info_session(table),
    )


def day_of_year(table: Entry, key: str) -> DayOfYear | None:
    if not table.text_or_none(key):
        return None
    text = table.matching(key, r"\d\d-\d\d", "a month and a day such as 02-16")
    try:
        day = date.fromisoformat(f"{SOME_YEAR}-{text}")
    except ValueError:
        raise table.wrong(key, f"{key} is {text!r}, which does not come every year") from None
    return DayOfYear(day.month, day.day)


def info_session(table: Entry) -> InfoSession | None:
    if not any(table.text_or_none(key) for key in INFO):
        return None
    return InfoSession(
        days_after=table.whole("info_days_after"),
        weekday=WEEKDAYS.index(table.among("info_weekday", WEEKDAYS)),
        begins=table.clock("info_begins"),
        ends=table.clock("info_ends"),
    )
