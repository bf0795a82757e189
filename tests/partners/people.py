"""People of two libraries that become partners, and of others."""

from __future__ import annotations

from tests.chat import Chat
from tests.houses import Meet

AURA, MARTTILA, TURKU, PARGAS = "019-main", "480-main", "853-main", "445-main"
EURA, HARJAVALTA, LIETO = "050-main", "079-main", "423-main"


def at(meet: Meet, name: str, home: str, language: str = "fi") -> Chat:
    """Somebody who has filled in their profile."""
    chat = meet(name, language=language)
    chat.opens("profile", language=language, home=home, networks="", directs="no")
    if chat.last.asks or chat.last.moves:
        chat.sends()
    return chat


def registered(chat: Chat, wish: str = "digituki", **told: str) -> str:
    """A registration by form."""
    chat.opens("partner")
    blank = {"swedish": "", "staff": "", "dates": "", "restriction": "", "reach": ""}
    heard = chat.gives(**{"wish": wish, "cooperates": "no", **blank, **told})
    if "cooperation" in chat.asked():
        heard = chat.gives(cooperation=told.get("cooperation", ""))
    return heard
