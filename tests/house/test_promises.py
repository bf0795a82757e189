"""Tests are promises, and say which."""

from __future__ import annotations

import ast

from .sources import functions, named, python


def test_each_test_says_what_it_promises() -> None:
    """A test opens with one line that is a promise."""
    silent = [
        f"{named(file)}:{function.lineno} {function.name}"
        for file in python("tests")
        for function in functions(file)
        if function.name.startswith("test_") and not promise(ast.get_docstring(function))
    ]
    assert silent == []


def promise(docstring: str | None) -> bool:
    return docstring is not None and docstring.splitlines()[0].endswith((".", "!", "?"))
