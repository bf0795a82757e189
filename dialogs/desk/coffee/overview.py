"""What the coordinator sees of coffee hours at a glance."""

from bot.dialog import (
    Button,
    Choose,
    Closed,
    Dialog,
    Message,
    Option,
    Phrase,
    Row,
    Table,
    Text,
    Weight,
    _,
    as_is,
    just,
    n_,
    say,
)
from bot.domain.coffee.desk import CoffeeDesk
from bot.domain.coffee.hours import CoffeeHour
from bot.domain.coffee.kept import Proposal
from bot.domain.indicators import Standing
from bot.domain.libraries import Libraries
from bot.domain.occasion import Occasion

NEW = (
    Button(_("A new coffee hour"), "coffee_new", weight=Weight.MAIN),
    Button(_("A new series"), "coffee_series"),
)
STANDINGS = {
    Standing.REACHED: _("The year's target is reached."),
    Standing.EXCEEDED: _("The year's target is exceeded."),
}


class CoffeeOverview(Dialog, name="coffee_desk"):
    desk: CoffeeDesk
    libraries: Libraries
    occasion: Occasion

    title = _("Coffee hours of AKE")
    desk_wishes = ("create_coffee",)

    def submit(self) -> Message:
        tables = (self.coming(), self.to_count(), self.proposed())
        return say(
            *self.year(),
            buttons=NEW,
            tables=tuple(table for table in tables if table.rows),
        )

    def year(self) -> tuple[Phrase, ...]:
        year = self.occasion.today.year
        held, standing = self.desk.standing(year)
        rules = self.occasion.region.arrangements.coffee
        said = n_(
            "One coffee hour has been held in {year}; the target is {least}–{most}.",
            "{count} coffee hours have been held in {year}; the target is {least}–{most}.",
            held,
            year=year,
            least=rules.least_a_year,
            most=rules.most_a_year,
        )
        return (said, STANDINGS[standing]) if standing in STANDINGS else (said,)

    def coming(self) -> Table:
        head = (_("Coffee hour"), _("When"), _("Host"), _("Guest"), _("Have said they come"))
        rows = tuple(self.row(hour) for hour in self.desk.coming()[:20])
        return Table(_("Coming coffee hours"), head, rows)

    def row(self, hour: CoffeeHour) -> Row:
        host = just(self.libraries.find(hour.host).name) if hour.host else _("AKE")
        given = {"hour": hour.id}
        return Row(
            (
                just(hour.title),
                just(hour.starts),
                host,
                as_is(hour.guest or "–"),
                just(self.desk.comers(hour.id)),
            ),
            (
                Button(_("Move"), "coffee_move", given),
                Button(_("Guest and topic"), "coffee_invite", given),
                Button(_("Cancel it"), "coffee_cancel", given, Weight.GRAVE),
            ),
        )

    def to_count(self) -> Table:
        rows = tuple(
            Row(
                (just(hour.title), just(hour.starts)),
                (
                    Button(_("It was held"), "coffee_held", {"hour": hour.id}, Weight.MAIN),
                    Button(_("It was not held"), "coffee_cancel", {"hour": hour.id}),
                ),
            )
            for hour in self.desk.to_count()
        )
        return Table(_("Were these held?"), (_("Coffee hour"), _("When")), rows)

    def proposed(self) -> Table:
        head = (_("For whom"), _("Topic"), _("Guest"))
        rows = tuple(
            Row(
                self.wish(proposal),
                (Button(_("It is seen to"), "coffee_seen_to", {"proposal": proposal.id}),),
            )
            for proposal in self.desk.proposals()
        )
        return Table(_("Wishes for coffee hours"), head, rows)

    def wish(self, proposal: Proposal) -> tuple[Phrase, ...]:
        name = self.occasion.region.network(proposal.audience).name
        return just(name), as_is(proposal.topic or "–"), as_is(proposal.guest or "–")


class ProposedCoffee(Dialog, name="coffee_proposed"):
    """To the coordinators: somebody wishes for a topic or a guest."""

    desk: CoffeeDesk
    occasion: Occasion

    title = _("A wish for coffee")

    proposal = Text(_("Which wish?"), most=40)

    def submit(self) -> Message:
        found = next((p for p in self.desk.proposals() if p.id == self.proposal), None)
        if found is None:
            raise Closed(say())
        audience = self.occasion.region.network(found.audience).name
        topic = (_("Topic: {topic}", topic=found.topic),) if found.topic else ()
        guest = (_("Guest: {guest}", guest=found.guest),) if found.guest else ()
        return say(
            _("Somebody wishes for a coffee hour. For: {audience}", audience=audience),
            *topic,
            *guest,
            buttons=(
                Button(_("Coffee hours of AKE"), "coffee_desk"),
                Button(_("It is seen to"), "coffee_seen_to", {"proposal": found.id}),
            ),
        )


class SeenTo(Dialog, name="coffee_seen_to", confirm=False):
    desk: CoffeeDesk

    title = _("A wish seen to")

    proposal = Choose[str](_("Which wish is seen to?"))

    @proposal.options
    def open_ones(self) -> list[Option]:
        found = self.desk.proposals()
        if not found:
            raise Closed(say(_("No wishes are open.")))
        return [Option(each.id, as_is(each.topic or each.guest)) for each in found]

    def submit(self) -> Message:
        self.desk.close(next(p.id for p in self.desk.proposals() if p.id == self.proposal))
        return say(
            _("Good, the wish is off the list."),
            buttons=(Button(_("Coffee hours of AKE"), "coffee_desk"),),
        )
