"""What an activity of Teams means: a pure reading of its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bot.conversation.turns import Input, Said

from .place import JSON, Place, digest, part, place, text
from .spoken import File, attached, entries, spoken
from .values import Asked, Garbled, pressed

HELP = "?"
"""What a bare mention stands for. Of files that are sent among others Teams tells nothing else."""


@dataclass(frozen=True)
class Turned:
    """Somebody said or pressed something. `whose` marks the one a pressed card was drawn for."""

    place: Place
    input: Input
    files: tuple[File, ...] = ()
    whose: str = ""
    invoked: bool = False


@dataclass(frozen=True)
class Wanted:
    """Something wanted beside the dialog: a paper, the page, or one's own view of a card."""

    place: Place
    asked: Asked
    whose: str = ""
    invoked: bool = False


@dataclass(frozen=True)
class Searched:
    """Words typed to find an option of the question `name`."""

    place: Place
    name: str
    words: str
    most: int


@dataclass(frozen=True)
class Misread:
    """A card's value that no card of ours has."""

    place: Place
    invoked: bool


@dataclass(frozen=True)
class Met:
    """The bot was installed, or put into a conversation; `again` as a new version of itself."""

    place: Place
    again: bool = False


@dataclass(frozen=True)
class Left:
    """The bot was put out, of one room or, where `rooms` is empty, of all there is there."""

    place: Place
    rooms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Named:
    """A channel is new or has another name."""

    place: Place
    room: str


@dataclass(frozen=True)
class Nothing:
    """Nothing to do: an edit, a reaction, somebody else who joined."""

    place: Place


@dataclass(frozen=True)
class Unknown:
    """An invoke that the bot never offered."""

    place: Place


Event: TypeAlias = Turned | Wanted | Searched | Misread | Met | Left | Named | Nothing | Unknown


def read(activity: JSON) -> Event:
    """Raises Malformed where the JSON is no activity."""
    where, kind = place(activity), text(activity, "type", needed=True)
    if kind == "invoke":
        return invoked(activity, where)
    if kind == "message":
        return message(activity, where)
    if kind == "installationUpdate":
        return installed(activity, where)
    return updated(activity, where) if kind == "conversationUpdate" else Nothing(where)


def message(activity: JSON, where: Place) -> Event:
    if where.user.startswith("28:"):  # another bot
        return Nothing(where)
    if "value" in activity and activity["value"] is not None:
        return acted(activity["value"], where, invoked=False)
    files, words = attached(activity), spoken(activity)
    if where.shared and not (words or files):
        return Turned(where, Said(HELP))
    return Turned(where, Said(words), files) if words or files else Nothing(where)


def invoked(activity: JSON, where: Place) -> Event:
    value = part(activity, "value")
    match activity.get("name"):
        case "adaptiveCard/action":
            return acted(part(value, "action").get("data"), where, invoked=True)
        case "application/search":
            top = part(value, "queryOptions").get("top")
            most = top if isinstance(top, int) and 0 < top <= 50 else 15
            return Searched(where, text(value, "dataset"), text(value, "queryText"), most)
    return Unknown(where)


def acted(data: object, where: Place, *, invoked: bool) -> Event:
    """What was pressed on a card; the same whether by Action.Execute or Action.Submit."""
    try:
        done, whose = pressed(data)
    except Garbled:
        return Misread(where, invoked)
    if isinstance(done, Asked):
        return Wanted(where, done, whose, invoked)
    return Turned(where, done, whose=whose, invoked=invoked)


def mine(event: Turned | Wanted) -> bool:
    """Whether a card was pressed by the one it was drawn for; some are drawn for anybody."""
    return event.whose in ("", digest(event.place.sender.id))


# Where the bot is


def installed(activity: JSON, where: Place) -> Event:
    action = text(activity, "action")
    return Left(where) if action.startswith("remove") else Met(where, action == "add-upgrade")


def updated(activity: JSON, where: Place) -> Event:
    data = part(activity, "channelData")
    room = text(part(data, "channel"), "id")
    match text(data, "eventType"):
        case "channelCreated" | "channelRenamed" | "channelRestored":
            return Named(where, room) if room else Nothing(where)
        case "channelDeleted":
            return Left(where, (room,)) if room else Nothing(where)
        case "teamDeleted" | "teamHardDeleted" | "teamArchived":
            return Left(where)
        case "teamRenamed" | "teamRestored" | "teamUnarchived":
            return Met(where, again=True)
    if where.bot in ids(activity, "membersRemoved"):
        return Left(where)
    return Met(where) if where.bot in ids(activity, "membersAdded") else Nothing(where)


def ids(activity: JSON, name: str) -> set[str]:
    return {text(each, "id") for each in entries(activity, name)}
