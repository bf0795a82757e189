"""Calendar files of visits: one, and for coordinators all that are ahead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from bot.conversation.papers import Papers
from bot.domain.ids import VisitId
from bot.domain.occasion import Occasion
from bot.domain.visits.access import VisitsSeen
from bot.domain.visits.desk import VisitDesk
from bot.domain.visits.visits import Visit
from bot.language.speak import Speech
from dialogs.visits.wording import VisitWords

if TYPE_CHECKING:
    from bot.papers.calendar import Entry

CALENDAR = "text/calendar; charset=utf-8"


def visit_calendar(occasion: Occasion, facts: Mapping[str, str]) -> tuple[bytes, str]:
    """Whoever sees a visit may have it; one that is cancelled takes itself away.

    Raises KeyError, NotAllowed.
    """
    visit = VisitsSeen(occasion).find(VisitId(facts["visit"]))
    if visit is None or visit.day is None:
        raise KeyError(facts["visit"])
    return calendar((visit,), occasion), CALENDAR


def visits_calendar(occasion: Occasion, _facts: Mapping[str, str]) -> tuple[bytes, str]:
    """Raises NotAllowed."""
    return calendar(VisitDesk(occasion).booked(), occasion), CALENDAR


def calendar(visits: Iterable[Visit], occasion: Occasion) -> bytes:
    from bot.papers.calendar import Publisher, calendar_file  # noqa: PLC0415 (when it is drawn)

    publisher = Publisher(occasion.region.key)
    return calendar_file(entries(visits, occasion), publisher, made=occasion.now)


def entries(visits: Iterable[Visit], occasion: Occasion) -> list[Entry]:
    """Of those that have a day."""
    from bot.papers.visit_entry import visit_entry  # noqa: PLC0415 (when it is drawn)

    words = VisitWords(occasion)
    say = Speech(occasion.language, occasion.region.zone)
    made = [
        visit_entry(
            visit,
            occasion.region,
            say(words.title(visit)),
            place=place(visit, words, occasion),
            description=say(words.coming(visit)),
            revision=visit.revision,
        )
        for visit in visits
    ]
    return [entry for entry in made if entry is not None]


def place(visit: Visit, words: VisitWords, occasion: Occasion) -> str:
    """A board meets where it meets; others come to the library."""
    if visit.meeting is not None:
        return visit.meeting.place
    return words.place(visit).in_language(occasion.language)


MAKERS: Papers = {"visit_calendar": visit_calendar, "visits_calendar": visits_calendar}
