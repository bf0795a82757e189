"""Which input of a modal a question gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2s

from bot.dialog import (
    Amount,
    Ask,
    Attach,
    ChooseMany,
    Chosen,
    Count,
    Day,
    Kilometres,
    Option,
    Rejected,
    Text,
    TimeOfDay,
    YesNo,
)
from bot.language.speak import Speech

from . import words
from .blocks import JSON, context, heading, option, plain, warning
from .limits import BOXES, FILES, OPTIONS, PLACEHOLDER, PROMPT, clip

FEW = 5
"""So many options are shown side by side; more stand in a list that opens."""
LINE = 100
"""A text that may be longer than this gets several lines."""


def fields(asks: Iterable[Ask], speech: Speech) -> Iterator[JSON]:
    for ask in asks:
        yield from field(ask, speech)


def field(ask: Ask, speech: Speech) -> Iterator[JSON]:
    """The question's problem, if any, and its input, which is named after the question."""
    if ask.problem is not None:
        yield warning(speech(ask.problem))
    made = element(ask, speech)
    if made is None:
        yield heading(speech(ask.question.prompt))
        yield context(speech(words.NOTHING))
    else:
        yield input_block(ask, made, speech)


def input_block(ask: Ask, made: JSON, speech: Speech) -> JSON:
    question = ask.question
    block = {
        "type": "input",
        "block_id": ask.name,
        "label": plain(clip(speech(question.prompt), PROMPT)),
        "element": made,
        "optional": question.optional,
    }
    if question.hint is not None:
        block["hint"] = plain(clip(speech(question.hint), PROMPT))
    if ask.leads and redraws(made):
        block["dispatch_action"] = True
    return block


def redraws(made: JSON) -> bool:
    """Whether the modal is to be drawn anew as soon as this is picked; who types or picks several
    is not done yet.
    """
    return made["action_id"].partition(".")[0] in ("one", "yesno", "day", "time")


def element(ask: Ask, speech: Speech) -> JSON | None:
    """None for a choice of nothing."""
    question = ask.question
    if isinstance(question, Chosen):
        return choice(ask, speech) if ask.options else None
    match question:
        case YesNo():
            return yes_no(ask, speech)
        case Day():
            return dated("datepicker", "day", "initial_date", ask)
        case TimeOfDay():
            return dated("timepicker", "time", "initial_time", ask)
        case Attach(most=most):
            return {
                "type": "file_input",
                "action_id": "files",
                "max_files": min(most, FILES),
            }
    return typed(ask)


def typed(ask: Ask) -> JSON:
    """Figures too are typed: Slack's own input for them would complain in English."""
    question, given = ask.question, ask.given
    made: JSON = {"type": "plain_text_input", "action_id": "text"}
    match question:
        case Text(most=most):
            made |= {"max_length": min(most, 3000), "multiline": most > LINE}
        case Count():
            made["action_id"] = "count"
        case Amount():
            made["action_id"], given = "amount", given.replace(".", ",")
        case Kilometres():
            made["action_id"], given = "kilometres", given.replace(".", ",")
    return made | ({"initial_value": given[: made.get("max_length", 3000)]} if given else {})


def dated(kind: str, action: str, initial: str, ask: Ask) -> JSON:
    made = {"type": kind, "action_id": action}
    return made | ({initial: ask.given} if settled(ask) else {})


def settled(ask: Ask) -> bool:
    """Whether what was given has the form that Slack wants to be shown."""
    try:
        ask.question.read(ask.given, ask.options)
    except Rejected:
        return False
    return True


def yes_no(ask: Ask, speech: Speech) -> JSON:
    options = {"yes": option(speech(words.YES), "yes"), "no": option(speech(words.NO), "no")}
    made = {"type": "radio_buttons", "action_id": "yesno", "options": [*options.values()]}
    return made | ({"initial_option": options[ask.given]} if ask.given in options else {})


def choice(ask: Ask, speech: Speech) -> JSON:
    many = isinstance(ask.question, ChooseMany)
    made: JSON = {"action_id": f"{'many' if many else 'one'}.{fingerprint(ask.options)}"}
    made |= many_of(ask, speech) if many else one_of(ask, speech)
    picked = set(ask.given.split(",") if many else [ask.given])
    initial = [drawn(each, speech) for each in ask.options if each.value in picked]
    if initial and many:
        made["initial_options"] = initial
    elif initial:
        made["initial_option"] = initial[0]
    return made


def one_of(ask: Ask, speech: Speech) -> JSON:
    if len(ask.options) <= FEW:
        return listed("radio_buttons", ask.options, speech)
    if len(ask.options) <= OPTIONS:
        return listed("static_select", ask.options, speech) | placeholder(speech)
    return searched("external_select", ask.options, speech)


def many_of(ask: Ask, speech: Speech) -> JSON:
    if len(ask.options) <= BOXES:
        return listed("checkboxes", ask.options, speech)
    if len(ask.options) <= OPTIONS:
        return listed("multi_static_select", ask.options, speech) | placeholder(speech)
    return searched("multi_external_select", ask.options, speech)


def listed(kind: str, options: Iterable[Option], speech: Speech) -> JSON:
    return {"type": kind, "options": [drawn(each, speech) for each in options]}


def searched(kind: str, options: tuple[Option, ...], speech: Speech) -> JSON:
    told = plain(clip(speech(words.searched(len(options))), PLACEHOLDER))
    return {"type": kind, "min_query_length": 0, "placeholder": told}


def placeholder(speech: Speech) -> JSON:
    return {"placeholder": plain(clip(speech(words.CHOOSE), PLACEHOLDER))}


def drawn(each: Option, speech: Speech) -> JSON:
    return option(speech(each.label), each.value)


def fingerprint(options: Iterable[Option]) -> str:
    """Slack keeps what was picked where block and action keep their names. Other options have
    another name, so that nothing stays picked that is no longer there.
    """
    values = "\n".join(each.value for each in options)
    return blake2s(values.encode(), digest_size=6).hexdigest()


def found(options: Iterable[Option], query: str, speech: Speech) -> list[JSON]:
    """The options that a search brings: names that begin so first, then words, then the rest."""
    wanted = query.casefold().strip()
    ranked = []
    for each in options:
        name = speech(each.label).casefold()
        if wanted in name:
            rank = 0 if name.startswith(wanted) else 1 if f" {wanted}" in name else 2
            ranked.append((rank, name, each))
    best = sorted(ranked, key=lambda one: one[0])[:OPTIONS]
    return [drawn(each, speech) for _rank, _name, each in best]
