"""When the info session of a round is."""

from datetime import date

from bot.dialog import (
    Button,
    Choose,
    Day,
    Dialog,
    Message,
    Option,
    Rejected,
    TimeOfDay,
    Weight,
    _,
    rule,
    say,
)
from bot.domain.ids import RoundId
from bot.domain.occasion import Occasion
from bot.domain.round_times import RoundsDesk
from bot.domain.rounds import Meeting
from bot.domain.wallclock import instant

from .rounds import BACK, round_options, title


class SetInfoSession(Dialog, name="set_info_session"):
    occasion: Occasion
    desk: RoundsDesk

    title = _("Set the info session")

    round_id = Choose[RoundId](_("Which round?"))
    day = Day(_("On which day is the info session?"))
    begins = TimeOfDay(_("When does it begin?"))
    ends = TimeOfDay(_("When does it end?"))

    @round_id.options
    def rounds(self) -> list[Option]:
        return round_options(self.desk)

    @day.check
    def ahead(self, day: date) -> None:
        if day < self.occasion.today:
            raise Rejected(_("Please choose a day that is still ahead."))

    @rule
    def in_order(self) -> None:
        if self.ends <= self.begins:
            raise Rejected(_("It has to end after it begins."), at=SetInfoSession.ends)

    def submit(self) -> Message:
        zone = self.occasion.region.zone
        begins, ends = instant(self.day, self.begins, zone), instant(self.day, self.ends, zone)
        kept = self.desk.set_info_session(self.round_id, Meeting(begins, ends))
        text = _("{round}: the info session is {begins}.", round=title(kept), begins=begins)
        if self.occasion.records.info_sessions.find(kept.id) is None:
            return say(text, buttons=BACK)
        earlier = _("Those who were invited do not know of this time yet. Invite them anew.")
        invite = Button(_("Send the invitations again"), "invite_info", weight=Weight.MAIN)
        return say(text, earlier, buttons=(invite, *BACK))
