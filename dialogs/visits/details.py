"""A visit as a table: what everyone concerned may know, and what the host library has told."""

from collections.abc import Iterator

from bot.dialog import Option, Phrase, Row, Table, _, as_is, just
from bot.domain.occasion import Occasion
from bot.domain.visits.access import VisitsSeen
from bot.domain.visits.visits import Visit, VisitKind, VisitState

from .choices import LANGUAGES_SPOKEN, MEDIA
from .wording import VisitWords, listed, state

Line = tuple[Phrase, Phrase]


class VisitDetails:
    """What the one who acts may see of a visit, line by line."""

    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.seen = VisitsSeen(occasion)
        self.words = VisitWords(occasion)

    def table(self, visit: Visit) -> Table:
        lines = [*self.shared(visit)]
        if self.seen.may_see_all(visit):
            lines += [*self.arranged(visit), *self.told(visit)]
        head = (_("What"), _("As told"))
        return Table(self.words.title(visit), head, tuple(Row(line) for line in lines))

    def shared(self, visit: Visit) -> Iterator[Line]:
        """What a guest library knows too."""
        yield _("State"), state(visit, self.occasion.today)
        yield _("Day"), self.words.day(visit)
        yield _("Who comes from AKE"), self.words.coming(visit)
        yield _("Language"), chosen(LANGUAGES_SPOKEN, visit.spoken)
        if visit.kind is VisitKind.INFORMATICIANS:
            hours = self.words.hours(visit.host, visit.length)
            yield _("Time on site"), _("About {hours} h", hours=hours)
            yield _("Joined by"), listed(self.words.places(visit.guests))

    def arranged(self, visit: Visit) -> Iterator[Line]:
        if visit.note:
            yield _("A word from AKE"), as_is(visit.note)
        if visit.wished and visit.state is VisitState.WISHED:
            yield _("When it would suit"), as_is(visit.wished)
        if visit.kind is VisitKind.DIRECTOR:
            yield _("Officials of the municipality"), invited(visit)
        if visit.meeting is not None:
            remote = _("A remote meeting")
            yield _("Place"), as_is(visit.meeting.place) if visit.meeting.place else remote
        contact = visit.contact and self.occasion.records.people.find(visit.contact)
        if contact:
            yield _("Contact person"), as_is(contact.name)

    def told(self, visit: Visit) -> Iterator[Line]:
        if visit.topics.joy:
            yield _("To be shown with pride"), as_is(visit.topics.joy)
        if visit.topics.problem:
            yield _("To be thought over together"), as_is(visit.topics.problem)
        if visit.topics.other:
            yield _("Other topics"), as_is(visit.topics.other)
        if visit.staff is not None:
            yield _("Taking part"), just(visit.staff)
        if visit.kind is VisitKind.INFORMATICIANS:
            thought = _("Yes") if visit.topics.thought_over else _("Not yet")
            yield _("Thought over with the whole staff"), thought
            yield _("Interview and film"), chosen(MEDIA, visit.media)


def chosen(options: tuple[Option, ...], value: str) -> Phrase:
    return next(option.label for option in options if option.value == value)


def invited(visit: Visit) -> Phrase:
    return _("Invited") if visit.officials else _("Not invited")
