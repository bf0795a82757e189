"""A question as the part of a card that answers it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialog import (
    Amount,
    Ask,
    Attach,
    Choose,
    ChooseMany,
    Chosen,
    Count,
    Day,
    Kilometres,
    Option,
    Phrase,
    Text,
    TimeOfDay,
    YesNo,
    _,
    n_,
)
from bot.language.speak import Speech

from .elements import note, paragraph, warning
from .place import JSON

FEW = 5
"""So many options are shown all at once; more stand in a list that opens."""
MANY = 12
"""More than so many are searched by typing."""
LINE = 200
"""A text no longer than this is written on one line."""
ANSWERS = (Option("yes", _("Yes")), Option("no", _("No")))
TYPE = _("Type to search")
PLACEHOLDERS = {"compact": _("Choose"), "filtered": TYPE}
"""What stands in a list that is not open, by how it is drawn."""
COMPLAINTS: dict[type, Phrase] = {
    Amount: _("Please give a sum in euros, for example 12,50."),
    Kilometres: _("Please give the distance in kilometres, for example 57,5."),
    YesNo: _("Please answer yes or no."),
    Choose: _("Please choose one of these."),
    ChooseMany: _("Please choose from these."),
}
"""What the client says of an answer that cannot be, by the kind of question."""
NEEDED = _("I need an answer to this one.")


def question(ask: Ask, say: Speech, most: int) -> JSON:
    """The input with its label, what was wrong before it, and the hint after it.

    More than `most` characters of options are not sent, but searched for as one types.
    """
    items = list(problem(ask, say))
    if isinstance(ask.question, Attach):
        items += attaching(ask, say)
    elif choiceless(ask):
        items += nothing(ask, say)
    else:
        items.append(answerable(ask, say, most))
        if ask.question.hint:
            items.append(note(say(ask.question.hint)))
    return {"type": "Container", "spacing": "Medium", "items": items}


def problem(ask: Ask, say: Speech) -> Iterator[JSON]:
    if ask.problem:
        yield warning(say(ask.problem))


def choiceless(ask: Ask) -> bool:
    """Whether there is nothing to choose from."""
    return isinstance(ask.question, Chosen) and not ask.options


def nothing(ask: Ask, say: Speech) -> Iterator[JSON]:
    yield paragraph(say(ask.question.prompt))
    yield note(say(_("There is nothing to choose from just now.")))


def attaching(ask: Ask, say: Speech) -> Iterator[JSON]:
    """Cards take no files: they are sent as messages, or handed in on the page."""
    yield paragraph(say(ask.question.prompt))
    if ask.question.hint:
        yield note(say(ask.question.hint))
    files = len(ask.given.split(",")) if ask.given else 0
    if files:
        yield note(say(n_("One file has come.", "{count} files have come.", files)))
    yield note(say(_("Send the file here as a message, with the paper clip or by dragging it.")))


def answerable(ask: Ask, say: Speech, most: int) -> JSON:
    question = ask.question
    told = {**kind(ask, say, most), "id": ask.name, "label": say(question.prompt)}
    if not question.optional:
        told["isRequired"] = True
    told["errorMessage"] = say(complaint(ask))
    return told


def kind(ask: Ask, say: Speech, most: int) -> JSON:
    match ask.question:
        case YesNo():
            return chosen(ask, ANSWERS, say, most)
        case Choose() | ChooseMany():
            return chosen(ask, ask.options, say, most)
        case Count() as count:
            number = {"value": int(ask.given)} if ask.given.isdecimal() else {}
            return {"type": "Input.Number", "min": count.least, "max": count.most, **number}
        case Day():
            return {"type": "Input.Date", **value(ask.given)}
        case TimeOfDay():
            return {"type": "Input.Time", **value(ask.given)}
        case Amount():
            return decimal(ask, r"^\s*[0-9][0-9\s]{0,8}([.,][0-9]{1,2})?\s*€?\s*$")
        case Kilometres():
            return decimal(ask, r"^\s*[0-9]{1,4}([.,][0-9])?\s*(km)?\s*$")
        case Text(most=most):
            long = {"isMultiline": True} if most > LINE else {}
            return {"type": "Input.Text", "maxLength": most, **long, **value(ask.given)}
    return {"type": "Input.Text", **value(ask.given)}


def chosen(ask: Ask, options: tuple[Option, ...], say: Speech, most: int) -> JSON:
    choices = [{"title": say(each.label), "value": each.value} for each in options]
    several = {"isMultiSelect": True} if isinstance(ask.question, ChooseMany) else {}
    told = {"type": "Input.ChoiceSet", "wrap": True, **several, **value(ask.given)}
    if sum(len(c["title"]) + len(c["value"]) + 25 for c in choices) > most:
        return told | queried(ask, choices, say)
    look = style(len(options), 3 * FEW if several else FEW)
    hint = PLACEHOLDERS.get(look)
    placeholder = {"placeholder": say(hint)} if hint else {}
    return told | {"style": look, "choices": choices, **placeholder}


def queried(ask: Ask, choices: list[dict[str, str]], say: Speech) -> JSON:
    """A list that the client asks for as one types; what was chosen before must stand in it."""
    before = ask.given.split(",")
    return {
        "style": "filtered",
        "placeholder": say(TYPE),
        "choices": [choice for choice in choices if choice["value"] in before],
        "choices.data": {"type": "Data.Query", "dataset": ask.name},
    }


def style(options: int, few: int) -> str:
    if options <= few:
        return "expanded"
    return "compact" if few < options <= MANY else "filtered"


def decimal(ask: Ask, pattern: str) -> JSON:
    """Text, as a number field takes no comma in every client."""
    return {"type": "Input.Text", "regex": pattern, **value(ask.given.replace(".", ","))}


def value(given: str) -> JSON:
    return {"value": given} if given else {}


def complaint(ask: Ask) -> Phrase:
    """What the client says of an answer that cannot be, before anything is sent."""
    question = ask.question
    if isinstance(question, Count):
        least, most = question.least, question.most
        return _("Please give a number from {least} to {most}.", least=least, most=most)
    return next((told for kind, told in COMPLAINTS.items() if isinstance(question, kind)), NEEDED)
