"""What only the door of Teams says."""

from __future__ import annotations

from bot.dialog import Phrase, _

NOT_YOURS = _(
    "This card was made for somebody else, so nothing was changed. Write to me, and I make one "
    "for you."
)
GARBLED = _("I could not read that card. Nothing was changed; please write to me instead.")
STRANGER = _(
    "I only know people who have signed in to their organisation, so I cannot serve you here."
)
IN_PRIVATE = _("I answered you in the chat between the two of us.")
NOT_HERE_ANY_MORE = _("That answer is not here any more. Please ask me again.")
NO_PAGE = _("Files are handed out on my page, and there is none yet. Please ask AKE for it.")
PAGE_LINK = _("On my page you can answer and send files. The link opens once, within ten minutes.")
GROUP = _("Group chat")
OPEN = _("Open")
HELLO_ROOM = _(
    "Hello! I help the public libraries of the region with visits, partner libraries, travel "
    "claims and coffee hours. Mention me and write what you would like to do. What is personal "
    "I answer in private."
)


def paper_link(title: str) -> Phrase:
    return _("{title}: the link opens once, within ten minutes.", title=title)


def too_large(name: str) -> Phrase:
    return _("“{file}” is larger than 10 MB. Please choose a smaller one.", file=name)


def empty(name: str) -> Phrase:
    return _("“{file}” is empty. Please check it.", file=name)


def unfetched(name: str) -> Phrase:
    return _("I could not fetch “{file}”. Please send it again.", file=name)
