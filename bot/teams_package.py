"""The app package for Teams, for the settings as they are."""

from __future__ import annotations

import re

from bot import regions
from bot.channels.teams.manifest import Package
from bot.domain.languages import Language
from bot.language.speak import Speech
from bot.settings import Settings, SettingsError
from dialogs import CATALOGUE

GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def package_of(settings: Settings, version: str = "") -> bytes:
    """Raises SettingsError where something is missing that stands in it."""
    app, page = settings.teams_app_id or "", settings.public_url or ""
    if not GUID.fullmatch(app):
        raise SettingsError(
            "AKE_TEAMS_APP_ID: it must be the application (client) id in Microsoft Entra, "
            "such as 1f2e3d4c-0000-1111-2222-333344445555."
        )
    if not page.startswith("https://"):
        raise SettingsError("AKE_PUBLIC_URL: it is needed, and must begin with https://.")
    zone = regions.load(settings.region).zone
    finnish, swedish = Speech(Language.FI, zone), Speech(Language.SV, zone)
    return Package(app, page, CATALOGUE, finnish, swedish, version).zipped()
