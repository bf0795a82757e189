"""The sentences in the code, each `_("…")` and `n_("…", "…", count)`, and if they can be said."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

ARGUMENTS = {"_": 1, "n_": 2}
"""How many texts each of them takes, before anything else."""


class NotATranslatableCall(Exception):
    """A call whose text no translator will see, or which lacks a part of its sentence."""


@dataclass(frozen=True, order=True)
class Msgid:
    """A sentence in English as it stands in the code. `many` is empty where no number is said."""

    one: str
    many: str
    place: str


def msgids(root: Path, folders: Iterable[str], faults: list[str]) -> list[Msgid]:
    """All there are, each sentence once. What is wrong with them goes to `faults`."""
    first: dict[str, Msgid] = {}
    for msgid in sorted(read_all(root, folders, faults)):
        known = first.setdefault(msgid.one, msgid)
        if known.many != msgid.many:
            faults.append(f"{msgid.place}: {msgid.one!r} has another plural in {known.place}")
    return list(first.values())


def read_all(root: Path, folders: Iterable[str], faults: list[str]) -> Iterator[Msgid]:
    for file in sorted(file for folder in folders for file in (root / folder).rglob("*.py")):
        for call in calls(file):
            place = f"{file.relative_to(root).as_posix()}:{call.lineno}"
            try:
                yield read_call(call, place)
            except NotATranslatableCall as fault:
                faults.append(f"{place}: {fault}")


def calls(file: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and mark_of(node) in ARGUMENTS:
            yield node


def mark_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def read_call(call: ast.Call, place: str) -> Msgid:
    """Raises NotATranslatableCall."""
    mark = mark_of(call)
    texts = [text_of(argument, mark) for argument in call.args[: ARGUMENTS[mark]]]
    if len(texts) < ARGUMENTS[mark]:
        raise NotATranslatableCall(f"{mark}() lacks a text")
    given = {keyword.arg for keyword in call.keywords} | ({"count"} if mark == "n_" else set())
    missing = {name for text in texts for name in placeholders(text)} - given
    if missing and None not in given:
        raise NotATranslatableCall(f"{texts[0]!r} is not given {', '.join(sorted(missing))}")
    return Msgid(texts[0], texts[1] if mark == "n_" else "", place)


def text_of(argument: ast.expr, mark: str) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
        return argument.value
    raise NotATranslatableCall(f"{mark}() needs its text written out in it")


def placeholders(text: str) -> dict[str, str]:
    """Names in braces with the form asked for: `{"day": "", "place": "locative"}`."""
    try:
        fields = list(Formatter().parse(text))
    except ValueError as fault:
        raise NotATranslatableCall(f"{text!r}: {fault}") from None
    return {name: form or "" for _text, name, form, _conversion in fields if name is not None}
