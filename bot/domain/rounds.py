"""Rounds: when libraries may register as partners, and when they may book AKE's visits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from .arrangements import InfoSession, RoundDefault, RoundKind, Season
from .ids import PersonId, RoundId


class RoundState(StrEnum):
    DRAFT = "draft"
    """Its dates are still open (D-1)."""
    SET = "set"


@dataclass(frozen=True)
class Window:
    """From one day to another, both included: the last one until midnight by local time (D-1)."""

    opens_on: date
    closes_on: date

    def __contains__(self, day: date) -> bool:
        return self.opens_on <= day <= self.closes_on


@dataclass(frozen=True)
class Meeting:
    """A session from one moment to another, both aware and in UTC."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True)
class Round:
    """One round of one kind: two kinds may have the same dates and are still two (D-2)."""

    kind: RoundKind
    year: int
    season: Season
    window: Window | None = None
    """None: a draft, its dates are open."""
    info_session: Meeting | None = None

    @property
    def id(self) -> RoundId:
        return RoundId(f"{self.kind}-{self.year}-{self.season}")

    @property
    def state(self) -> RoundState:
        return RoundState.DRAFT if self.window is None else RoundState.SET

    def is_open(self, today: date) -> bool:
        return self.window is not None and today in self.window


class Rounds(Protocol):
    """The rounds that AKE has changed, and who waits for one to open."""

    def kept(self) -> tuple[Round, ...]: ...

    def keep(self, changed: Round) -> None:
        """Add it, or change the one of that kind, year and season."""
        ...

    def watch(self, kind: RoundKind, person: PersonId) -> None:
        """Remember that someone wants to hear when the next one opens; twice is once."""
        ...

    def watchers(self, kind: RoundKind) -> tuple[PersonId, ...]: ...

    def forget_watcher(self, kind: RoundKind, person: PersonId) -> None: ...


def current(rounds: Iterable[Round], kind: RoundKind, today: date) -> Round | None:
    """The round that is open today."""
    return next((one for one in rounds if one.kind == kind and one.is_open(today)), None)


def coming(rounds: Iterable[Round], kind: RoundKind, today: date) -> Round | None:
    """The next round whose opening day is known."""
    later = [
        (one.window.opens_on, one)
        for one in rounds
        if one.kind == kind and one.window is not None and one.window.opens_on > today
    ]
    return min(later, key=lambda found: found[0])[1] if later else None


def usual(default: RoundDefault, year: int, zone: ZoneInfo) -> Round:
    """A year's round as the region has it, unless AKE says otherwise (D-1, D-10)."""
    days = default.window(year)
    window = Window(*days) if days else None
    session = default.info_session
    meeting = usual_session(session, window.closes_on, zone) if session and window else None
    return Round(default.kind, year, default.season, window, meeting)


def usual_session(session: InfoSession, closes_on: date, zone: ZoneInfo) -> Meeting:
    """On the first such weekday at least so many days after the round has closed (D-10)."""
    earliest = closes_on + timedelta(days=session.days_after)
    day = earliest + timedelta(days=(session.weekday - earliest.weekday()) % 7)
    begins = datetime.combine(day, session.begins, zone)
    ends = datetime.combine(day, session.ends, zone)
    return Meeting(begins, ends)
