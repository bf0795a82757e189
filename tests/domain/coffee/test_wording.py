"""Rules are understood as people type them, or not at all."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.coffee.rules import LAST, Monthly, Rule, Weekly
from bot.domain.coffee.wording import Told, read_rule

EVERY_SECOND_TUESDAY = Weekly(1, every=2)
FIRST_TUESDAY = Monthly(1, 1)
SECOND_WEDNESDAY = Monthly(2, 2)


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("joka toinen viikko tiistaisin", EVERY_SECOND_TUESDAY),
        ("Joka toinen tiistai", EVERY_SECOND_TUESDAY),
        ("tiistaisin, joka toinen viikko", EVERY_SECOND_TUESDAY),
        ("kahden viikon välein tiistaina", EVERY_SECOND_TUESDAY),
        ("2 viikon välein ti", EVERY_SECOND_TUESDAY),
        ("kerran kahdessa viikossa tiistaisin", EVERY_SECOND_TUESDAY),
        ("joka 2. tiistai", EVERY_SECOND_TUESDAY),
        ("varannan vecka på tisdagar", EVERY_SECOND_TUESDAY),
        ("varannan tisdag", EVERY_SECOND_TUESDAY),
        ("på tisdagar varannan vecka", EVERY_SECOND_TUESDAY),
        ("en gång varannan vecka på tisdagar", EVERY_SECOND_TUESDAY),
        ("med två veckors mellanrum på tisdagar", EVERY_SECOND_TUESDAY),
        ("keskiviikkoisin", Weekly(2)),
        ("joka keskiviikko.", Weekly(2)),
        ("viikoittain keskiviikkona", Weekly(2)),
        ("kerran viikossa keskiviikkoisin", Weekly(2)),
        ("varje onsdag", Weekly(2)),
        ("onsdagar", Weekly(2)),
        ("var tredje torsdag", Weekly(3, every=3)),
        ("joka kolmas torstai", Weekly(3, every=3)),
        ("kuukauden ensimmäinen tiistai", FIRST_TUESDAY),
        ("kuun eka ti", FIRST_TUESDAY),
        ("joka kuukauden 1. tiistai", FIRST_TUESDAY),
        ("kerran kuussa ensimmäisenä tiistaina", FIRST_TUESDAY),
        ("första tisdagen i månaden", FIRST_TUESDAY),
        ("den första tisdagen i varje månad", FIRST_TUESDAY),
        ("månadens första tisdag", FIRST_TUESDAY),
        ("joka kuukauden toinen keskiviikko", SECOND_WEDNESDAY),
        ("andra onsdagen i månaden", SECOND_WEDNESDAY),
        ("kuun viimeinen perjantai", Monthly(4, LAST)),
        ("månadens sista fredag", Monthly(4, LAST)),
        ("joka toinen kuukausi ensimmäisenä tiistaina", Monthly(1, 1, every=2)),
        ("första tisdagen varannan månad", Monthly(1, 1, every=2)),
    ],
)
def test_a_rule_is_understood(words: str, rule: Rule) -> None:
    """In both languages, in the ways people say it."""
    assert read_rule(words) == Told(rule)


@pytest.mark.parametrize(
    ("words", "wall", "length"),
    [
        ("joka toinen viikko tiistaisin klo 9", time(9), None),
        ("klo 9.30 joka toinen tiistai", time(9, 30), None),
        ("joka toinen tiistai kello 14:00–14:45.", time(14), 45),
        ("joka toinen tiistai 9-10", time(9), 60),
        ("joka toinen tiistai 9", time(9), None),
        ("varannan vecka på tisdagar kl. 14.15", time(14, 15), None),
        ("varannan tisdag klockan 9", time(9), None),
    ],
)
def test_the_time_may_be_told_too(words: str, wall: time, length: int | None) -> None:
    """When it begins, and how long it lasts where the end is told."""
    assert read_rule(words) == Told(EVERY_SECOND_TUESDAY, wall, length)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "tiistai",
        "viikko",
        "kuukauden viides tiistai",
        "joka ensimmäinen tiistai",
        "joka viimeinen viikko tiistaisin",
        "tiistaisin ja torstaisin",
        "tiistaisin torstaisin",
        "var tredje tisdag i månaden",
        "kerran kuussa tiistaina",
        "parittomien viikkojen tiistait",
        "joka toinen tiistai klo 25",
        "joka toinen tiistai klo 10–9",
        "joka toinen tiistai klo 9 klo 10",
        "joka toinen tiistai 1.9.2026 alkaen",
        "joka toinen tiistai 9.75",
        "12 viikon välein tiistaisin",
    ],
)
def test_what_is_not_sure_is_no_rule(words: str) -> None:
    """A word too many, a day too many or a time that is none: one is asked again."""
    assert read_rule(words) is None


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("joka viikko", Weekly(1)),
        ("varannan vecka", Weekly(1, every=2)),
        ("kerran kuukaudessa", Monthly(1, 3)),
        ("en gång i månaden", Monthly(1, 3)),
        ("joka toinen kuukausi", Monthly(1, 3, every=2)),
    ],
)
def test_the_day_it_starts_tells_the_weekday(words: str, rule: Rule) -> None:
    """Starting on the third Tuesday of September, "once a month" is on third Tuesdays."""
    assert read_rule(words) is None
    assert read_rule(words, date(2026, 9, 15)) == Told(rule)


def test_letters_typed_in_two_pieces_are_the_same() -> None:
    """An ä put together from a and dots, as some keyboards send it, is an ä."""
    assert read_rule("kuun ensimma\u0308inen tiistai") == Told(FIRST_TUESDAY)


FINNISH = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")
SWEDISH = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
NTH = {1: ("ensimmäinen", "första"), 2: ("toinen", "andra"), 3: ("kolmas", "tredje")} | {
    4: ("neljäs", "fjärde"),
    LAST: ("viimeinen", "sista"),
}


@given(
    st.integers(0, 6),
    st.sampled_from(sorted(NTH)),
    st.times().map(lambda wall: wall.replace(second=0, microsecond=0)),
)
def test_every_weekday_every_number_and_every_time(weekday: int, nth: int, wall: time) -> None:
    """What a rule says in either language is that rule."""
    finnish, swedish = NTH[nth]
    told = Told(Monthly(weekday, nth), wall)
    assert read_rule(f"kuukauden {finnish} {FINNISH[weekday]} klo {wall:%H.%M}") == told
    assert read_rule(f"{swedish} {SWEDISH[weekday]}en i månaden kl. {wall:%H.%M}") == told


@given(st.text() | st.text("joka 2. tiistai klo 9–10 viikko kuun", max_size=40))
def test_no_words_stop_it(words: str) -> None:
    """Whatever is typed is a rule or it is not."""
    assert isinstance(read_rule(words, date(2026, 9, 15)), Told | None)
