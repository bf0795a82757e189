"""A person who opens, says, picks, fills, presses and hears: how tests talk with the bot."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.app import House
from bot.channels import text
from bot.conversation.inbox import Reply
from bot.conversation.turns import (
    Address,
    FormId,
    Gave,
    Input,
    Moved,
    Opened,
    Said,
    Sender,
    Turn,
)
from bot.dialog import Button, Message, Move, Phrase
from bot.domain.languages import Language

NUMBERS = count(1)


@dataclass
class StillClock:
    """Shows the time that a test sets."""

    at: datetime = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def moves(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class Chat:
    """One person's private conversation in one channel."""

    house: House
    name: str
    channel: str = "test"
    language: str = "fi"
    last: Message = field(default_factory=Message)
    reply: Reply | None = None

    # What the person does

    def says(self, words: str) -> str:
        return self.puts(Said(words))

    def opens(self, dialog: str, **given: str) -> str:
        return self.puts(Opened(dialog, given))

    def picks(self, *labels: str) -> str:
        """Choose options of the first open question by what they are called."""
        ask = self.last.asks[0]
        values = {self.spoken(option.label): option.value for option in ask.options}
        return self.gives(**{ask.name: ",".join(values[label] for label in labels)})

    def gives(self, **answers: str) -> str:
        return self.puts(Gave(answers, self.form()))

    def moves(self, move: Move, at: str = "") -> str:
        return self.puts(Moved(move, at, self.form()))

    def sends(self) -> str:
        return self.moves(Move.SEND)

    def presses(self, label: str) -> str:
        button = self.button(label)
        return self.puts(Opened(button.opens, button.given))

    # What the person hears

    def hears(self) -> str:
        return text.draw(self.last, self.house.speech(self.speaks()))

    def asked(self) -> list[str]:
        return [ask.name for ask in self.last.asks]

    def buttons(self) -> list[str]:
        return [self.spoken(button.label) for button in text.pressable(self.last).values()]

    # How it travels

    def puts(self, given: Input) -> str:
        self.reply = self.house.inbox.answer(self.turn(given))
        self.last = self.reply.message
        return self.hears()

    def turn(self, given: Input, turn: str | None = None) -> Turn:
        sender = Sender(self.channel, self.name, self.name.title())
        address = Address(self.channel, sender.private)
        at = self.house.clock.now()
        return Turn(turn or str(next(NUMBERS)), sender, address, given, at)

    def form(self) -> FormId | None:
        form = self.last.form
        return None if form is None else FormId(form.draft, form.revision)

    def button(self, label: str) -> Button:
        found = {self.spoken(b.label): b for b in text.pressable(self.last).values()}
        return found[label]

    def spoken(self, phrase: Phrase) -> str:
        return self.house.speech(self.speaks())(phrase)

    def speaks(self) -> Language:
        return self.reply.language if self.reply else Language(self.language)
