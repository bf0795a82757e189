"""Travel claims, as AKE's coordinators meet them."""

from bot.dialog import Dialog
from dialogs.desk.claims.deciding import ApproveClaim, ApprovePart, MarkInvoiced, ReturnClaim
from dialogs.desk.claims.gaps import ClaimExport, ClaimGaps
from dialogs.desk.claims.members import ImportMembers, ListMembers
from dialogs.desk.claims.money import (
    BudgetWarned,
    RateMissing,
    SetBudget,
    SetException,
    TravelBudget,
)
from dialogs.desk.claims.queue import ClaimCame, ClaimQueue, LookAtClaim
from dialogs.desk.claims.recording import ErrandList, RecordMeeting, RecordRotation, RemoveErrand

DIALOGS: tuple[type[Dialog], ...] = (
    ClaimQueue,
    LookAtClaim,
    ApproveClaim,
    ApprovePart,
    ReturnClaim,
    MarkInvoiced,
    TravelBudget,
    SetBudget,
    SetException,
    ErrandList,
    RecordMeeting,
    RecordRotation,
    RemoveErrand,
    ListMembers,
    ImportMembers,
    ClaimGaps,
    ClaimExport,
    ClaimCame,
    BudgetWarned,
    RateMissing,
)
