"""Learns from tools/wishes what people write when they wish for something.

    make wishes

Needs scikit-learn, which the bot does not and which is fetched for this alone. The weights go into
the package as JSON, with the mark of what they were learnt from; the same sentences and the same
seed give the same weights.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from bot.conversation.listen import learn
from bot.language.understand.wishes.features import Features, features
from bot.language.understand.wishes.masked import masked
from bot.language.understand.wishes.ranking import FIRST, PARTS_OF_ONE
from bot.regions.read import load

from .expand import expanded
from .learnt_from import SENTENCES, WEIGHTS, mark

SEED, EACH, STRENGTH = 7, 20, 30.0
REGION, TODAY = "lounais-suomi", date(2026, 3, 2)
"""Whose places and which days are masked in the sentences; any would do."""
LEAST_TEMPLATES, LEAST_WEIGHT = 3, 5
"""A feature is learnt if so many templates have it, and kept where it weighs so many tenths."""
SLIPS, PLAIN = 0.12, 0.15
"""How many of the sentences have a letter wrong, and how many have no dots."""


class Example(NamedTuple):
    """A sentence, what is wished for in it, and the template it comes from."""

    wish: str
    text: str
    template: int
    weight: float


class Columns(NamedTuple):
    """The features of each kind, each with its column."""

    parts: dict[str, int]
    cues: dict[str, int]


def main() -> None:
    examples = list(written_out(random.Random(SEED)))  # noqa: S311
    places = learn(load(REGION), {}).places
    found = [features(masked(each.text, today=TODAY, places=places)) for each in examples]
    model, columns = learnt(examples, found)
    write(model, columns)
    print(len(examples), "sentences,", sum(map(len, columns)), "features")


def written_out(chance: random.Random) -> Iterator[Example]:
    """Sentences that the templates stand for, some of them with dots left out or a slip."""
    slots = json.loads((SENTENCES / "slots.json").read_text("utf-8"))
    for number, (wish, template) in enumerate(templates(SENTENCES)):
        texts = sorted({expanded(template, slots, chance) for _ in range(EACH)} - {""})
        for text in texts:
            yield Example(wish, careless(text, chance), number, 1 / len(texts) ** 0.5)


def templates(folder: Path) -> Iterator[tuple[str, str]]:
    """The wish and the template."""
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            _language, _, template = line.partition(" | ")
            if template:
                yield file.stem, template


def careless(text: str, chance: random.Random) -> str:
    """Some people leave out dots, some letters get swapped; masks stay whole."""
    if chance.random() < PLAIN:
        text = text.translate(str.maketrans("äöåÄÖÅ", "aoaAOA"))
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) > 6 and "xx" not in word]
    if long and chance.random() < SLIPS:
        place = chance.choice(long)
        word, at = words[place], chance.randrange(2, len(words[place]) - 2)
        words[place] = word[:at] + chance.choice(("", word[at + 1] + word[at])) + word[at + 1 :]
    return " ".join(words)


def learnt(
    examples: Sequence[Example], found: Sequence[Features]
) -> tuple[LogisticRegression, Columns]:
    of = [each.template for each in examples]
    columns = Columns(
        seen([each.parts for each in found], of), seen([each.cues for each in found], of)
    )
    model = LogisticRegression(C=STRENGTH, max_iter=400)
    wishes, weights = [each.wish for each in examples], [each.weight for each in examples]
    model.fit(rows(found, columns), wishes, sample_weight=weights)
    return model, columns


def seen(found: Sequence[frozenset[str]], templates: Sequence[int]) -> dict[str, int]:
    """The features that more than one template has, each with its column."""
    pairs = {(name, of) for names, of in zip(found, templates, strict=True) for name in names}
    counts = Counter(name for name, _template in pairs)
    kept = sorted(name for name, count in counts.items() if count >= LEAST_TEMPLATES)
    return {name: column for column, name in enumerate(kept)}


def rows(found: Sequence[Features], columns: Columns) -> csr_matrix:
    parts = block([each.parts for each in found], columns.parts)
    return hstack([parts, block([each.cues for each in found], columns.cues)]).tocsr()


def block(found: Sequence[frozenset[str]], columns: dict[str, int]) -> csr_matrix:
    """One row a sentence, weighed by how many features it has, known or not."""
    cells = [
        (row, columns[name], 1 / len(names) ** 0.5)
        for row, names in enumerate(found)
        for name in sorted(names & columns.keys())
    ]
    places, at, values = zip(*cells, strict=True)
    return csr_matrix((values, (places, at)), shape=(len(found), len(columns)))


def write(model: LogisticRegression, columns: Columns) -> None:
    """A line for each feature, in the order of the alphabet."""
    tenths = np.rint(model.coef_ * PARTS_OF_ONE).astype(int)
    kept = {
        "learnt_from": mark(),
        "wishes": list(model.classes_),
        "bias": [int(each) for each in np.rint(model.intercept_ * PARTS_OF_ONE)],
        "parts": strong(tenths[:, : len(columns.parts)], columns.parts),
        "cues": strong(tenths[:, len(columns.parts) :], columns.cues),
    }
    lines = [f'"{name}":{in_lines(each)}' for name, each in kept.items()]
    WEIGHTS.write_text("{" + ",\n".join(lines) + "}\n", "utf-8")


def in_lines(kept: object) -> str:
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return text.replace('","', '",\n"') if isinstance(kept, dict) else text


def strong(tenths: np.ndarray, columns: dict[str, int]) -> dict[str, str]:
    """By feature the wishes that it speaks for or against, and how strongly."""
    found = {name: pairs(tenths[:, column]) for name, column in columns.items()}
    return {name: weights for name, weights in found.items() if weights}


def pairs(weights: np.ndarray) -> str:
    return "".join(
        f"{chr(FIRST + place)}{weight}"
        for place, weight in enumerate(weights)
        if abs(weight) >= LEAST_WEIGHT
    )


if __name__ == "__main__":
    main()
