"""What AKE's coordinators do for partner libraries: pairs, visits, reports, the info session."""

from bot.dialog import Dialog
from dialogs.desk.partners.confirm_pairs import ActivePairs, ConfirmPairs, EndPair
from dialogs.desk.partners.info_desk import InviteToInfo, ShowInfoSession
from dialogs.desk.partners.pair_wishes import JoinThird, KeepApart, LiftWish, LockPair
from dialogs.desk.partners.pairs import ShowPairs, ShowProposedPair, SolveAgain
from dialogs.desk.partners.reports import ListReports, ReadReport, ReportCame
from dialogs.desk.partners.visits import (
    DecideThirdVisit,
    ListPartnerVisits,
    PartnerVisitNotified,
    ThirdVisitAsked,
)

DIALOGS: tuple[type[Dialog], ...] = (
    ShowPairs,
    SolveAgain,
    ShowProposedPair,
    LockPair,
    KeepApart,
    LiftWish,
    JoinThird,
    ConfirmPairs,
    ActivePairs,
    EndPair,
    ListPartnerVisits,
    PartnerVisitNotified,
    ThirdVisitAsked,
    DecideThirdVisit,
    ListReports,
    ReadReport,
    ReportCame,
    ShowInfoSession,
    InviteToInfo,
)
