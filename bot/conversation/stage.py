"""A dialog taken up to be worked on for one turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.dialog import (
    Ask,
    Closed,
    Dialog,
    Form,
    Message,
    Move,
    Phrase,
    Preview,
    Rejected,
    answered,
    as_is,
    walk,
)
from bot.domain.languages import Language
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed, Person, nobody
from bot.domain.regions import Region

from .bilingual import in_languages
from .turns import Draft

Catalogue = Mapping[str, type[Dialog]]


class Stage:
    """The draft, its dialog brought to life, and the questions open in it."""

    def __init__(
        self,
        draft: Draft,
        catalogue: Catalogue,
        occasion: Occasion,
        answers: Mapping[str, str] | None = None,
    ) -> None:
        """With answers given before it is walked through. Raises KeyError, Closed."""
        self.draft = draft
        kind = catalogue[draft.dialog]
        shelf = Shelf(catalogue, occasion)
        needs = {name: shelf.find(need) for name, need in kind.needs.items()}
        self.dialog = kind(draft.given, draft.doubted, **needs)
        self.asks: tuple[Ask, ...] = ()
        if answers is None:
            self.walk()
        else:
            self.give(answers)

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

    def is_new(self, ask: Ask) -> bool:
        """Whether it has to be answered, and nothing was ever said to it."""
        again = ask.name in self.dialog.doubted or ask.problem is not None or ask.given
        return not again and not ask.question.optional

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
        told = self.told()
        return bool(told) and self.doubt(told[-1])

    def told(self) -> list[str]:
        """The questions that the person has answered, in their order; not what was known."""
        names = [q.name for q in self.dialog.questions]
        return [n for n in names if n in self.dialog.given and n in self.dialog.known]

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
        return Message(
            text=text,
            asks=self.asks,
            answered=answered(self.dialog),
            moves=self.moves(),
            form=form,
        )

    def unkept(self) -> Message:
        """The message of a form that stays as it was sent: no new state of it is kept."""
        message = self.message()
        return replace(message, form=self.form(self.draft))

    def form(self, draft: Draft) -> Form:
        return Form(draft.dialog, self.dialog.title, draft.id, draft.revision)

    def moves(self) -> tuple[Move, ...]:
        if self.complete:
            return (Move.SEND, Move.EDIT, Move.CANCEL)
        skip = (Move.SKIP,) if self.asks[0].question.optional else ()
        back = (Move.BACK,) if self.told() else ()
        return (*skip, *back, Move.CANCEL)


@dataclass(frozen=True)
class Shelf:
    """Where a dialog's needs are found, by their type."""

    catalogue: Catalogue
    occasion: Occasion

    def find(self, kind: type) -> object:
        """The person, the region, a preview of other dialogs, or a service of the domain."""
        if kind is Person:
            return self.occasion.who
        if kind is Region:
            return self.occasion.region
        if kind is Preview:
            return self
        return self.occasion if kind is Occasion else kind(self.occasion)

    # As a preview

    def title(self, dialog: str) -> Phrase:
        kind = self.catalogue.get(dialog)
        return as_is(dialog) if kind is None else kind.title

    def post(
        self, dialog: str, given: Mapping[str, str], languages: Sequence[str], at: datetime
    ) -> Message | None:
        spoken = [Language(each) for each in languages]
        occasion = replace(self.occasion, who=nobody(spoken[0]), now=at)
        message = said(dialog, given, self.catalogue, occasion)
        return message and in_languages(message, spoken)


def said(
    dialog: str, given: Mapping[str, str], catalogue: Catalogue, occasion: Occasion
) -> Message | None:
    """What a dialog says by itself; None where a question stays open or it cannot be held.

    Raises KeyError where there is no such dialog.
    """
    draft = Draft("said", dialog, catalogue[dialog].version, given)
    try:
        stage = Stage(draft, catalogue, occasion)
        if not stage.complete:
            return None
        with occasion.records.attempt():
            return stage.dialog.submit()
    except (Closed, Rejected, NotAllowed):
        return None
