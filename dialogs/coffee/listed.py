"""What coffee hours are coming, and whether one comes."""

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    YesNo,
    _,
    n_,
    say,
)
from bot.domain.coffee.corner import CoffeeCorner
from bot.domain.ids import CoffeeHourId
from bot.domain.regions import Region
from dialogs.coffee.words import calendar_paper, hour_options, hour_table

WAYS = (
    Button(_("Choose what I follow"), "coffee_follow"),
    Button(_("Propose a topic or a guest"), "coffee_propose"),
    Button(_("Our library hosts one"), "coffee_host"),
    Button(_("What I am reminded of"), "reminders"),
    Button(_("Into my calendar"), "calendar_feed"),
)


class ComingCoffee(Dialog, name="coffee", private=False):
    """Those that the person follows; all, where they follow none of what is coming."""

    corner: CoffeeCorner
    region: Region

    title = _("Coffee hours")
    commands = ("etakahvit", "distanskaffe")
    wishes = ("coffee_list",)

    def submit(self) -> Message:
        hours = self.corner.mine()
        others = len(self.corner.coming()) - len(hours)
        if not hours and not others:
            return say(_("No coffee hours are planned just now."), buttons=WAYS)
        hours = hours or self.corner.coming()
        more = (
            n_(
                "There is also one coffee hour for others; you can follow them as well.",
                "There are also {count} coffee hours for others; you can follow them as well.",
                others,
            ),
        )
        return say(
            _("These coffee hours are coming. Come as you are, nothing has to be prepared."),
            *(more if others and self.corner.mine() else ()),
            tables=(hour_table(hours[:12], self.region, self.corner.attended()),),
            buttons=WAYS,
            documents=tuple(calendar_paper(hour) for hour in hours[:3]),
        )


class AttendCoffee(Dialog, name="coffee_attend", confirm=False):
    corner: CoffeeCorner

    title = _("Coming to coffee")
    wishes = ("coffee_attend",)

    hour = Choose[CoffeeHourId](_("Which coffee hour do you mean?"))
    comes = YesNo(_("Are you coming?"))

    @hour.options
    def coming(self) -> list[Option]:
        hours = self.corner.coming()
        if not hours:
            raise Closed(say(_("No coffee hours are planned just now."), buttons=WAYS))
        return hour_options(hours)

    def submit(self) -> Message:
        self.corner.attend(self.hour, comes=self.comes)
        hour = next(each for each in self.corner.coming() if each.id == self.hour)
        if not self.comes:
            return say(_("Thank you for telling. You are always welcome another time."))
        return say(
            _("Nice, see you at the coffee hour {when:on}!", when=hour.starts),
            documents=(calendar_paper(hour),),
        )
