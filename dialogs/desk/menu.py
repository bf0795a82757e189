"""The coordinators' way to everything that is theirs, and what waits for them."""

from bot.dialog import Button, Dialog, Message, Phrase, _, n_, say
from bot.domain.claims.claims_desk import ClaimsDesk
from bot.domain.libraries import LibraryDesk
from bot.domain.partners.visit_desk import PartnerVisitDesk
from bot.domain.profile import PeopleDesk
from bot.domain.visits.desk import VisitDesk
from dialogs.desk.claims.queue import ClaimQueue
from dialogs.desk.coffee.overview import CoffeeOverview
from dialogs.desk.coming_posts import ListPosts
from dialogs.desk.directors import DecideDirector
from dialogs.desk.indicators import ShowIndicators
from dialogs.desk.libraries import DecideLibrary
from dialogs.desk.partners.info_desk import ShowInfoSession
from dialogs.desk.partners.pairs import ShowPairs
from dialogs.desk.partners.reports import ListReports
from dialogs.desk.partners.visits import DecideThirdVisit, ListPartnerVisits
from dialogs.desk.rooms import ListRooms
from dialogs.desk.rounds import ListRounds
from dialogs.desk.undelivered import ListUndelivered
from dialogs.desk.visits.days import ListDays, PublishDays
from dialogs.desk.visits.overview import Bookings
from dialogs.desk.visits.people import ListAkePeople

MENU: tuple[type[Dialog], ...] = (
    Bookings,
    PublishDays,
    ListDays,
    ListAkePeople,
    ListRounds,
    ClaimQueue,
    ShowPairs,
    ShowInfoSession,
    ListPartnerVisits,
    ListReports,
    ShowIndicators,
    CoffeeOverview,
    ListPosts,
    ListRooms,
    ListUndelivered,
)


class Desk(Dialog, name="desk"):
    visits: VisitDesk
    people: PeopleDesk
    libraries: LibraryDesk
    claims: ClaimsDesk
    partners: PartnerVisitDesk

    title = _("The coordinators' desk")
    desk_wishes = ("desk",)

    def submit(self) -> Message:
        waiting = self.waiting()
        text = [phrase for phrase, _opens in waiting] or [_("Nothing waits for you just now.")]
        urgent = tuple(dict.fromkeys(opens for _phrase, opens in waiting))
        kinds = (*urgent, *(kind for kind in MENU if kind not in urgent))
        return say(*text, buttons=tuple(Button(kind.title, kind.name) for kind in kinds))

    def waiting(self) -> list[tuple[Phrase, type[Dialog]]]:
        """What a coordinator is asked to decide, and where."""
        wishes, directors = len(self.visits.wishes()), len(self.people.unconfirmed())
        libraries = len(self.libraries.suggestions())
        found: list[tuple[Phrase, type[Dialog]]] = []
        if wishes:
            one = n_("One wish for a visit waits.", "{count} wishes for visits wait.", wishes)
            found.append((one, Bookings))
        if directors:
            found.append(
                (
                    n_(
                        "One director waits to be confirmed.",
                        "{count} directors wait to be confirmed.",
                        directors,
                    ),
                    DecideDirector,
                )
            )
        if libraries:
            found.append(
                (
                    n_(
                        "One suggested library waits.",
                        "{count} suggested libraries wait.",
                        libraries,
                    ),
                    DecideLibrary,
                )
            )
        if claims := len(self.claims.waiting()):
            one = n_("One travel claim waits.", "{count} travel claims wait.", claims)
            found.append((one, ClaimQueue))
        if third := len(self.partners.asking()):
            asked = n_(
                "One visit of partners waits for AKE's consent.",
                "{count} visits of partners wait for AKE's consent.",
                third,
            )
            found.append((asked, DecideThirdVisit))
        return found
