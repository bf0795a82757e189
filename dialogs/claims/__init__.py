"""Travel claims, as the one who travelled meets them."""

from bot.dialog import Dialog
from dialogs.claims.about import DescribeClaim, RemoveLine
from dialogs.claims.begin import BeginClaim
from dialogs.claims.change import ChangeLine
from dialogs.claims.fees import AddFee
from dialogs.claims.legs import AddLeg
from dialogs.claims.listed import ShowClaim, ShowClaims
from dialogs.claims.news import ClaimApproved, ClaimReturned, ClaimWaits
from dialogs.claims.receipts import AttachReceipts, RemoveReceipt
from dialogs.claims.submitting import DiscardClaim, SubmitClaim

DIALOGS: tuple[type[Dialog], ...] = (
    BeginClaim,
    ShowClaims,
    ShowClaim,
    AddLeg,
    AddFee,
    ChangeLine,
    RemoveLine,
    DescribeClaim,
    AttachReceipts,
    RemoveReceipt,
    SubmitClaim,
    DiscardClaim,
    ClaimReturned,
    ClaimApproved,
    ClaimWaits,
)
