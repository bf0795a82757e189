"""All visits ahead, those who wait, and what is wished for, as AKE's coordinators see it."""

from bot.dialog import Button, Dialog, Message, Paper, Phrase, Row, Table, _, as_is, just, n_, say
from bot.domain.ids import AkePersonId
from bot.domain.occasion import Occasion
from bot.domain.visits.desk import VisitDesk
from bot.domain.visits.line import Line
from bot.domain.visits.visits import Visit, VisitKind
from dialogs.visits.notes import answers
from dialogs.visits.wording import VisitWords, listed


class Bookings(Dialog, name="bookings"):
    occasion: Occasion
    desk: VisitDesk
    line: Line
    words: VisitWords

    title = _("Visits")
    desk_wishes = ("bookings",)

    def submit(self) -> Message:
        tables = tuple(
            table for table in (self.booked(), self.wished(), self.waiting()) if table.rows
        )
        ways = (
            Button(_("Publish days"), "publish_days"),
            Button(_("Published days"), "visit_days"),
        )
        if not tables:
            return say(_("There are no visits ahead, and nobody waits for one."), buttons=ways)
        calendar = Paper(_("All visits for your calendar"), "ake.ics", "visits_calendar")
        return say(tables=tables, buttons=ways, documents=(calendar,))

    # What is booked

    def booked(self) -> Table:
        head = (_("Visit"), _("Day"), _("Who goes"), _("Other visits near"), _("Not visited near"))
        return Table(_("Booked visits"), head, tuple(map(self.booking, self.desk.booked())))

    def booking(self, visit: Visit) -> Row:
        near = tuple(
            _("{place}, {day}", place=self.words.place(one), day=one.day)
            for one in self.desk.visits_near(visit)
            if one.day is not None
        )
        unvisited = tuple(town.name for town in self.desk.unvisited_near(visit))
        cells = (
            self.words.title(visit),
            self.words.when(visit),
            self.going(visit),
            just(near) if near else _("None"),
            listed(unvisited),
        )
        return Row(cells, buttons(visit, cells[0]))

    def going(self, visit: Visit) -> Phrase:
        if visit.day is None or not visit.crew:
            return _("Not known yet")
        year = visit.day.year
        return just(tuple(self.loaded(one, year) for one in sorted(visit.crew, key=self.called)))

    def called(self, one: AkePersonId) -> str:
        return self.desk.crews.find(one).name

    def loaded(self, one: AkePersonId, year: int) -> Phrase:
        return with_load(self.called(one), self.desk.crews.load(year).get(one, 0))

    # What is wished for, and who waits

    def wished(self) -> Table:
        head = (_("Visit"), _("Day"), _("When it would suit"))
        rows = tuple(
            Row(
                (self.words.title(one), self.words.day(one), as_is(one.wished or "–")),
                (show(one, self.words.title(one)), *answers(one, self.words.place(one))),
            )
            for one in self.desk.wishes()
        )
        return Table(_("Wishes that wait for an answer"), head, rows)

    def waiting(self) -> Table:
        head = (_("Library"), _("Since"), _("When it would suit"))
        rows = tuple(
            Row(
                (
                    just(self.words.libraries.find(each.host).name),
                    just(each.since.astimezone(self.occasion.region.zone).date()),
                    as_is(each.wishes or "–"),
                )
            )
            for each in self.line.mine()
        )
        return Table(_("Waiting list"), head, rows)


def with_load(name: str, visits: int) -> Phrase:
    return n_("{name} (one visit)", "{name} ({count} visits)", visits, name=name)


def show(visit: Visit, title: Phrase) -> Button:
    return Button(_("Show: {visit}", visit=title), "show_visit", {"visit": visit.id})


def buttons(visit: Visit, title: Phrase) -> tuple[Button, ...]:
    given = {"visit": visit.id}
    if visit.kind is VisitKind.DIRECTOR:
        return show(visit, title), Button(
            _("Set a day: {what}", what=title), "set_visit_day", given
        )
    crew = Button(_("Choose who goes: {what}", what=title), "choose_crew", given)
    return show(visit, title), crew
