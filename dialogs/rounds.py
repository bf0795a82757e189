"""Hear when a round opens, and before it closes."""

from datetime import date

from bot.dialog import Button, Choose, Closed, Dialog, Message, Option, Phrase, Weight, _, just, say
from bot.domain.arrangements import RoundKind
from bot.domain.ids import RoundId
from bot.domain.reminder_wishes import ReminderWishes
from bot.domain.round_times import RoundTimes

KINDS = (
    Option(RoundKind.PARTNER, _("Partner libraries")),
    Option(RoundKind.AKE_VISIT, _("Visits of AKE's informaticians")),
)
OPENS = {RoundKind.PARTNER: "partner", RoundKind.AKE_VISIT: "visit"}
"""The dialog that a round is for."""


class RemindOfRound(Dialog, name="remind_round", confirm=False):
    rounds: RoundTimes

    title = _("When a round opens")
    wishes = ("remind_round",)

    kind = Choose[RoundKind](_("Which round would you like to hear of?"), KINDS)

    def submit(self) -> Message:
        opening = self.rounds.watch(RoundKind(self.kind))
        if opening is None or opening.window is None:
            return say(_("I will tell you as soon as the next round opens."))
        return say(
            _(
                "I will tell you when the round opens {day:on}, or when AKE opens it earlier.",
                day=opening.window.opens_on,
            )
        )


class RoundOpened(Dialog, name="round_opened"):
    """Said to those who wait, on the opening day that was planned; a round moved says nothing."""

    rounds: RoundTimes

    title = _("A round is open")

    opened = Choose[RoundId](_("Which round?"))
    opens_on = Choose[str](_("When did it open?"))

    @opened.options
    def open_ones(self) -> list[Option]:
        found = (self.rounds.current(kind) for kind in RoundKind)
        return [Option(one.id, _("A round is open")) for one in found if one is not None]

    @opens_on.options
    def opening_day(self) -> list[Option]:
        window = self.rounds.find(self.opened).window
        return [Option(window.opens_on.isoformat(), just(window.opens_on))] if window else []

    def submit(self) -> Message:
        opened = self.rounds.find(self.opened)
        self.rounds.heard(opened)
        begin = Button(_("Begin"), OPENS[opened.kind], weight=Weight.MAIN)
        last = opened.window.closes_on if opened.window else date.fromisoformat(self.opens_on)
        return say(until(opened.kind, last), buttons=(begin,))


class RoundCloses(Dialog, name="round_closes"):
    """To those who heard of the opening and have not taken part; one moved says nothing."""

    rounds: RoundTimes
    reminders: ReminderWishes

    title = _("A round closes")

    closing = Choose[RoundId](_("Which round?"))
    closes_on = Choose[str](_("When does it close?"))

    @closing.options
    def open_ones(self) -> list[Option]:
        found = (self.rounds.current(kind) for kind in RoundKind)
        return [
            Option(one.id, _("A round is open"))
            for one in found
            if one and not self.rounds.used(one)
        ]

    @closes_on.options
    def closing_day(self) -> list[Option]:
        window = self.rounds.find(self.closing).window
        return [Option(window.closes_on.isoformat(), just(window.closes_on))] if window else []

    def submit(self) -> Message:
        if not self.reminders.wants("round"):
            raise Closed(say())
        kind, last = self.rounds.find(self.closing).kind, date.fromisoformat(self.closes_on)
        begin = Button(_("Begin"), OPENS[kind], weight=Weight.MAIN)
        return say(still(kind, last), buttons=(begin,))


def still(kind: RoundKind, last: date) -> Phrase:
    match kind:
        case RoundKind.PARTNER:
            return _("You can still register as a partner library, until {day:on}.", day=last)
        case RoundKind.AKE_VISIT:
            return _(
                "You can still book a visit of AKE's informaticians, until {day:on}.", day=last
            )


def until(kind: RoundKind, last: date) -> Phrase:
    match kind:
        case RoundKind.PARTNER:
            return _("You can now register as a partner library, until {day:on}.", day=last)
        case RoundKind.AKE_VISIT:
            return _("You can now book a visit of AKE's informaticians, until {day:on}.", day=last)
