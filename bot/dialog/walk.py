"""Where a dialog stands. The place is never stored: it is found from the answers."""

from __future__ import annotations

from typing import Any

from .answers import Asked, Rejected, Unanswered
from .dialog import Dialog
from .messages import Answered, Ask
from .phrases import Phrase
from .questions import Question

Problems = dict[str, Phrase | None]


def walk(dialog: Dialog) -> tuple[Ask, ...]:
    """Go through the dialog from the top and return every question now open.

    A question that reads an answer nobody has given yet waits its turn, and an
    answer that no longer holds is asked again. Nothing open means ready to submit.
    """
    problems: Problems = {}
    dialog.known.clear()
    dialog.leading.clear()
    dialog.choices.clear()
    for question in dialog.questions:
        try:
            visit(dialog, question, problems)
        except Unanswered:
            continue
        except Rejected as rejected:
            reopen(dialog, rejected.at or question, rejected.why, problems)
    leading = set(dialog.leading)
    judge(dialog, problems)
    dialog.leading = leading
    return tuple(
        ask(dialog, question, problems[question.name])
        for question in dialog.questions
        if question.name in problems
    )


def visit(dialog: Dialog, question: Question[Any], problems: Problems) -> None:
    """Settle one question's answer, or note that it is open."""
    if not question.applies(dialog):
        return
    name = question.name
    choices = dialog.choices[name] = question.choices(dialog)
    if name in dialog.doubted:
        problems[name] = None
    elif name in dialog.given:
        dialog.known[name] = question.settle(dialog, dialog.given[name], choices)
    elif not presumed(dialog, question):
        problems[name] = None


def presumed(dialog: Dialog, question: Question[Any]) -> bool:
    """Take what is known already for the answer, where it may stand."""
    value = question.presumed(dialog)
    if value is None:
        return False
    try:
        choices = dialog.choices[question.name]
        dialog.known[question.name] = question.settle(dialog, value, choices)
    except Rejected:
        return False
    return True


def judge(dialog: Dialog, problems: Problems) -> None:
    """Let the rules judge the answers together."""
    for rule in dialog.rules:
        try:
            rule(dialog)
        except Unanswered:
            continue
        except Rejected as rejected:
            if rejected.at is None:
                raise TypeError(f"{rule.__name__} must say at which question") from rejected
            reopen(dialog, rejected.at, rejected.why, problems)


def reopen(dialog: Dialog, at: Asked, why: Phrase, problems: Problems) -> None:
    if problems.get(at.name) is None:
        problems[at.name] = why
    dialog.known.pop(at.name, None)


def ask(dialog: Dialog, question: Question[Any], problem: Phrase | None) -> Ask:
    given = dialog.given.get(question.name)
    if given is None and question.name in dialog.doubted:
        given = question.presumed(dialog)
    options = dialog.choices.get(question.name) or ()
    leads = question.name in dialog.leading
    return Ask(dialog.name, question.explained(dialog), options, given or "", problem, leads)


def answered(dialog: Dialog) -> tuple[Answered, ...]:
    """What has been answered or is known, to be read back. Holds after a walk."""
    return tuple(
        Answered(
            question.name,
            question.prompt,
            question.shown(dialog.known[question.name], dialog.choices.get(question.name)),
            leads=question.name in dialog.leading,
        )
        for question in dialog.questions
        if question.told and question.name in dialog.known
    )
