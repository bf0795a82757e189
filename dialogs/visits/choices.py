"""What may be chosen in the dialogs of visits, and when it may not."""

from collections.abc import Iterable
from datetime import date

from bot.dialog import Choose, Closed, Option, Phrase, Rejected, _, just
from bot.domain.ids import ServicePointId, town_of
from bot.domain.languages import Language
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion
from bot.domain.visits.booking import VisitBooking
from bot.domain.visits.visits import Media, Spoken, Visit, VisitKind, VisitLength
from dialogs.options import library_options

from .said import VisitSaid
from .wording import VisitWords

NONE_SUITS = "none"
"""Chosen instead of a day by those who would rather wait for another."""

STAY = _("How long shall we stay?")
WHOLE_DAY = _("If you skip this, we stay the whole day.")
LANGUAGES_SPOKEN = (
    Option(Spoken.FINNISH, _("In Finnish")),
    Option(Spoken.SWEDISH, _("In Swedish")),
    Option(Spoken.BOTH, _("In both languages")),
)
MEDIA = (
    Option(Media.INTERVIEW_AND_FILM, _("You may interview us and film")),
    Option(Media.INTERVIEW, _("You may interview us, but not film")),
    Option(Media.NEITHER, _("Neither this time")),
)


class ChooseDay(Choose[str]):
    """A day among those that can be had. A day that was there a moment ago has just been taken."""

    def read(self, given: str, choices: tuple[Option, ...] | None) -> str:
        try:
            return super().read(given, choices)
        except Rejected:
            if is_day(given):
                raise Rejected(just_taken(given)) from None
            raise


def is_day(given: str) -> bool:
    try:
        return date.fromisoformat(given).isoformat() == given
    except ValueError:
        return False


def just_taken(day: str) -> Phrase:
    return _(
        "{day:on} is not free any more: someone just took it. Please choose another day, your "
        "other answers are kept.",
        day=date.fromisoformat(day),
    )


def day_options(days: Iterable[date]) -> list[Option]:
    return [Option(day.isoformat(), just(day)) for day in days]


def visit_options(words: VisitWords, visits: Iterable[Visit]) -> list[Option]:
    return [
        Option(one.id, _("{visit}, {when}", visit=words.title(one), when=words.when(one)))
        for one in visits
    ]


class VisitChoices:
    """The options and the checks of booking, for the one who books."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.booking = VisitBooking(occasion)
        self.words = VisitWords(occasion)
        self.said = VisitSaid(occasion)

    @property
    def language(self) -> Language:
        return self.occasion.language

    def kinds(self) -> list[Option]:
        authority = self.words.authority(None)
        return [
            Option(VisitKind.INFORMATICIANS, _("AKE's informaticians spend a day with us")),
            Option(
                VisitKind.DIRECTOR,
                _(
                    "The director of library services and {authority} come to talk with us",
                    authority=authority,
                ),
            ),
            Option(VisitKind.PRESENTATION, _("The networks are presented to our consortium")),
        ]

    def days(self, host: ServicePointId) -> list[Option]:
        """Raises Closed where none is free."""
        days = self.booking.free_days(host)
        if not days:
            raise Closed(self.said.all_taken(host))
        return [*day_options(days), Option(NONE_SUITS, _("None of these days suits us"))]

    def lengths(self, host: ServicePointId) -> list[Option]:
        """With what the journeys leave of the time (D-26, D-30)."""
        whole = self.words.hours(host, VisitLength.WHOLE)
        half = self.words.hours(host, VisitLength.MORNING)
        return [
            Option(VisitLength.WHOLE, _("The whole day, {hours} h on site", hours=whole)),
            Option(VisitLength.MORNING, _("The morning, {hours} h on site", hours=half)),
            Option(VisitLength.AFTERNOON, _("The afternoon, {hours} h on site", hours=half)),
        ]

    def guests(self, host: ServicePointId) -> list[Option]:
        """The partner library first, then the same municipality's and its neighbours' (AV-9)."""
        town = town_of(host)
        near = {town, *(one.code for one in self.occasion.region.neighbours(town))}
        pair = self.occasion.records.pairs.active_at(host)
        partners = pair.others(host) if pair else ()
        points = Libraries(self.occasion).within(near.union(map(town_of, partners)))
        return library_options(
            p
            for p in sorted(points, key=lambda p: p.id not in partners)
            if p.id in partners or (p.municipality in near and p.id != host)
        )

    def consortia(self) -> list[Option]:
        """Of the person's own library; a coordinator acts for any."""
        region, home = self.occasion.region, self.occasion.who.home
        own = region.municipality(town_of(home)).consortium if home else None
        every = self.occasion.who.coordinator
        return [
            Option(one.key, just(one.name))
            for one in region.consortia.values()
            if every or one.key == own
        ]

    # When it may not be

    def check(self, kind: VisitKind) -> None:
        """Raises Closed, Rejected."""
        who = self.occasion.who
        match kind:
            case VisitKind.INFORMATICIANS if not self.booking.is_open(who.home):
                raise Closed(self.said.round_closed(who.home))
            case VisitKind.INFORMATICIANS if who.home and not who.coordinator:
                if (there := self.booking.ahead(who.home)) is not None:
                    raise Closed(self.said.has_one(there))
            case VisitKind.DIRECTOR if not self.booking.hosts(kind):
                raise Rejected(
                    _(
                        "The director of a library wishes for this visit. If you are the director, "
                        "say so in My details; a coordinator then confirms it."
                    )
                )
            case VisitKind.PRESENTATION if not self.consortia():
                raise Rejected(_("Your library is not part of a consortium."))

    def check_host(self, kind: VisitKind, host: ServicePointId) -> None:
        """Raises Rejected where the library has an informaticians' visit ahead."""
        if kind == VisitKind.INFORMATICIANS and (there := self.booking.ahead(host)) is not None:
            raise Rejected(self.said.one_ahead(there))

    def check_suits(self, host: ServicePointId, day: str) -> None:
        """Raises Closed, with the line to stand in."""
        if day == NONE_SUITS:
            raise Closed(self.said.none_suits(host))

    def check_ahead(self, day: date) -> None:
        """Raises Rejected for a day that is not ahead."""
        if day <= self.occasion.today:
            raise Rejected(_("Please choose a day that is still ahead."))
