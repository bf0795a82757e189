"""Having one's coffee hours and visits in one's own calendar."""

from bot.dialog import Button, Choose, Closed, Dialog, Message, Option, _, say
from bot.domain.subscribing import CalendarFeed


class SubscribeCalendar(Dialog, name="calendar_feed", confirm=False):
    feed: CalendarFeed

    title = _("Into my calendar")
    commands = ("kalenteri", "kalender")
    wishes = ("calendar_feed",)

    act = Choose[str](
        _("You have a calendar link already. What shall I do?"),
        (
            Option("renew", _("Make a new link; the old one stops working")),
            Option("stop", _("Stop the subscription")),
        ),
        hint=_("I do not keep the link itself, so I cannot show it again."),
    )

    @act.when
    def has_one(self) -> bool:
        if not self.feed.can_be:
            raise Closed(
                say(
                    _(
                        "I have no address on the internet yet, so your calendar cannot fetch "
                        "anything from me. Each coffee hour and visit comes with a calendar file "
                        "of its own."
                    ),
                    buttons=(Button(_("Coffee hours"), "coffee"),),
                )
            )
        return self.feed.is_on

    def submit(self) -> Message:
        if self.has_one() and self.act == "stop":
            self.feed.stop()
            return say(
                _(
                    "The subscription is stopped and the link no longer works. You can remove "
                    "the calendar from your own calendar app."
                )
            )
        return say(
            _("Here is your calendar link: {link}", link=self.feed.begin()),
            _("In Outlook choose Add calendar, then Subscribe from web, and paste the link there."),
            _(
                "In the calendar are the coffee hours that you follow or come to, and your "
                "library's AKE visits. When one is moved or cancelled, your calendar learns of it "
                "within some hours."
            ),
            _("The link is for you alone, so please do not pass it on."),
            buttons=(Button(_("Choose what I follow"), "coffee_follow"),),
        )
