"""What is said of a visit when it is asked for, and where it cannot be."""

from bot.dialog import Button, Message, Paper, Phrase, Weight, _, say
from bot.domain.arrangements import RoundKind
from bot.domain.ids import ServicePointId
from bot.domain.occasion import Occasion
from bot.domain.round_times import RoundTimes
from bot.domain.visits.visits import Visit, VisitKind

from .wording import VisitWords


class VisitSaid:
    def __init__(self, occasion: Occasion) -> None:
        self.occasion = occasion
        self.words = VisitWords(occasion)

    def asked_for(self, visit: Visit) -> Message:
        """The answer to a booking or a wish."""
        match visit.kind:
            case VisitKind.INFORMATICIANS:
                return self.booked(visit)
            case VisitKind.DIRECTOR:
                text = _(
                    "Thank you! AKE's coordinators will suggest a day for the visit at "
                    "{place:locative}, and I will tell you here.",
                    place=self.words.place(visit),
                )
                return say(text, buttons=acts(visit))
            case VisitKind.PRESENTATION:
                text = _(
                    "Thank you! AKE's coordinators will confirm who comes to the board's "
                    "meeting, and I will tell you here."
                )
                return say(text, buttons=acts(visit))

    def booked(self, visit: Visit) -> Message:
        see_you = _(
            "The visit is booked: see you {place:locative} {day:on}!",
            place=self.words.place(visit),
            day=visit.day or self.occasion.today,
        )
        coming = _("{people} will come to you.", people=self.words.crew(visit.crew))
        return say(
            see_you,
            coming,
            *self.advice(visit),
            buttons=acts(visit),
            documents=(calendar(visit),),
        )

    def advice(self, visit: Visit) -> tuple[Phrase, ...]:
        """AV-8: not the directors' topics only."""
        if visit.topics.thought_over:
            return ()
        return (
            _(
                "Please think the topics over together with the whole staff beforehand. You can "
                "change them here until the day."
            ),
        )

    # Where it cannot be

    def round_closed(self, home: ServicePointId | None) -> Message:
        opening = RoundTimes(self.occasion).next(RoundKind.AKE_VISIT)
        closed = (
            _(
                "Days for the informaticians' visits can be booked from {day:on} on.",
                day=opening.window.opens_on,
            )
            if opening is not None and opening.window is not None
            else _(
                "Days for the informaticians' visits cannot be booked just now, and the days of "
                "the next round are not settled yet."
            )
        )
        tell = Button(
            _("Tell me when it opens"),
            "remind_round",
            {"kind": RoundKind.AKE_VISIT},
            Weight.MAIN,
        )
        return say(closed, buttons=(tell, *waiting(home)))

    def all_taken(self, host: ServicePointId) -> Message:
        text = _(
            "No days are free just now. On the waiting list you are told at once when a day "
            "becomes free, and it is held for you for a while."
        )
        return say(text, buttons=waiting(host))

    def none_suits(self, host: ServicePointId) -> Message:
        text = _(
            "All right. On the waiting list you are told when other days become free. You can "
            "tell me there which days would suit you."
        )
        return say(text, buttons=waiting(host))

    def nothing_ahead(self) -> Message:
        text = _("You have no visits ahead that you could change.")
        return say(text, buttons=(Button(_("Book an AKE visit"), "visit"),))

    def nowhere_to_move(self, visit: Visit) -> Message:
        text = _(
            "No other days are free just now. You can keep the visit as it is: {when}.",
            when=self.words.when(visit),
        )
        return say(text, buttons=acts(visit))

    def one_ahead(self, visit: Visit) -> Phrase:
        return _(
            "{place} already has a visit ahead: {when}. You can move it to another day.",
            place=self.words.place(visit),
            when=self.words.when(visit),
        )

    def has_one(self, visit: Visit) -> Message:
        return say(self.one_ahead(visit), buttons=acts(visit))


def acts(visit: Visit) -> tuple[Button, ...]:
    """What can be done with a visit by those who may act for it."""
    given = {"visit": visit.id}
    edit = Button(_("Change the details"), "edit_visit", given)
    cancel = Button(_("Cancel the visit"), "cancel_visit", given, Weight.GRAVE)
    if visit.kind is VisitKind.INFORMATICIANS:
        return edit, Button(_("Move the visit"), "move_visit", given), cancel
    return edit, cancel


def waiting(host: ServicePointId | None) -> tuple[Button, ...]:
    given = {"host": host} if host else {}
    return (Button(_("Put us on the waiting list"), "wait_for_day", given),)


def too_late() -> Phrase:
    """D-31."""
    return _("The visit is today, so please call AKE to change it.")


def calendar(visit: Visit) -> Paper:
    return Paper(_("The visit for your calendar"), "ake.ics", "visit_calendar", {"visit": visit.id})
