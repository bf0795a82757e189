"""A dialog taken up to be worked on for one turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.dialog import Ask, Dialog, Form, Message, Move, Phrase, answered, walk
from bot.domain.occasion import Occasion
from bot.domain.people import Person
from bot.domain.regions import Region

from .turns import Draft

Catalogue = Mapping[str, type[Dialog]]


def shelf(kind: type, occasion: Occasion) -> object:
    """What a dialog needs, by its type: the person, the region, or a service of the domain."""
    if kind is Person:
        return occasion.who
    if kind is Region:
        return occasion.region
    return occasion if kind is Occasion else kind(occasion)


class Stage:
    """The draft, its dialog brought to life, and the questions open in it."""

    def __init__(self, draft: Draft, kind: type[Dialog], occasion: Occasion) -> None:
        self.draft = draft
        needs = {name: shelf(need, occasion) for name, need in kind.needs.items()}
        self.dialog = kind(draft.given, draft.doubted, **needs)
        self.asks: tuple[Ask, ...] = ()
        self.walk()

    def walk(self) -> None:
        self.asks = walk(self.dialog)

    @property
    def complete(self) -> bool:
        return not self.asks

    def give(self, answers: Mapping[str, str]) -> None:
        """Take answers; those of no question here are dropped."""
        names = {question.name for question in self.dialog.questions}
        for name in names & answers.keys():
            self.dialog.given[name] = answers[name]
            self.dialog.doubted.discard(name)
        self.walk()
        self.let_go()

    def let_go(self) -> None:
        """Forget answers that cannot stand; the asks still show them."""
        for ask in self.asks:
            if ask.problem is not None:
                self.dialog.given.pop(ask.name, None)

    def doubt(self, name: str) -> bool:
        """Ask one answer again; False where there is no such answer."""
        if name not in self.dialog.known:
            return False
        self.dialog.doubted.add(name)
        self.walk()
        return True

    def back(self) -> bool:
        """Ask again what was answered last; False at the very beginning."""
        names = [q.name for q in self.dialog.questions]
        told = [n for n in names if n in self.dialog.given and n in self.dialog.known]
        return bool(told) and self.doubt(told[-1])

    def blame(self, name: str, why: Phrase) -> None:
        """Ask one question again because doing what was asked showed that it cannot stand."""
        self.dialog.given.pop(name, None)
        self.dialog.doubted.add(name)
        self.walk()
        self.asks = tuple(replace(a, problem=why) if a.name == name else a for a in self.asks)

    def kept(self) -> Draft:
        """The draft to store, with a new revision where anything changed."""
        names = {question.name for question in self.dialog.questions}
        given = {n: text for n, text in self.dialog.given.items() if n in names}
        kept = replace(
            self.draft,
            version=self.dialog.version,
            given=given,
            doubted=frozenset(self.dialog.doubted),
        )
        return self.draft if kept == self.draft else replace(kept, revision=kept.revision + 1)

    def message(self, *text: Phrase) -> Message:
        """The state of the dialog: what is asked, or what has been answered and may be sent."""
        form = self.form(self.kept())
        told = answered(self.dialog)
        return Message(
            text=text,
            asks=self.asks,
            answered=told,
            moves=self.moves(bool(told)),
            form=form,
        )

    def unkept(self) -> Message:
        """The message of a form that stays as it was sent: no new state of it is kept."""
        message = self.message()
        return replace(message, form=self.form(self.draft))

    def form(self, draft: Draft) -> Form:
        return Form(draft.dialog, self.dialog.title, draft.id, draft.revision)

    def moves(self, told: bool) -> tuple[Move, ...]:
        if self.complete:
            return (Move.SEND, Move.EDIT, Move.CANCEL)
        skip = (Move.SKIP,) if self.asks[0].question.optional else ()
        back = (Move.BACK,) if told else ()
        return (*skip, *back, Move.CANCEL)
