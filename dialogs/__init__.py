"""The dialogs there are."""

from collections.abc import Mapping

from bot.dialog import Dialog
from dialogs import claims, coffee, desk, partners, privacy, visits
from dialogs.accounts import JoinAccounts, JoinThese
from dialogs.calendar import SubscribeCalendar
from dialogs.desk import claims as claims_desk
from dialogs.desk import coffee as coffee_desk
from dialogs.desk import partners as partner_desk
from dialogs.desk import visits as visits_desk
from dialogs.desk.indicators import ShowIndicators
from dialogs.help import ShowHelp
from dialogs.languages import SwitchLanguage
from dialogs.matters import ShowMatters
from dialogs.profile import FillProfile
from dialogs.rounds import RemindOfRound, RoundCloses, RoundOpened

DIALOGS: tuple[type[Dialog], ...] = (
    FillProfile,
    SwitchLanguage,
    ShowMatters,
    ShowHelp,
    *privacy.DIALOGS,
    *visits.DIALOGS,
    RemindOfRound,
    RoundOpened,
    RoundCloses,
    *claims.DIALOGS,
    *coffee.DIALOGS,
    *claims_desk.DIALOGS,
    *coffee_desk.DIALOGS,
    *visits_desk.DIALOGS,
    *desk.DIALOGS,
    *partners.DIALOGS,
    *partner_desk.DIALOGS,
    ShowIndicators,
    JoinAccounts,
    JoinThese,
    SubscribeCalendar,
)

CATALOGUE: Mapping[str, type[Dialog]] = {dialog.name: dialog for dialog in DIALOGS}
