"""Papers that messages name, made when they are fetched and for the one who fetches them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from bot.dialog import Paper
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed

Maker: TypeAlias = Callable[[Occasion, Mapping[str, str]], tuple[bytes, str]]
"""From who asks and what it is about to the content and its media type.

Raises NotAllowed, and KeyError where what it is about is gone.
"""
Papers: TypeAlias = Mapping[str, Maker]
"""The makers, by the kind of paper."""


class Withheld(Exception):
    """The paper is not for this person."""


class Gone(Exception):
    """There is no such paper any more."""


def make(paper: Paper, occasion: Occasion, papers: Papers) -> tuple[bytes, str]:
    """The content and its media type. Raises Withheld and Gone."""
    try:
        return papers[paper.kind](occasion, paper.facts)
    except NotAllowed:
        raise Withheld from None
    except KeyError:
        raise Gone from None
