"""Messages that the bot sends of its own accord, as the people in a test read them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from bot.app import House
from bot.conversation.inbox import Reply
from bot.conversation.ports import Pace
from bot.conversation.turns import Address, Sender
from bot.dialog import Message
from bot.domain.languages import Language
from tests.chat import Chat
from tests.loops import run


@dataclass
class Mail:
    """The channel `test`, switched on in a house."""

    house: House
    pace: Pace = field(default_factory=lambda: Pace(1e6, 10**6, 1e6, 10**6))
    boxes: dict[str, list[tuple[Message, str]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.house.channels["test"] = self

    async def send(self, to: Address, message: Message, *, language: str, key: str) -> None:
        self.boxes[to.conversation].append((message, language))

    async def has(self, to: Address, key: str) -> bool | None:
        return False

    def goes_out(self) -> None:
        """Everything that is due now."""
        run(self.house.deliverer.deliver())

    def read_by(self, chat: Chat) -> list[str]:
        """What has come for somebody since they last looked; the last can be answered."""
        self.goes_out()
        came = self.boxes.pop(Sender(chat.channel, chat.name).private, [])
        texts = []
        for message, language in came:
            chat.last, chat.reply = message, Reply(message, Language(language))
            texts.append(chat.hears())
        return texts
