"""How plain wishes fare that nothing was taught by: opened, offered, left alone, opened wrongly.

Each set in tests/language/said/fresh_*.tsv is its own measurement, said to an ear with no dialog
open. The sentences that open a wrong dialog are told on stderr, and with them what was opened.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple

from bot.conversation.hear import Ear, Heard, Help, Offer, Wish
from bot.conversation.listen import Listen, learn
from bot.domain.languages import Language
from bot.regions import load
from dialogs import CATALOGUE
from tests.language.rows import FOLDER, NOTHING, rows

from .figure import Figure

NOW = datetime(2026, 3, 2, 7, tzinfo=UTC)
COORDINATOR = "coordinator"


class Fared(StrEnum):
    OPENED = "opened rightly"
    OFFERED = "offered among others"
    MISSED = "not understood"
    MISLED = "offered others only"
    WRONG = "OPENED WRONGLY"
    LEFT = "not ours, left alone"
    BOTHERED = "not ours, yet offered something"


class Said(NamedTuple):
    """A sentence, the dialogs that it may rightly open, and how it fared."""

    words: str
    group: str
    fared: Fared
    opened: str


def figures() -> Iterator[Figure]:
    for name in sets():
        said = list(heard(name))
        for group in ("", *sorted({each.group for each in said})):
            yield from shares(f"{name} {group}".strip(), [e for e in said if group in e.group])
        for each in said:
            if each.fared is Fared.WRONG:
                print(f"{name}: {each.words!r} opened {each.opened}", file=sys.stderr)


def sets() -> list[str]:
    return sorted(file.stem for file in FOLDER.glob("fresh_*.tsv"))


def shares(name: str, said: Iterable[Said]) -> Iterator[Figure]:
    fared = Counter(each.fared for each in said)
    yield Figure(f"{name}: sentences", fared.total(), "")
    for how in Fared:
        yield Figure(f"{name}: {how}", 100 * fared[how] / fared.total(), "%")


def heard(name: str) -> Iterator[Said]:
    listen = Listen(CATALOGUE, learn(load("lounais-suomi"), {}))
    for wishes, language, who, words in rows(name):
        ear = Ear(listen, Language(language), NOW, coordinator=who == COORDINATOR)
        right = {listen.for_coordinators.get(wish, wish) for wish in wishes.split(",")}
        found = ear.hear(words, None)
        opened = found.opened.dialog if isinstance(found, Wish) else ""
        yield Said(words, f"{language} {who}", how_fared(found, right), opened)


def how_fared(found: Heard, right: set[str]) -> Fared:
    match found:
        case Wish(opened):
            return Fared.OPENED if opened.dialog in right else Fared.WRONG
        case Help():
            return Fared.OPENED if right & {"help", "greet"} else nothing(right)
        case Offer(dialogs):
            if right & set(dialogs):
                return Fared.OFFERED
            return Fared.BOTHERED if right & {NOTHING, "greet"} else Fared.MISLED
    return nothing(right)


def nothing(right: set[str]) -> Fared:
    """What is told where nothing was understood: what there is to do."""
    return Fared.LEFT if right & {NOTHING, "greet"} else Fared.MISSED
