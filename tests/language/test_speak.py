"""Phrases become sentences."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.dialog import Euros, Part, _, as_is, just
from bot.domain.names import Name
from bot.language.speak import NO_BREAK, Speech

HELSINKI = ZoneInfo("Europe/Helsinki")
FI, SV = Speech("fi", HELSINKI), Speech("sv", HELSINKI)
TUESDAY = date(2026, 5, 12)
FIVE_PAST_NINE = datetime(2026, 5, 12, 6, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("part", "finnish", "swedish"),
    [
        (TUESDAY, "ti 12.5.2026", "tis 12.5.2026"),
        (
            datetime(2026, 5, 12, 6, 5, tzinfo=UTC),
            "ti 12.5.2026 klo 9.05",
            "tis 12.5.2026 kl. 9.05",
        ),
        (time(9, 30), "9.30", "9.30"),
        (Euros(1234567), "12 345,67 €", "12 345,67 €"),
        (Decimal("57.5"), "57,5", "57,5"),
        (2026, "2026", "2026"),
        (Name("Parainen", "Pargas"), "Parainen", "Pargas"),
        (("Turku", "Salo", "Pori"), "Turku, Salo ja Pori", "Turku, Salo och Pori"),
        ((_("Train"), _("Bus"), _("AKE")), "Juna, bussi ja AKE", "Tåg, buss och AKE"),
        ((_("Taxi"), as_is("Pori")), "Taksi ja Pori", "Taxi och Pori"),
    ],
)
def test_a_part_is_said_as_the_language_says_it(part: Part, finnish: str, swedish: str) -> None:
    """Days, sums, names and lists follow the customs of Finland in both languages."""
    said = [speech(just(part)).replace("\N{NO-BREAK SPACE}", " ") for speech in (FI, SV)]
    assert said == [finnish, swedish]


def test_equal_numbers_are_written_as_each_place_asks() -> None:
    """However a number came about, it is said alike; money has its cents, in each language."""
    for four in (Decimal(4), Decimal("4.0"), Decimal("4.00")):
        assert [speech(just(four)) for speech in (FI, SV)] == ["4", "4"]
    assert FI(just(Euros(400))) == f"4,00{NO_BREAK}€"


def test_a_day_bends() -> None:
    """A translation may ask for the form of a day that its sentence needs."""
    assert (FI.day(TUESDAY, "on"), SV.day(TUESDAY, "on")) == (
        "tiistaina 12.5.2026",
        "tisdagen den 12.5.2026",
    )


@pytest.mark.parametrize("day", range(9, 16))
def test_every_weekday_bends(day: int) -> None:
    """Sunday too, which the Finnish of the library's data forgets to bend."""
    said = FI.day(date(2026, 3, day), "on"), SV.day(date(2026, 3, day), "on")
    assert said[0].split()[0].endswith("na")
    assert said[1].split()[0].endswith("dagen")


def test_peoples_own_words_are_never_read_as_a_pattern() -> None:
    """Braces that somebody typed are braces."""
    assert FI(as_is("{a} {0} {")) == "{a} {0} {"
    assert FI(just("{b:x}")) == "{b:x}"


def test_a_label_within_a_sentence_begins_small() -> None:
    """At its beginning, alone and after a colon it is as it is; names are always."""
    train, bus = _("Train"), _("Bus")
    assert FI(_("Other reminders: {things}.", things=(train, bus))) == (
        "Muut muistutukset: juna ja bussi."
    )
    assert FI(_("{visit}, {when}", visit=train, when=bus)) == "Juna, bussi"
    assert FI(_("{visit}, {when}", visit=as_is("x"), when=as_is("Turku"))) == "x, Turku"
    assert FI(_("Next: {step}", step=train)) == "Seuraavaksi: Juna"
