"""What the channel itself says, around what the bot says."""

from __future__ import annotations

from bot.dialog import Move, Phrase, _, as_is

SEND = _("Send")
GO_ON = _("Continue")
CLOSE = _("Close")
CHANGE = _("Change")
DONE = _("Done")
CHOOSE = _("Choose")
YES, NO = _("Yes"), _("No")
TALK = as_is("AKE")
"""What a modal is called that belongs to no dialog."""
CHECK = _("Shall I send this?")
KNOWN = _("I know these already:")
NOTHING = _("There is nothing to choose from just now.")
MOMENT = _("One moment, please …")
GOES_ON = _("The list is longer than fits here. All of it is in our private conversation.")
IN_PRIVATE = _("I answered you in our private conversation.")
SEND_FILES = _("Send me the files here, in this conversation.")
SENT_THERE = _("I put it in our private conversation.")
PAPER_GONE = _("I am sorry, that paper is not there any more.")
NOT_TAKEN = _("I am sorry, Slack did not take that paper. Please press the button again.")
NOT_YOURS = _("I am sorry, this is not yours to see or change. AKE's coordinators can help.")
NO_FILES = _("There are no files in that message.")
NOT_HERE = _("I am not installed in this workspace. Please ask the one who looks after it here.")
WELCOME = _("Hello! These are your matters, and what you can do here.")
MENU = _("What would you like to do?")

PRESSED = {
    Move.BACK: _("Back"),
    Move.SKIP: _("Skip"),
    Move.SEND: _("Send"),
    Move.CANCEL: _("Cancel"),
}
"""What a button for a step says; an edit has a button beside each answer."""


def searched(count: int) -> Phrase:
    return _("Type a part of the name; there are {count} to choose from.", count=count)


def too_large(file: str) -> Phrase:
    return _("“{file}” is larger than 10 MB. Please send a smaller one.", file=file)


def not_fetched(file: str) -> Phrase:
    return _("I could not fetch “{file}” from Slack. Please send it again.", file=file)


def too_long(title: Phrase) -> Phrase:
    return _(
        "“{title}” has more to carry than a button here can. Write to me what you would like.",
        title=title,
    )
