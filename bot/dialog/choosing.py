"""The kinds of question that are answered by choosing from a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from .answers import Answers, Option, Rejected
from .phrases import Phrase, _, just
from .questions import REQUIRED, F, Need, Question

S = TypeVar("S", bound=str)
T = TypeVar("T")
Choices = tuple[Option, ...] | None


class Chosen(Question[T]):
    """A question whose answers are listed. The list may depend on earlier answers.

    `search` marks a list too long to read through. No options mean that nothing
    may be chosen, never that anything may.
    """

    def __init__(
        self,
        prompt: Phrase,
        options: Iterable[Option] = (),
        *,
        search: bool = False,
        default: T | Need = REQUIRED,
        hint: Phrase | None = None,
    ) -> None:
        super().__init__(prompt, default=default, hint=hint)
        self.search = search
        fixed = tuple(options)
        self._options: Callable[[Any], Iterable[Option]] = lambda dialog: fixed

    def options(self, options: F) -> F:
        """Find the options when the question is asked."""
        self._options = options
        return options

    def choices(self, dialog: Answers) -> tuple[Option, ...]:
        return tuple(self._options(dialog))


class Choose(Chosen[S]):
    """One of the options."""

    def read(self, given: str, choices: Choices) -> S:
        if given not in {option.value for option in choices or ()}:
            raise Rejected(_("Please choose one of these."))
        return cast("S", given)

    def shown(self, value: S, choices: Choices) -> Phrase:
        return label(value, choices) if value else _("Not answered")


class ChooseMany(Chosen[tuple[S, ...]]):
    """Any number of the options, in the order they are listed; joined by commas on the wire."""

    def read(self, given: str, choices: Choices) -> tuple[S, ...]:
        listed = [option.value for option in choices or ()]
        picked = set(given.split(","))
        if not picked <= set(listed):
            raise Rejected(_("Please choose from these."))
        return cast("tuple[S, ...]", tuple(value for value in listed if value in picked))

    def shown(self, value: tuple[S, ...], choices: Choices) -> Phrase:
        return just(tuple(label(each, choices) for each in value)) if value else _("None")


def label(value: str, choices: Choices) -> Phrase:
    """What an option is called. Nothing chosen is called nothing."""
    return next((option.label for option in choices or () if option.value == value), _("None"))
