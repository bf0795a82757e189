"""What every kind of question has in common.

An answer travels as text in one fixed form (an ISO date, digits, an option's
value), whether a person typed it, picked it on a card or sent it in a modal.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from enum import Enum
from typing import Any, Final, Generic, Self, TypeVar, cast, overload

from .answers import Answers, Option, Rejected, Unanswered
from .phrases import Phrase, _

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


class Need(Enum):
    """Whether a question can be skipped."""

    REQUIRED = "required"


REQUIRED: Final = Need.REQUIRED


class Question(Generic[T]):
    """Something to ask. On a dialog's instance it reads as the answer.

    A question with a default may be skipped. `hint` says, under the prompt, what
    is meant or why it is asked.
    """

    name = ""
    told = True
    """Whether the answer is read back; what only goes along with the others is not."""

    def __init__(
        self,
        prompt: Phrase,
        *,
        default: T | Need = REQUIRED,
        hint: Phrase | None = None,
    ) -> None:
        self.prompt = prompt
        self.default = default
        self.hint = hint
        self._applies: Callable[..., bool] = lambda dialog: True
        self._presumed: Callable[..., str | None] = lambda dialog: None
        self._checks: list[Callable[..., None]] = []
        self._explained: Callable[..., Phrase | None] = lambda dialog: self.hint

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, dialog: None, owner: type) -> Self: ...
    @overload
    def __get__(self, dialog: Answers, owner: type) -> T: ...
    def __get__(self, dialog: Answers | None, owner: type) -> Self | T:
        return self if dialog is None else cast("T", dialog.answer_to(self))

    @property
    def optional(self) -> bool:
        return not isinstance(self.default, Need)

    def when(self, condition: F) -> F:
        """Ask only if the condition holds."""
        self._applies = condition
        return condition

    def presume(self, known: F) -> F:
        """Do not ask what is known already: the wire form of it, or None. It can be edited."""
        self._presumed = known
        return known

    def explain(self, hint: F) -> F:
        """Find the hint when the question is asked: what is known of the matter, or None."""
        self._explained = hint
        return hint

    def check(self, check: F) -> F:
        """Let this judge an answer; it raises Rejected to refuse one."""
        self._checks.append(check)
        return check

    def explained(self, dialog: Answers) -> Self:
        """The question with the hint it has for this person now."""
        try:
            hint = self._explained(dialog)
        except Unanswered:
            return self
        if hint == self.hint:
            return self
        question = copy(self)
        question.hint = hint
        return question

    def applies(self, dialog: Answers) -> bool:
        return self._applies(dialog)

    def presumed(self, dialog: Answers) -> str | None:
        return self._presumed(dialog)

    def choices(self, dialog: Answers) -> tuple[Option, ...] | None:
        """The options there are, or None where any answer may do."""
        return None

    def settle(self, dialog: Answers, given: str, choices: tuple[Option, ...] | None) -> T:
        """Turn what was given into a value that may stand, or raise Rejected."""
        if not given.strip():
            if isinstance(self.default, Need):
                raise Rejected(_("I need an answer to this one."))
            return self.default
        value = self.read(given, choices)
        for check in self._checks:
            check(dialog, value)
        return value

    def read(self, given: str, choices: tuple[Option, ...] | None) -> T:
        raise NotImplementedError

    def shown(self, value: T, choices: tuple[Option, ...] | None) -> Phrase:
        """An answer as the person reads it back."""
        raise NotImplementedError
