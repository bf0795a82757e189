"""Partner libraries: registering, the pair, its visits and their reports."""

from bot.dialog import Dialog
from dialogs.partners.change import ChangeRegistration, WithdrawRegistration
from dialogs.partners.info import AnswerInvitation, InfoInvitation, InfoReminder
from dialogs.partners.our_pair import OurPair
from dialogs.partners.plan_visit import AnswerDays, OtherDays, PlanPartnerVisit
from dialogs.partners.register import RegisterPartner
from dialogs.partners.reminded_of_visits import PartnerVisitReminder, ReportReminder
from dialogs.partners.report import ReportVisit
from dialogs.partners.show_visit import ShowPartnerVisit
from dialogs.partners.told_of_pairs import PairConfirmed, PairEnded, PairWithoutVisit
from dialogs.partners.told_of_registrations import (
    LeftWaiting,
    RegistrationChanged,
    RegistrationWithdrawn,
)
from dialogs.partners.told_of_visits import (
    DayAgreed,
    DaysSuggested,
    PartnerVisitAllowed,
    PartnerVisitCancelled,
)
from dialogs.partners.visit_plans import CancelPartnerVisit, DraftOutline, NotifyAke

DIALOGS: tuple[type[Dialog], ...] = (
    RegisterPartner,
    ChangeRegistration,
    WithdrawRegistration,
    RegistrationChanged,
    RegistrationWithdrawn,
    LeftWaiting,
    OurPair,
    PairConfirmed,
    PairEnded,
    PairWithoutVisit,
    PlanPartnerVisit,
    AnswerDays,
    OtherDays,
    DaysSuggested,
    DayAgreed,
    ShowPartnerVisit,
    DraftOutline,
    NotifyAke,
    CancelPartnerVisit,
    PartnerVisitReminder,
    PartnerVisitAllowed,
    PartnerVisitCancelled,
    ReportVisit,
    ReportReminder,
    InfoInvitation,
    AnswerInvitation,
    InfoReminder,
)
