"""How visits, days and people are said, in every dialog alike."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from bot.dialog import Phrase, _, just
from bot.domain.ids import AkePersonId, ServicePointId
from bot.domain.libraries import Libraries
from bot.domain.names import Name
from bot.domain.occasion import Occasion
from bot.domain.visits.crew import Crews
from bot.domain.visits.hours import minutes_there
from bot.domain.visits.visits import Visit, VisitKind, VisitLength, VisitState


class VisitWords:
    """Says what the domain knows of a visit."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.libraries = Libraries(occasion)
        self.crews = Crews(occasion)

    def place(self, visit: Visit) -> Name:
        return self.libraries.find(visit.host).name

    def places(self, points: Iterable[ServicePointId]) -> tuple[Name, ...]:
        return tuple(self.libraries.find(point).name for point in points)

    def authority(self, day: date | None) -> Name:
        """What the authority is called on the day of a visit (D-28)."""
        return self.occasion.region.label("authority", day or self.occasion.today)

    def title(self, visit: Visit) -> Phrase:
        place = self.place(visit)
        match visit.kind:
            case VisitKind.INFORMATICIANS:
                return _("AKE's informaticians at {place:locative}", place=place)
            case VisitKind.DIRECTOR:
                return _(
                    "The director of library services and the representative of "
                    "{authority:genitive} at {place:locative}",
                    authority=self.authority(visit.day),
                    place=place,
                )
            case VisitKind.PRESENTATION:
                return self.presentation(visit)

    def presentation(self, visit: Visit) -> Phrase:
        if visit.meeting is None:
            return _("A presentation of the networks")
        consortium = self.occasion.region.consortium(visit.meeting.consortium)
        return _(
            "A presentation of the networks to the board of {consortium:genitive}",
            consortium=consortium.name,
        )

    def when(self, visit: Visit) -> Phrase:
        if visit.day is None:
            return _("No day yet")
        if visit.meeting is not None:
            return _("{day} at {time:at}", day=visit.day, time=visit.meeting.begins)
        match visit.length:
            case VisitLength.WHOLE:
                return just(visit.day)
            case VisitLength.MORNING:
                return _("{day}, the morning", day=visit.day)
            case VisitLength.AFTERNOON:
                return _("{day}, the afternoon", day=visit.day)

    def day(self, visit: Visit) -> Phrase:
        """When, where “day” is said beside it."""
        return _("Still open") if visit.day is None else self.when(visit)

    def crew(self, crew: Iterable[AkePersonId]) -> tuple[str, ...]:
        """Names, in their order."""
        return tuple(sorted(self.crews.find(one).name for one in crew))

    def coming(self, visit: Visit) -> Phrase:
        names = self.crew(visit.crew)
        return just(names) if names else _("Not known yet")

    def hours(self, host: ServicePointId, length: VisitLength) -> Decimal:
        """On site, to the half hour below (D-26)."""
        return Decimal(minutes_there(self.occasion.region, host, length) // 30) / 2


def state(visit: Visit, today: date) -> Phrase:
    if visit.held(today):
        return _("Held")
    match visit.state:
        case VisitState.WISHED:
            return _("Waits for an answer from AKE")
        case VisitState.BOOKED:
            return _("Booked")
        case VisitState.CANCELLED:
            return _("Cancelled")


def listed(names: Sequence[Name]) -> Phrase:
    return just(tuple(names)) if names else _("None")
