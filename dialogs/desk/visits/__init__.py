"""AKE's visits, as the coordinators arrange them."""

from bot.dialog import Dialog
from dialogs.desk.visits.absences import AddAbsence, DropAbsence
from dialogs.desk.visits.crew import ChooseCrew
from dialogs.desk.visits.days import ListDays, PublishDays, WithdrawDay
from dialogs.desk.visits.overview import Bookings
from dialogs.desk.visits.people import AddAkePerson, ChangeAkePerson, ListAkePeople
from dialogs.desk.visits.wishes import ConfirmVisit, DeclineWish, SetVisitDay

DIALOGS: tuple[type[Dialog], ...] = (
    Bookings,
    PublishDays,
    ListDays,
    WithdrawDay,
    ChooseCrew,
    SetVisitDay,
    ConfirmVisit,
    DeclineWish,
    ListAkePeople,
    AddAkePerson,
    ChangeAkePerson,
    AddAbsence,
    DropAbsence,
)
