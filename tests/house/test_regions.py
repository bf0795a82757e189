"""A region is data: no code asks which one it is in."""

from __future__ import annotations

import ast

import pytest

from bot.regions import regions

from .sources import named, python


def test_no_code_asks_for_a_region_by_name() -> None:
    """What differs between regions stands in their folders, not in an `if`."""
    asking = [
        f"{named(file)}:{line}"
        for file in python("bot", "dialogs")
        for line in questions(file.read_text("utf-8"))
    ]
    assert asking == []


@pytest.mark.parametrize(
    "code",
    [
        "if region.key == 'x': pass",
        "x = 'north' != self.region",
        "y = person.region in ('north', 'south')",
        f"z = place == {regions()[0]!r}",
        "match region.key:\n    case 'north': pass",
    ],
)
def test_such_a_question_is_noticed(code: str) -> None:
    """The search above finds what it is there to find."""
    assert questions(code)


@pytest.mark.parametrize("code", ["if region.zone == zone: pass", "x = key in regions()"])
def test_other_comparisons_may_stand(code: str) -> None:
    """Only names of regions are looked for."""
    assert not questions(code)


def questions(code: str) -> list[int]:
    """Lines on which a region, or its key, is compared with a name that is written there."""
    lines: list[int] = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Compare):
            sides: list[ast.AST] = [node.left, *node.comparators]
        elif isinstance(node, ast.Match):
            sides = [node.subject, *(case.pattern for case in node.cases)]
        else:
            continue
        texts = {text for side in sides for text in written(side)}
        if texts & set(regions()) or (texts and any(map(is_region, sides))):
            lines.append(node.lineno)
    return lines


def written(side: ast.AST) -> list[str]:
    constants = (node for node in ast.walk(side) if isinstance(node, ast.Constant))
    return [node.value for node in constants if isinstance(node.value, str)]


def is_region(side: ast.AST) -> bool:
    if isinstance(side, ast.Attribute) and side.attr == "key":
        side = side.value
    return (isinstance(side, ast.Name) and side.id == "region") or (
        isinstance(side, ast.Attribute) and side.attr == "region"
    )
