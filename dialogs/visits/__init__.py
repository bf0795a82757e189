"""The dialogs of AKE's visits, as library workers have them."""

from bot.dialog import Dialog
from dialogs.visits.book import BookVisit
from dialogs.visits.edit import EditVisit
from dialogs.visits.line import LeaveLine, WaitForDay
from dialogs.visits.move import CancelVisit, MoveVisit
from dialogs.visits.news import VisitBooked, VisitCancelled, VisitMoved, VisitRelieved
from dialogs.visits.notes import (
    VisitChanged,
    VisitCrew,
    VisitJoined,
    VisitReminder,
    VisitUninvited,
    VisitWished,
)
from dialogs.visits.offers import DayOffered, DaysPublished, DeclineOffer, OfferLapsed, OfferWaits
from dialogs.visits.shown import ShowVisit, ShowVisits, StayAway

DIALOGS: tuple[type[Dialog], ...] = (
    BookVisit,
    ShowVisits,
    ShowVisit,
    EditVisit,
    MoveVisit,
    CancelVisit,
    StayAway,
    WaitForDay,
    LeaveLine,
    DayOffered,
    DeclineOffer,
    OfferLapsed,
    OfferWaits,
    DaysPublished,
    VisitBooked,
    VisitMoved,
    VisitRelieved,
    VisitCancelled,
    VisitChanged,
    VisitCrew,
    VisitJoined,
    VisitUninvited,
    VisitWished,
    VisitReminder,
)
