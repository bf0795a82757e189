"""A coffee hour in a calendar."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from bot.papers.calendar import Publisher, calendar_feed, calendar_file
from bot.papers.coffee_entry import coffee_entry
from tests.domain.coffee.cups import hour

AKE = Publisher("ake.example")
NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)


def test_a_coffee_hour_has_its_link_where_one_taps() -> None:
    """In Swedish it is AKE-kaffe, 45 minutes, and the link is its place."""
    written = calendar_file([coffee_entry(hour(), "sv", "Gäst: en poet")], AKE, made=NOW)
    (event,) = Calendar.from_ical(written).events
    assert event["SUMMARY"] == "AKE-kaffe"
    assert event["LOCATION"] == event["URL"] == "https://meet.example/kahvit"
    assert event["DESCRIPTION"] == "Gäst: en poet"
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=45)


def test_a_feed_follows_a_coffee_hour_through_its_life() -> None:
    """Planned, moved and cancelled it is one event, newer each time."""
    planned = hour()
    moved = planned.move(planned.starts + timedelta(days=1), now=NOW)
    lives = [
        Calendar.from_ical(
            calendar_feed([coffee_entry(life, "fi")], AKE, name="AKE-kahvit", made=NOW)
        ).events[0]
        for life in (planned, moved, moved.cancel())
    ]
    assert {event["UID"] for event in lives} == {"coffee:1@ake.example"}
    assert [event.decoded("SEQUENCE") for event in lives] == [0, 1, 2]
    assert [event["STATUS"] for event in lives] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
