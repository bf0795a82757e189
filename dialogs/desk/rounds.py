"""Rounds: when they open and close."""

from datetime import date

from bot.dialog import (
    Button,
    Choose,
    Day,
    Dialog,
    Message,
    Option,
    Phrase,
    Rejected,
    Row,
    Table,
    YesNo,
    _,
    as_is,
    just,
    rule,
    say,
)
from bot.domain.arrangements import RoundKind, Season
from bot.domain.ids import RoundId
from bot.domain.occasion import Occasion
from bot.domain.round_times import RoundsDesk
from bot.domain.rounds import Round, RoundState, Window

BACK = (Button(_("Rounds"), "rounds"),)


class ListRounds(Dialog, name="rounds"):
    occasion: Occasion
    desk: RoundsDesk

    title = _("Rounds")
    commands = ("kierros", "omgang")
    desk_wishes = ("rounds",)

    def submit(self) -> Message:
        head = (_("Round"), _("Days"), _("State"), _("Info session"))
        rows = tuple(map(self.row, self.desk.all()))
        return say(tables=(Table(_("Rounds"), head, rows),))

    def row(self, one: Round) -> Row:
        given = {"round_id": one.id}
        is_open = one.is_open(self.occasion.today)
        now = (
            Button(_("Close now: {round}", round=title(one)), "close_round", given)
            if is_open
            else Button(_("Open now: {round}", round=title(one)), "open_round", given)
        )
        session = one.info_session
        cells = (
            title(one),
            days(one),
            self.state(one),
            just(session.begins) if session else as_is("–"),
        )
        move = Button(_("Set the days: {round}", round=title(one)), "move_round", given)
        return Row(cells, (move, now))

    def state(self, one: Round) -> Phrase:
        if one.state is RoundState.DRAFT or one.window is None:
            return _("Draft")
        if one.is_open(self.occasion.today):
            return _("Is open")
        passed = one.window.closes_on < self.occasion.today
        return _("Closed") if passed else _("Coming")


class MoveRound(Dialog, name="move_round", review=True):
    desk: RoundsDesk

    title = _("Days of a round")

    round_id = Choose[RoundId](_("Which round?"))
    opens_on = Day(_("On which day does it open?"))
    closes_on = Day(_("Which is its last day?"), hint=_("It is open until midnight."))

    @round_id.options
    def rounds(self) -> list[Option]:
        return round_options(self.desk)

    @opens_on.presume
    def opens(self) -> str | None:
        window = self.desk.times.find(self.round_id).window
        return window.opens_on.isoformat() if window else None

    @closes_on.presume
    def closes(self) -> str | None:
        window = self.desk.times.find(self.round_id).window
        return window.closes_on.isoformat() if window else None

    @rule
    def in_order(self) -> None:
        if self.closes_on < self.opens_on:
            raise Rejected(_("The last day is before the first."), at=MoveRound.closes_on)

    def submit(self) -> Message:
        moved = self.desk.move(self.round_id, Window(self.opens_on, self.closes_on))
        info = (Button(_("Set the info session"), "set_info_session", {"round_id": moved.id}),)
        text = _("{round}: open {days}.", round=title(moved), days=days(moved))
        return say(text, buttons=BACK + info if moved.info_session else BACK)


class OpenRound(Dialog, name="open_round"):
    occasion: Occasion
    desk: RoundsDesk

    title = _("Open a round now")

    round_id = Choose[RoundId](_("Which round?"))
    closes_on = Day(_("Which is its last day?"), hint=_("It is open until midnight."))

    @round_id.options
    def rounds(self) -> list[Option]:
        return round_options(self.desk)

    @closes_on.check
    def ahead(self, day: date) -> None:
        if day < self.occasion.today:
            raise Rejected(_("Please choose a day that is still ahead."))

    def submit(self) -> Message:
        opened = self.desk.open_now(self.round_id, self.closes_on)
        return say(_("{round}: open {days}.", round=title(opened), days=days(opened)), buttons=BACK)


class CloseRound(Dialog, name="close_round", confirm=False):
    desk: RoundsDesk

    title = _("Close a round now")

    round_id = Choose[RoundId](_("Which round?"))
    sure = YesNo(_("Shall the round be closed now, for everyone?"))

    @round_id.options
    def rounds(self) -> list[Option]:
        return round_options(self.desk)

    def submit(self) -> Message:
        if not self.sure:
            return say(_("All right, the round stays as it was."), buttons=BACK)
        closed = self.desk.close_now(self.round_id)
        return say(_("{round}: closed.", round=title(closed)), buttons=BACK)


def round_options(desk: RoundsDesk) -> list[Option]:
    return [Option(one.id, title(one)) for one in desk.all()]


def title(one: Round) -> Phrase:
    match one.kind, one.season:
        case RoundKind.PARTNER, Season.SPRING:
            return _("Partner libraries, spring {year}", year=one.year)
        case RoundKind.PARTNER, Season.AUTUMN:
            return _("Partner libraries, autumn {year}", year=one.year)
        case RoundKind.AKE_VISIT, Season.SPRING:
            return _("Visits, spring {year}", year=one.year)
    return _("Visits, autumn {year}", year=one.year)


def days(one: Round) -> Phrase:
    if one.window is None:
        return _("Not set yet")
    return _("{opens:short}–{closes:bare}", opens=one.window.opens_on, closes=one.window.closes_on)
