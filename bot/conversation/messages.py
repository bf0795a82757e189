"""A message as plain JSON, kept with its turn so that it can be said again.

Questions are kept as sentences only: what is open now is found by a walk.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.dialog import (
    Answered,
    Button,
    Form,
    Message,
    Paper,
    Phrase,
    Row,
    Table,
    Weight,
)

from .plain import JSON, phrase_from_json, phrase_to_json


def message_to_json(message: Message) -> JSON:
    return {
        "text": [phrase_to_json(phrase) for phrase in message.text],
        "asked": [phrase_to_json(phrase) for phrase in asked(message)],
        "answered": [answered_to_json(each) for each in message.answered],
        "form": message.form and form_to_json(message.form),
        "buttons": [button_to_json(button) for button in message.buttons],
        "tables": [table_to_json(table) for table in message.tables],
        "pictures": [paper_to_json(paper) for paper in message.pictures],
        "documents": [paper_to_json(paper) for paper in message.documents],
    }


def asked(message: Message) -> Iterator[Phrase]:
    """The questions as sentences, each after the problem with its last answer."""
    for ask in message.asks:
        yield from (ask.problem,) if ask.problem else ()
        yield ask.question.prompt


def message_from_json(kept: JSON) -> Message:
    """The message as it was said; its questions are sentences now, not to be answered."""
    return Message(
        text=tuple(phrase_from_json(phrase) for phrase in kept["text"] + kept["asked"]),
        answered=tuple(answered_from_json(each) for each in kept["answered"]),
        form=kept["form"] and form_from_json(kept["form"]),
        buttons=tuple(button_from_json(button) for button in kept["buttons"]),
        tables=tuple(table_from_json(table) for table in kept["tables"]),
        pictures=tuple(paper_from_json(paper) for paper in kept["pictures"]),
        documents=tuple(paper_from_json(paper) for paper in kept["documents"]),
    )


def answered_to_json(each: Answered) -> JSON:
    return {
        "name": each.name,
        "prompt": phrase_to_json(each.prompt),
        "answer": phrase_to_json(each.answer),
    }


def answered_from_json(kept: JSON) -> Answered:
    prompt, answer = phrase_from_json(kept["prompt"]), phrase_from_json(kept["answer"])
    return Answered(kept["name"], prompt, answer)


def form_to_json(form: Form) -> JSON:
    return {**vars(form), "title": phrase_to_json(form.title)}


def form_from_json(kept: JSON) -> Form:
    return Form(**{**kept, "title": phrase_from_json(kept["title"])})


def button_to_json(button: Button) -> JSON:
    return {
        "label": phrase_to_json(button.label),
        "opens": button.opens,
        "given": dict(button.given),
        "weight": button.weight.value,
    }


def button_from_json(kept: JSON) -> Button:
    weight = Weight(kept["weight"])
    return Button(phrase_from_json(kept["label"]), kept["opens"], kept["given"], weight)


def table_to_json(table: Table) -> JSON:
    return {
        "caption": phrase_to_json(table.caption),
        "head": [phrase_to_json(phrase) for phrase in table.head],
        "rows": [
            {
                "cells": [phrase_to_json(cell) for cell in row.cells],
                "buttons": [button_to_json(button) for button in row.buttons],
            }
            for row in table.rows
        ],
    }


def table_from_json(kept: JSON) -> Table:
    return Table(
        phrase_from_json(kept["caption"]),
        tuple(phrase_from_json(phrase) for phrase in kept["head"]),
        tuple(
            Row(
                tuple(phrase_from_json(cell) for cell in row["cells"]),
                tuple(button_from_json(button) for button in row["buttons"]),
            )
            for row in kept["rows"]
        ),
    )


def paper_to_json(paper: Paper) -> JSON:
    return {
        **vars(paper),
        "title": phrase_to_json(paper.title),
        "facts": dict(paper.facts),
    }


def paper_from_json(kept: JSON) -> Paper:
    return Paper(**{**kept, "title": phrase_from_json(kept["title"])})
