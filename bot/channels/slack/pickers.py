"""One question as it is asked in a message: answered by picking, or by writing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.conversation.turns import FormId
from bot.dialog import Ask, Attach, ChooseMany, Chosen, Day, Form, TimeOfDay, YesNo
from bot.language.speak import Speech

from . import words
from .blocks import JSON, actions, button, context, heading, warning
from .fields import FEW, element
from .presses import done, gives


def asked(ask: Ask, form: Form, speech: Speech) -> Iterator[JSON]:
    if ask.problem is not None:
        yield warning(speech(ask.problem))
    yield heading(speech(ask.question.prompt))
    if ask.question.hint is not None:
        yield context(speech(ask.question.hint))
    if isinstance(ask.question, Attach):
        yield context(speech(words.SEND_FILES))
    elif isinstance(ask.question, Chosen) and not ask.options:
        yield context(speech(words.NOTHING))
    else:
        yield from picker(ask, form, speech)


def picker(ask: Ask, form: Form, speech: Speech) -> Iterator[JSON]:
    match ask.question:
        case YesNo():
            answers = {"yes": words.YES, "no": words.NO}
            pressed = [(speech(label), value) for value, label in answers.items()]
            yield from side_by_side(ask, form, pressed)
        case ChooseMany():
            yield from several(ask, form, speech)
        case Chosen() if len(ask.options) <= FEW:
            pressed = [(speech(option.label), option.value) for option in ask.options]
            yield from side_by_side(ask, form, pressed)
        case Chosen() | Day() | TimeOfDay():
            yield named(ask, form, [element(ask, speech) or {}])


def side_by_side(ask: Ask, form: Form, pressed: list[tuple[str, str]]) -> Iterator[JSON]:
    yield from actions(
        button(label, gives(ask.name, value, form), "pick") for label, value in pressed
    )


def several(ask: Ask, form: Form, speech: Speech) -> Iterator[JSON]:
    """Ticking tells nothing yet: a button says when all is ticked."""
    taken = button(speech(words.DONE), done(ask.name, form), "done", "primary")
    yield named(ask, form, [element(ask, speech) or {}, taken])


def named(ask: Ask, form: Form, elements: list[JSON]) -> JSON:
    """The block says which question in which state of which dialog it is."""
    return {"type": "actions", "block_id": block_id(ask.name, form), "elements": elements}


def block_id(question: str, form: Form) -> str:
    return f"{form.draft}.{form.revision}.{question}"


def block_names(block: str) -> tuple[FormId, str] | None:
    """Which form and question a block asks; None for a block that asks none."""
    draft, _dot, rest = block.partition(".")
    revision, _dot, question = rest.partition(".")
    if not (draft and question and revision.isdecimal()):
        return None
    return FormId(draft, int(revision)), question
