"""What everyone may read of the bot: what it is for, what it keeps, how it may be used."""

from __future__ import annotations

from datetime import UTC

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bot.dialog import Phrase, _
from bot.language.speak import Speech

from .draw import ENVIRONMENT, LANGUAGES
from .guard import NOTICE, POLICY

FOR = _("What the bot is for")
KEPT = _("What it keeps of you")
USE = _("How it may be used")
PURPOSE = _(
    "AKE's bot helps the staff of public libraries with the regional development task: AKE visits, "
    "partner libraries, travel claims and coffee hours. It talks with you in Teams or in Slack, in "
    "Finnish and in Swedish."
)
MATTERS = (
    _(
        "Your name, who you are in Teams or Slack, your language, your library and what you "
        "follow, until you are removed."
    ),
    _("What you and your library have sent: visits, registrations, reports and travel claims."),
    _(
        "The bot's copies of receipts for 90 days after the invoice has come. Your employer keeps "
        "the originals."
    ),
    _("What the bot has said to you for two days, so that nothing is lost when a line breaks."),
)
SEEN = _(
    "AKE's coordinators see what is sent to AKE, and your own library and its partner see what "
    "concerns them. What you write is never logged."
)
TERMS = _(
    "The bot is for the work of the region's libraries. What you send here reaches AKE as if you "
    "had written by e-mail."
)


HEADERS = {**POLICY, **NOTICE}


def about(mailbox: str | None) -> Route:
    """Where Teams leads to from the app. `mailbox` is AKE's own, where it has one."""
    page = written(mailbox)

    async def read(_request: Request) -> HTMLResponse:
        return HTMLResponse(page, headers=HEADERS)

    return Route("/about", read)


def asking(mailbox: str) -> Phrase:
    return _("Questions, and wishes to be removed: {mailbox}", mailbox=mailbox)


def written(mailbox: str | None) -> str:
    """The page, in both languages."""
    closing = (TERMS, *([asking(mailbox)] if mailbox else ()))
    sections = (
        ("for", FOR, (PURPOSE,), ()),
        ("privacy", KEPT, (SEEN,), MATTERS),
        ("terms", USE, closing, ()),
    )
    spoken = [(code, name, Speech(code, UTC)) for code, name in LANGUAGES.items()]
    return ENVIRONMENT.get_template("about.html").render(spoken=spoken, sections=sections)
