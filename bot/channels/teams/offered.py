"""The commands that Teams offers while one writes, each with what it is for."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialog import Phrase, _

EVERYWHERE: Mapping[str, Phrase] = {
    "help": _("What I can help you with"),
    "coffee": _("Coming coffee hours, and how to join in"),
    "visit": _("Invite AKE to your library"),
    "visits": _("Your library's AKE visits"),
    "partner": _("Register your library as a partner library"),
    "report": _("Tell how a partner visit went"),
    "claim": _("Travel costs, receipts and the summary for the invoice"),
    "matters": _("What you and your library have under way"),
    "language": _("Change between Finnish and Swedish"),
}
"""By dialog, the most used first."""

IN_PERSON: Mapping[str, Phrase] = {
    **EVERYWHERE,
    "calendar_feed": _("Coffee hours and visits into your own calendar"),
    "link": _("If you use both Teams and Slack"),
}

SCOPES: Mapping[str, Mapping[str, Phrase]] = {
    "personal": IN_PERSON,
    "team": EVERYWHERE,
    "groupChat": EVERYWHERE,
}
"""By where one writes; Teams takes twelve at most in each."""
