"""What the page that a link opens says around what the bot says."""

from __future__ import annotations

from bot.dialog import Phrase, _

TITLE = _("Your link from AKE")
KNOCK = _("The link opens once. Open it on the device that you want to use it on.")
OPEN = _("Open")
USED = _(
    "This link has been opened already, or its ten minutes are over. Ask me for a new one in "
    "the chat."
)
OVER = _("Your half hour on this page is over. Ask me for a new link in the chat.")
UNKNOWN = _(
    "There is no such link. Check that you have the whole of it, or ask me for a new one in the "
    "chat."
)
NOTHING = _("Nothing is open here. We go on in the chat.")
DONE = _("You can close this page. We go on in the chat.")


def here_as(name: str) -> Phrase:
    return _("You are here as {name}. Nobody else sees this page.", name=name)
