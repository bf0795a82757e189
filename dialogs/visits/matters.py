"""What a person's library has of visits, of its place in the line, and of days held for it."""

from collections.abc import Iterator

from bot.dialog import Button, Phrase, _
from bot.domain.occasion import Occasion
from bot.domain.visits.access import VisitsSeen
from bot.domain.visits.line import Line
from bot.domain.visits.visits import Visit
from dialogs.matter import Matter
from dialogs.visits.offers import answers
from dialogs.visits.wording import VisitWords, state


def visit_matters(occasion: Occasion) -> Iterator[Matter]:
    words, line = VisitWords(occasion), Line(occasion)
    home = occasion.who.home
    for visit in VisitsSeen(occasion).to_come():
        title = _("{visit}, {when}", visit=words.title(visit), when=words.when(visit))
        show = Button(
            _("Show: {visit}", visit=words.title(visit)), "show_visit", {"visit": visit.id}
        )
        yield Matter(title, stands(visit, occasion), (show,))
    for offer in line.open_offers():
        if offer.host == home:
            held = _("Held for you until {until}", until=offer.until)
            yield Matter(_("A free day: {day}", day=offer.day), held, answers(offer))
    for waiting in line.mine():
        if waiting.host == home:
            leave = Button(_("Take us off the list"), "leave_line", {"host": waiting.host})
            since = waiting.since.astimezone(occasion.region.zone).date()
            yield Matter(_("Waiting list"), _("Since {day}", day=since), (leave,))


def stands(visit: Visit, occasion: Occasion) -> Phrase:
    if occasion.who.home in visit.guests:
        return _("You are invited to join")
    return state(visit, occasion.today)
