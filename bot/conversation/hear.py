"""Words into what they mean here: an answer, a step, a wish, or nothing that is understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from bot.dialog import Ask, Move, Phrase, Rejected, _
from bot.domain.languages import Language

from .stage import Stage
from .turns import Moved, Opened


@dataclass(frozen=True)
class Answer:
    """An answer to a question, in its wire form."""

    name: str
    value: str


@dataclass(frozen=True)
class Unclear:
    """Not understood, and why; `asked` names the question it should have answered."""

    why: Phrase
    asked: str = ""


@dataclass(frozen=True)
class Wish:
    """A dialog to open, with what the words tell already."""

    opened: Opened


@dataclass(frozen=True)
class Offer:
    """One of these dialogs was meant, but it is not clear which."""

    dialogs: tuple[str, ...]


class Help:
    """A wish to know what can be said."""


Heard: TypeAlias = Moved | Answer | Unclear | Wish | Offer | Help | None


class Understanding(Protocol):
    """Finnish and Swedish as people write them. Nothing here ever raises but `answer`."""

    def step(self, words: str, language: Language) -> Moved | Help | None:
        """The whole utterance as a step in a dialog: back, skip, cancel, help, edit."""
        ...

    def command(self, words: str, now: datetime) -> Opened | None:
        """A slash command, with what the words after it tell."""
        ...

    def mistyped(self, words: str, *, coordinator: bool = False) -> Offer | None:
        """What a slash command that there is none of may mean, of what this person may hold."""
        ...

    def agreed(self, words: str, language: Language) -> bool | None:
        """Yes or no to what was just read back."""
        ...

    def answer(self, ask: Ask, words: str, *, language: Language, now: datetime) -> str:
        """The wire form of an answer. Raises Rejected."""
        ...

    def meant(self, words: str, prompts: Mapping[str, Phrase]) -> str | None:
        """Which one of some questions words are about, by its name."""
        ...

    def told(self, ask: Ask, words: str, *, language: Language, now: datetime) -> str | None:
        """An answer that words said in passing give for sure, in its wire form."""
        ...

    def wish(
        self, words: str, now: datetime, *, coordinator: bool = False
    ) -> Wish | Offer | Help | None:
        """A plain wish for a dialog that this person may hold."""
        ...


@dataclass(frozen=True)
class Ear:
    """Listens in one person's language at one moment."""

    understanding: Understanding
    language: Language
    now: datetime
    coordinator: bool = False

    def hear(self, words: str, stage: Stage | None) -> Heard:
        if opened := self.understanding.command(words, self.now):
            return Wish(opened)
        if step := self.understanding.step(words, self.language):
            return self.placed(step, stage)
        if near := self.understanding.mistyped(words, coordinator=self.coordinator):
            return near
        if stage is None:
            return self.wish(words)
        return self.replied(words, stage) if stage.complete else self.answered(words, stage)

    def wish(self, words: str) -> Wish | Offer | Help | None:
        return self.understanding.wish(words, self.now, coordinator=self.coordinator)

    def fill(self, stage: Stage, words: str) -> None:
        """Take the answers that a wish carries already: those there is no doubt of."""
        stage.give(self.told(stage.asks, words))

    def fill_later(self, stage: Stage) -> None:
        """The same for what has opened since and has to be answered, as long as there is any."""
        while told := self.told(filter(stage.is_new, stage.asks), stage.draft.rest):
            stage.give(told)

    def told(self, asks: Iterable[Ask], words: str) -> dict[str, str]:
        told = {
            ask.name: self.understanding.told(ask, words, language=self.language, now=self.now)
            for ask in asks
        }
        return {name: value for name, value in told.items() if value is not None}

    def placed(self, step: Moved | Help, stage: Stage | None) -> Heard:
        """Find the answer that an edit is about: by its number as read back, or by its words."""
        if stage is None or isinstance(step, Help) or step.move is not Move.EDIT:
            return step
        names = [q.name for q in stage.dialog.questions if q.name in stage.dialog.known]
        if step.at.isdecimal() and 0 < int(step.at) <= len(names):
            return Moved(Move.EDIT, names[int(step.at) - 1])
        prompts = {q.name: q.prompt for q in stage.dialog.questions if q.name in names}
        return Moved(Move.EDIT, self.understanding.meant(step.at, prompts) or step.at)

    def replied(self, words: str, stage: Stage) -> Heard:
        """What is said when everything is answered and read back."""
        agreed = self.understanding.agreed(words, self.language)
        if agreed:
            return Moved(Move.SEND)
        if agreed is False:
            return Unclear(
                _("All right, nothing is sent yet. Tell me which answer to change, or cancel.")
            )
        return self.wish(words) or Unclear(
            _("Shall I send this? Answer yes, or tell me which answer to change.")
        )

    def answered(self, words: str, stage: Stage) -> Heard:
        """An answer to the first open question; failing that, a wish for another dialog."""
        ask = stage.asks[0]
        try:
            value = self.understanding.answer(ask, words, language=self.language, now=self.now)
        except Rejected as rejected:
            wish = self.wish(words)
            return wish if isinstance(wish, Wish) else Unclear(rejected.why, ask.name)
        return Answer(ask.name, value)
