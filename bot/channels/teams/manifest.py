"""The app package that Teams makes the app from: what it is, its commands, its icons."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile, ZipInfo

from bot.conversation.stage import Catalogue
from bot.dialog import Phrase, _
from bot.language.speak import Speech

from .offered import SCOPES
from .place import JSON

BASE = Path(__file__).parents[3] / "manifest" / "teams"
ICONS = ("color.png", "outline.png")
LOCALIZATION = "https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json"
ABOUT = {
    "name.short": _("AKE"),
    "name.full": _("AKE, the assistant of the regional development task"),
    "description.short": _(
        "AKE visits, partner libraries, travel claims and coffee hours in a chat"
    ),
    "description.full": _(
        "For the staff of public libraries, in Finnish and in Swedish: book an AKE visit, register "
        "your library as a partner library, make a travel claim, see what coffee hours are coming, "
        "and be reminded of them in time. Write in your own words or choose a command. In a "
        "channel, mention AKE; what is personal is answered to you alone."
    ),
}
"""Under the names that localization files know them by."""


@dataclass(frozen=True)
class Package:
    """`page` is the bot's public address, which begins with https://."""

    app: str
    page: str
    catalogue: Catalogue
    finnish: Speech
    swedish: Speech
    version: str = ""
    """Empty: as it stands in the template."""

    def zipped(self) -> bytes:
        """The same bytes for the same settings, so that one can tell whether it has changed."""
        files = {name: (BASE / name).read_bytes() for name in ICONS}
        files["manifest.json"] = written(self.manifest())
        files["sv.json"] = written(self.in_swedish())
        archive = BytesIO()
        with ZipFile(archive, "w") as package:
            for name, content in sorted(files.items()):
                package.writestr(entry(name), content)
        return archive.getvalue()

    def manifest(self) -> JSON:
        made: JSON = json.loads((BASE / "manifest.json").read_text("utf-8"))
        said = {name: self.finnish(phrase) for name, phrase in ABOUT.items()}
        made |= {"id": self.app, "version": self.version or made["version"]}
        made["developer"] = self.developer()
        made["name"] = {"short": said["name.short"], "full": said["name.full"]}
        made["description"] = {
            "short": said["description.short"],
            "full": said["description.full"],
        }
        made["localizationInfo"] = {
            "defaultLanguageTag": "fi",
            "additionalLanguages": [{"languageTag": "sv", "file": "sv.json"}],
        }
        made["bots"][0] |= {"botId": self.app, "commandLists": self.command_lists()}
        made["validDomains"] = [urlsplit(self.page).hostname]
        return made

    def developer(self) -> JSON:
        about = f"{self.page}/about"
        return {
            "name": "AKE",
            "websiteUrl": about,
            "privacyUrl": f"{about}#privacy",
            "termsOfUseUrl": f"{about}#terms",
        }

    def command_lists(self) -> list[JSON]:
        return [
            {"scopes": [scope], "commands": self.commands(about, 0)}
            for scope, about in SCOPES.items()
        ]

    def commands(self, about: Mapping[str, Phrase], language: int) -> list[JSON]:
        """The title is written when it is chosen: with its slash, it is a command at any time."""
        say = (self.finnish, self.swedish)[language]
        return [
            {"title": f"/{self.catalogue[dialog].commands[language]}", "description": say(told)}
            for dialog, told in about.items()
        ]

    def in_swedish(self) -> JSON:
        said = {name: self.swedish(phrase) for name, phrase in ABOUT.items()}
        commands = {
            f"bots[0].commandLists[{which}].commands[{number}].{part}": text
            for which, about in enumerate(SCOPES.values())
            for number, command in enumerate(self.commands(about, 1))
            for part, text in command.items()
        }
        return {"$schema": LOCALIZATION, **said, **commands}


def written(made: JSON) -> bytes:
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def entry(name: str) -> ZipInfo:
    """A file in the package, of no time and of no machine."""
    made = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    made.create_system, made.external_attr = 3, 0o644 << 16
    return made
