"""What did not reach the one it was for: seen by a coordinator, sent again or left."""

from collections.abc import Mapping

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Phrase,
    Preview,
    Row,
    Table,
    _,
    as_is,
    just,
    n_,
    say,
)
from bot.domain.notifications import Stuck, Why
from bot.domain.outbox import LIST, OutboxDesk

SHOWN = 20
"""Rows of a table that can be read through."""

REASONS: Mapping[Why, Phrase] = {
    Why.NO_ADDRESS: _("This person has not talked with me in private yet"),
    Why.GONE: _("The recipient cannot be reached there any more"),
    Why.UNREACHABLE: _("The channel could not be reached for a day"),
    Why.UNSURE: _("The connection broke: it may have arrived"),
    Why.MISHAP: _("There is a fault in me, which has been logged"),
}


NOTHING_LEFT = say(_("Everything that I had to say has been delivered."))
LATE = say(_("Somebody has dealt with this message already."))


def recipient(desk: OutboxDesk, stuck: Stuck) -> Phrase:
    name = desk.name_of(stuck.notification.to)
    return as_is(name) if name else _("No longer known")


def options(desk: OutboxDesk, preview: Preview) -> list[Option]:
    """Raises Closed where nothing is left to deal with."""
    stuck = desk.stuck()
    if not stuck:
        raise Closed(NOTHING_LEFT)
    return [Option(each.notification.brief, called(desk, preview, each)) for each in stuck]


def called(desk: OutboxDesk, preview: Preview, stuck: Stuck) -> Phrase:
    title = preview.title(stuck.notification.opens)
    return _("{title}, to {name}", title=title, name=recipient(desk, stuck))


class ListUndelivered(Dialog, name=LIST):
    desk: OutboxDesk
    preview: Preview

    title = _("Undelivered messages")
    desk_wishes = (LIST,)

    def submit(self) -> Message:
        stuck = self.desk.stuck()
        if not stuck:
            raise Closed(NOTHING_LEFT)
        caption = n_(
            "One message was not delivered", "{count} messages were not delivered", len(stuck)
        )
        head = (_("Message"), _("To"), _("When"), _("Why"))
        return say(
            _("These messages did not go out, or I cannot tell whether they did."),
            tables=(Table(caption, head, tuple(map(self.row, stuck[:SHOWN]))),),
        )

    def row(self, stuck: Stuck) -> Row:
        notification = stuck.notification
        this = {"message": notification.brief}
        cells = (
            self.preview.title(notification.opens),
            recipient(self.desk, stuck),
            just(notification.due),
            REASONS[stuck.why],
        )
        again = Button(_("Send again"), SendAgain.name, this)
        leave = Button(_("Leave it unsent"), LeaveUnsent.name, this)
        return Row(cells, (again, leave))


class SendAgain(Dialog, name="send_again"):
    desk: OutboxDesk
    preview: Preview

    title = _("Send a message again")

    message = Choose[str](_("Which message shall I send again?"))

    @message.options
    def undelivered(self) -> list[Option]:
        return options(self.desk, self.preview)

    def submit(self) -> Message:
        if not self.desk.again(self.message):
            raise Closed(LATE)
        return say(_("I am sending it again. If it does not arrive this time, I will tell you."))


class LeaveUnsent(Dialog, name="leave_unsent"):
    desk: OutboxDesk
    preview: Preview

    title = _("Leave a message unsent")

    message = Choose[str](_("Which message shall I leave unsent?"))

    @message.options
    def undelivered(self) -> list[Option]:
        return options(self.desk, self.preview)

    def submit(self) -> Message:
        if not self.desk.drop(self.message):
            raise Closed(LATE)
        return say(_("All right, I will leave it. You can tell the person in another way."))
