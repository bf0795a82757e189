"""What the words of Finnish and Swedish mean in this house: its commands and its wishes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.dialog import Ask, Move, Rejected, _
from bot.domain.languages import Language

from .hear import Help, Offer, Wish
from .stage import Catalogue
from .turns import Moved, Opened

STEPS: Mapping[str, Move] = {
    "takaisin": Move.BACK,
    "tillbaka": Move.BACK,
    "ohita": Move.SKIP,
    "hoppa över": Move.SKIP,
    "peru": Move.CANCEL,
    "peruuta": Move.CANCEL,
    "avbryt": Move.CANCEL,
}
EDIT = re.compile(r"(?:muuta|ändra)\s+(.+)")


@dataclass(frozen=True)
class Listen:
    catalogue: Catalogue

    def step(self, words: str, language: Language) -> Moved | Help | None:
        said = words.strip().casefold()
        if said in ("apua", "hjälp"):
            return Help()
        if edit := EDIT.fullmatch(said):
            return Moved(Move.EDIT, edit[1])
        return Moved(STEPS[said]) if said in STEPS else None

    def command(self, words: str, now: datetime) -> Opened | None:
        name, _rest = (*words.strip().removeprefix("/").split(maxsplit=1), "", "")[:2]
        for kind in self.catalogue.values():
            if words.startswith("/") and name in kind.commands:
                return Opened(kind.name, words=True)
        return None

    def agreed(self, words: str, language: Language) -> bool | None:
        return {"kyllä": True, "ja": True, "ei": False, "nej": False}.get(words.casefold())

    def answer(self, ask: Ask, words: str, *, language: Language, now: datetime) -> str:
        if ask.options:
            if words.isdecimal() and 0 < int(words) <= len(ask.options):
                return ask.options[int(words) - 1].value
            raise Rejected(_("Please choose one of these."))
        return words

    def wish(self, words: str, language: Language, now: datetime) -> Wish | Offer | None:
        return None
