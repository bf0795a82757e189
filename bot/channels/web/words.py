"""What the page itself says, around what the bot says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.dialog import Phrase, _, n_

WORDS: Mapping[str, Phrase] = {
    "answer": _("Answer"),
    "answered": _("Already answered"),
    "back": _("Back"),
    "bot": _("AKE bot"),
    "brand": _("Regional development of libraries"),
    "cancel": _("Cancel"),
    "change": _("Change"),
    "check": _("Check before you send"),
    "choose": _("Choose"),
    "choose_files": _("Choose files"),
    "clock": _("Clock"),
    "correct": _("Please correct these"),
    "day": _("1 day"),
    "earlier": _("Show earlier messages"),
    "elsewhere": _("You have something open in your own conversation."),
    "everyone": _("Everyone in the network reads this"),
    "file_limits": _("Ten files at most, each 10 MB at most."),
    "file_too_large": _("A file is larger than 10 MB. Choose a smaller one."),
    "filter": _("Search in the list"),
    "go_on": _("Continue there"),
    "hour": _("1 hour"),
    "kept": _("Already attached"),
    "language": _("Language"),
    "latest": _("Go to the newest message"),
    "lost": _("The connection broke. Trying again …"),
    "menu": _("People, language and clock"),
    "message": _("Your message"),
    "message_hint": _("Write to the bot"),
    "move_clock": _("Move forward"),
    "move_on": _("This conversation went on in another window."),
    "moment": _("To a date and time"),
    "newest": _("Newest"),
    "no_match": _("Nothing in the list matches."),
    "only_you": _("Only you and the bot read this"),
    "optional": _("optional"),
    "close": _("Close"),
    "problem": _("Problem"),
    "quarter": _("15 minutes"),
    "rooms": _("Conversations"),
    "send": _("Send"),
    "send_answers": _("Send the answers"),
    "show": _("Show"),
    "skip": _("Skip"),
    "week": _("1 week"),
    "who": _("Who you are"),
}


def day(opened: date) -> Phrase:
    return _("{day:long}", day=opened)


def unread(count: int) -> Phrase:
    return n_("One new message", "{count} new messages", count)


def matches() -> tuple[Phrase, Phrase]:
    """Of one and of many, the number left open for the script: it counts while one types."""
    return _("One match"), _("{count} matches", count="{count}")


def welcome(name: str) -> tuple[Phrase, Phrase]:
    return (
        _("Welcome, {name}", name=name),
        _(
            "Write in your own words what you would like to do, in Finnish or in Swedish, "
            "or choose from these."
        ),
    )


def mishap(status: int) -> Phrase:
    """What an error page says."""
    match status:
        case 403:
            return _("I am sorry, this is not yours to see.")
        case 404:
            return _("There is nothing at this address any more.")
        case 413:
            return _("That was too much at once. Please send fewer or smaller files.")
    return _("I could not read what your browser sent. Please go back and try again.")
