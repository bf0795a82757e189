"""A dialog: what it needs, what it asks, what it checks and what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, TypeVar, get_type_hints

from .answers import Asked, Option, Unanswered
from .messages import Message
from .phrases import Phrase
from .questions import Question

F = TypeVar("F", bound=Callable[..., Any])


def rule(check: F) -> F:
    """Mark a method that judges several answers together."""
    check.is_rule = True  # type: ignore[attr-defined]
    return check


class Dialog:
    """A form that may be filled a line at a time.

    `given` is what the person has said so far and is all that is stored.
    `doubted` names answers to be asked again although they were given or are known.
    `known` is what of it still holds, and `leading` names the questions that others wait
    for; both are found anew on each walk.

    Said on the class: `title` (24 characters at most in both languages, for a modal's
    head), `commands` (Finnish and Swedish slash words), `wishes` (what people wish
    for when they mean this), `desk_wishes` (the same, of coordinators alone), `confirm`
    (read the answers back before submitting, where they were typed), `review` (read them
    back always: for changing what is kept), `private` (not to be shown where others read
    along) and `home_first` (the profile is asked before it, where it is not known).
    """

    name: ClassVar[str]
    version: ClassVar[int]
    confirm: ClassVar[bool]
    review: ClassVar[bool]
    private: ClassVar[bool]
    home_first: ClassVar[bool]
    title: ClassVar[Phrase]
    commands: ClassVar[tuple[str, ...]] = ()
    wishes: ClassVar[tuple[str, ...]] = ()
    desk_wishes: ClassVar[tuple[str, ...]] = ()
    questions: ClassVar[tuple[Question[Any], ...]]
    rules: ClassVar[tuple[Callable[..., None], ...]]
    needs: ClassVar[Mapping[str, type]]

    def __init_subclass__(
        cls,
        *,
        name: str,
        version: int = 1,
        confirm: bool = True,
        review: bool = False,
        private: bool = True,
        home_first: bool = False,
    ) -> None:
        cls.name, cls.version, cls.confirm, cls.review = name, version, confirm, review
        cls.private, cls.home_first = private, home_first
        members = vars(cls).values()
        cls.questions = tuple(member for member in members if isinstance(member, Question))
        cls.rules = tuple(member for member in members if getattr(member, "is_rule", False))
        own = vars(cls).get("__annotations__", {})
        cls.needs = {need: hint for need, hint in get_type_hints(cls).items() if need in own}

    def __init__(
        self,
        given: Mapping[str, str] | None = None,
        doubted: Iterable[str] = (),
        **needs: object,
    ) -> None:
        if missing := self.needs.keys() - needs:
            raise TypeError(f"{type(self).__name__} needs {', '.join(sorted(missing))}")
        self.given = dict(given or {})
        self.doubted = set(doubted)
        self.known: dict[str, Any] = {}
        self.leading: set[str] = set()
        self.choices: dict[str, tuple[Option, ...] | None] = {}
        vars(self).update(needs)

    def answer_to(self, question: Asked) -> Any:
        self.leading.add(question.name)
        if question.name not in self.known:
            raise Unanswered(question.name)
        return self.known[question.name]

    def holds(self, question: Question[Any]) -> bool:
        """Whether the question has an answer now."""
        return question.name in self.known

    def opening(self) -> tuple[Phrase, ...]:
        """What is said once, before the first question."""
        return ()

    def submit(self) -> Message:
        """Do what the answers ask for. May raise Rejected, which asks one of them again."""
        raise NotImplementedError
