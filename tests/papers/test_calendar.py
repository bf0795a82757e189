"""Calendar files that other programs read as they were meant."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from bot.papers.calendar import Entry, Publisher, calendar_feed, calendar_file, clean

AKE = Publisher("ake.example", "ake@example.fi")
MADE = datetime(2026, 9, 1, 6, tzinfo=UTC)
VISIT = Entry(
    key="visit:7",
    starts=datetime(2026, 10, 26, 8, tzinfo=ZoneInfo("Europe/Helsinki")),
    ends=datetime(2026, 10, 26, 16, tzinfo=ZoneInfo("Europe/Helsinki")),
    title="AKE-vierailu: Pöytyän pääkirjasto",
    description="Ilonaihe: satutunnit; pulma: tilat, hyllyt\nNähdään!",
    place="Pöytyän pääkirjasto",
)

texts = st.text(max_size=200) | st.text("\\nN;,:\r\n åÅ🙂", max_size=90)
instants = st.builds(datetime.fromtimestamp, st.integers(0, 4_000_000_000), st.timezones())
tails = st.text("abcXYZ019-._~:/?#[]@!$&'()*+,;=%", max_size=90)


@st.composite
def entry(draw: st.DrawFn) -> Entry:
    starts = draw(instants)
    return Entry(
        key=draw(st.text(min_size=1, max_size=40)),
        starts=starts,
        ends=starts.astimezone(UTC) + timedelta(seconds=draw(st.integers(0, 10**6))),
        title=draw(texts),
        description=draw(texts),
        place=draw(texts),
        link=draw(st.just("") | tails.map("https://kahvit.fi/".__add__)),
        revision=draw(st.integers(0, 999)),
        cancelled=draw(st.booleans()),
    )


@given(st.lists(entry(), max_size=2))
def test_what_is_written_is_read_back(written: list[Entry]) -> None:
    """Any event, with any words in it, comes out of the file as it went in."""
    document = Calendar.from_ical(calendar_file(written, AKE, made=MADE))
    assert [read(event) for event in document.events] == [cleaned(each) for each in written]


@given(st.lists(entry(), max_size=2), texts)
def test_a_feed_is_read_back(written: list[Entry], name: str) -> None:
    """A feed has its name and all events, in whatever words."""
    document = Calendar.from_ical(calendar_feed(written, AKE, name=name, made=MADE))
    assert document["NAME"] == document["X-WR-CALNAME"] == escaped(clean(name))
    assert [read(event) for event in document.events] == [cleaned(each) for each in written]


@given(entry())
def test_no_line_is_too_long(written: Entry) -> None:
    """Lines end as the standard says and have 75 bytes at most, in any alphabet."""
    lines = calendar_file([written], AKE, made=MADE).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_a_visit_is_in_universal_time() -> None:
    """A visit on the day after summer time ends is at eight on the wall, six in UTC."""
    written = calendar_file([VISIT], AKE, made=MADE).decode()
    assert "DTSTART:20261026T060000Z\r\nDTEND:20261026T140000Z\r\n" in written
    assert "DTSTAMP:20260901T060000Z" in written
    assert "UID:visit:7@ake.example" in written
    assert "ORGANIZER:mailto:ake@example.fi" in written
    assert "Ilonaihe: satutunnit\\; pulma: tilat\\, hyllyt\\nNähdään!" in written.replace(
        "\r\n ", ""
    )


def test_a_link_is_made_legal() -> None:
    """A link with a line break or an ä in it neither breaks the file nor adds a line to it."""
    crooked = replace(VISIT, link="https://ake.example/etä\r\nATTENDEE:x")
    event = Calendar.from_ical(calendar_file([crooked], AKE, made=MADE)).events[0]
    assert event["URL"] == "https://ake.example/et%C3%A4%0D%0AATTENDEE:x"


def test_a_moved_visit_replaces_the_old_one() -> None:
    """The same event at another time has the same UID and a higher sequence."""
    later = timedelta(days=7)
    moved = replace(VISIT, starts=VISIT.starts + later, ends=VISIT.ends + later, revision=1)
    before, after = (
        Calendar.from_ical(calendar_file([each], AKE, made=MADE)).events[0]
        for each in (VISIT, moved)
    )
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)


def test_a_cancelled_visit_is_taken_away() -> None:
    """A file of nothing but cancelled events asks the calendar to remove them."""
    cancelled = replace(VISIT, revision=1, cancelled=True)
    written = calendar_file([cancelled], AKE, made=MADE)
    assert b"METHOD:CANCEL" in written
    assert b"STATUS:CANCELLED" in written


def test_a_list_of_visits_keeps_the_others() -> None:
    """In a list with one cancelled, the rest stays, and the file is not a cancellation."""
    cancelled = replace(VISIT, key="visit:8", cancelled=True)
    document = Calendar.from_ical(calendar_file([VISIT, cancelled], AKE, made=MADE))
    assert document["METHOD"] == "PUBLISH"
    assert [event["STATUS"] for event in document.events] == ["CONFIRMED", "CANCELLED"]


def test_a_feed_says_how_often_to_ask() -> None:
    """Calendar programs of both kinds are told when to ask again, and the bytes stay the same."""
    feed = calendar_feed([VISIT], Publisher("ake.example"), name="AKE-kahvit", made=MADE)
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT4H" in feed
    assert b"X-PUBLISHED-TTL:PT4H" in feed
    assert feed == calendar_feed([VISIT], Publisher("ake.example"), name="AKE-kahvit", made=MADE)


def escaped(text: str) -> str:
    """As the standard writes a text; the library reads names of calendars as they stand."""
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def read(event: Event) -> Entry:
    return Entry(
        key=str(event["UID"]).removesuffix("@ake.example"),
        starts=event.decoded("DTSTART"),
        ends=event.decoded("DTEND"),
        title=str(event.get("SUMMARY", "")),
        description=str(event.get("DESCRIPTION", "")),
        place=str(event.get("LOCATION", "")),
        link=str(event.get("URL", "")),
        revision=event.decoded("SEQUENCE"),
        cancelled=event["STATUS"] == "CANCELLED",
    )


def cleaned(written: Entry) -> Entry:
    return replace(
        written,
        key=clean(written.key),
        starts=written.starts.astimezone(UTC),
        ends=written.ends.astimezone(UTC),
        title=clean(written.title),
        description=clean(written.description),
        place=clean(written.place),
    )
