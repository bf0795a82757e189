"""Where in Teams something came from, and how to write there again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from bot.conversation.turns import Address, Sender
from bot.domain.languages import Language

CHANNEL = "teams"
JSON = dict[str, Any]
LANGUAGES = {language.value: language for language in Language}
"""By the first part of a locale, such as sv of sv-FI."""


class Malformed(Exception):
    """Not an activity at all: something that every activity has is missing."""


@dataclass(frozen=True)
class Place:
    """`conversation` is the thread's own id in a channel; `room` is the channel's.

    `user` is the sender's id in this conversation, `person` their Entra object id.
    """

    service: str
    conversation: str
    kind: str
    bot: str
    user: str
    person: str
    name: str
    tenant: str
    activity: str
    pressed: str = ""
    """The message whose card was pressed."""
    team: str = ""
    title: str = ""
    """What the room is called, where Teams tells it."""
    language: Language | None = None
    """What the sender's Teams speaks, where the bot speaks it too."""

    @property
    def shared(self) -> bool:
        return self.kind != "personal"

    @property
    def room(self) -> str:
        return self.conversation.partition(";")[0]

    @property
    def sender(self) -> Sender:
        return Sender(CHANNEL, f"{self.tenant}/{self.person}", self.name, self.language)

    @property
    def address(self) -> Address:
        if self.shared:
            return Address(CHANNEL, self.room, private=False, reference=self.reference)
        return Address(CHANNEL, self.sender.private, reference=self.reference)

    @property
    def reference(self) -> Mapping[str, object]:
        """What writing there later takes, in the protocol's own words."""
        there: dict[str, object] = {
            "serviceUrl": self.service,
            "conversation": {"id": self.room},
            "bot": {"id": self.bot},
            "tenantId": self.tenant,
        }
        if not self.shared:
            return there | {"user": {"id": self.user, "aadObjectId": self.person}}
        return there | ({"team": {"id": self.team}} if self.team else {})

    @property
    def turn(self) -> str:
        """One turn's id in all of Teams: a message's own is a moment, and many share one."""
        return f"{self.activity[:150]}@{self.whose}"

    @property
    def whose(self) -> str:
        return digest(f"{self.room} {self.sender.id}")

    def had(self, turn: str) -> bool:
        """Whether a turn was had here by this very person, as its id tells."""
        return turn.endswith(f"@{self.whose}")


def digest(text: str) -> str:
    return blake2s(text.encode(), digest_size=8).hexdigest()


def place(activity: JSON) -> Place:
    """Raises Malformed."""
    conversation, person = part(activity, "conversation"), part(activity, "from")
    data = part(activity, "channelData")
    return Place(
        service=text(activity, "serviceUrl", needed=True),
        conversation=text(conversation, "id", needed=True),
        kind=text(conversation, "conversationType") or "personal",
        bot=text(part(activity, "recipient"), "id"),
        user=text(person, "id"),
        person=text(person, "aadObjectId"),
        name=text(person, "name"),
        tenant=text(conversation, "tenantId") or text(part(data, "tenant"), "id"),
        activity=text(activity, "id"),
        pressed=text(activity, "replyToId"),
        team=text(part(data, "team"), "id"),
        title=title(conversation, data),
        language=LANGUAGES.get(text(activity, "locale").partition("-")[0].lower()),
    )


def title(conversation: JSON, data: JSON) -> str:
    names = (
        text(part(data, "team"), "name"),
        text(part(data, "channel"), "name") or text(conversation, "name"),
    )
    return " / ".join(filter(None, names))


def part(of: JSON, name: str) -> JSON:
    """An object inside another; an empty one where there is none."""
    found = of.get(name)
    return found if isinstance(found, dict) else {}


def text(of: JSON, name: str, *, needed: bool = False) -> str:
    """Without zeros, which Postgres keeps in no text. Raises Malformed where a needed one is
    missing.
    """
    found = of.get(name)
    if isinstance(found, str) and (found or not needed):
        return found.replace("\0", "")
    if needed:
        raise Malformed(name)
    return ""
