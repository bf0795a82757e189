"""Things with names known beforehand, found in a text however they are bent or misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .bending import direction, stem_of, stems
from .near import Near
from .patterns import all_of
from .words import Words, fold, words

SAINT = re.compile(r"\b(?:s:ta|s:t|s\.t|sankta|sankt|st)[. ] ?(?=[^\W\d_])")
SIDES = {"från": "from", "ifrån": "from", "till": "to", "ti": "to", "i": "in", "på": "in"}
"""Swedish puts the direction before the name."""
SHORTEST_STEM = 3
MOST_SEEN = 4_000
"""So many words are remembered with what they name."""


@dataclass(frozen=True)
class Entry:
    """A thing, its names, and their forms where they are known; one thing may have many entries."""

    key: str
    names: tuple[str, ...]
    forms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A thing named in a text, and whether it is from, to, in or of it."""

    key: str
    start: int
    end: int
    direction: str


class Gazetteer:
    """Finds what is named. `heads` are beginnings of words that a name may be joined to."""

    def __init__(self, entries: Sequence[Entry], heads: Iterable[str] = ()) -> None:
        self.entries, self.heads = entries, tuple(map(fold, heads))
        self.whole: dict[str, tuple[str, str]] = {}
        self.stems: dict[str, str] = {}
        self.phrases: list[tuple[re.Pattern[str], str]] = []
        for entry in entries:
            for name in (*entry.names, *entry.forms):
                self.learn(entry.key, plain(name), bent=name not in entry.names)
        self.phrases.sort(key=lambda phrase: -len(phrase[0].pattern))
        self.any_phrase = re.compile("|".join(pattern.pattern for pattern, _key in self.phrases))
        self.seen: dict[str, tuple[str, str] | None] = {}
        self.near = Near(dict(self.likely()))

    def learn(self, key: str, name: str, *, bent: bool) -> None:
        if not name.isalpha():
            self.phrases.append((phrase(name), key))
            return
        shown = {stem_of(name)} if bent else stems(name)
        for stem in (stem for stem in shown if len(stem) >= SHORTEST_STEM):
            self.stems.setdefault(stem, key)
        side = direction(stem_of(name), name.removeprefix(stem_of(name))) if bent else ""
        self.whole.setdefault(name, (key, side or ""))

    def likely(self) -> Iterator[tuple[str, str]]:
        """The forms that a slip of the finger is forgiven in."""
        yield from ((name, key) for name, (key, _side) in self.whole.items())
        for entry in self.entries:
            for stem in (stem for name in entry.names for stem in stems(plain(name))):
                for ending in (
                    ("",) if entry.forms else ("", "n", "ssa", "sta", "lla", "lta", "lle")
                ):
                    yield stem + ending, entry.key

    def find(self, text: str) -> tuple[Mention, ...]:
        """Everything named in a text, in the order it stands there."""
        known = words(text)
        found = list(self.in_phrases(known.folded))
        taken = [(mention.start, mention.end) for mention in found]
        for place, token in enumerate(known.tokens):
            if not any(start <= token.start < end for start, end in taken):
                named = self.remembered(token.folded)
                if named:
                    side = named[1] or side_of(known, place)
                    found.append(Mention(named[0], token.start, token.end, side))
        return tuple(sorted(found, key=lambda mention: mention.start))

    def in_phrases(self, folded: str) -> Iterator[Mention]:
        """Names of several words, the longest first; what is named once is not named again."""
        rest = folded
        if not self.phrases or not self.any_phrase.search(folded):
            return
        for pattern, key in self.phrases:
            for match in pattern.finditer(rest):
                before = re.search(r"([^\W\d_]+) $", folded[: match.start()])
                side = SIDES.get(before[1], "") if before else ""
                yield Mention(key, match.start(), match.end(), side)
            rest = pattern.sub(lambda match: " " * len(match[0]), rest)

    def remembered(self, word: str) -> tuple[str, str] | None:
        """The key and the direction of a single word. Most words come again and again."""
        if word not in self.seen:
            if len(self.seen) > MOST_SEEN:
                self.seen.clear()
            self.seen[word] = self.named(word)
        return self.seen[word]

    def named(self, word: str) -> tuple[str, str] | None:
        if not word[:1].isalpha() or word in all_of("not_names", "never"):
            return None
        if word in self.whole:
            return self.whole[word]
        found = self.bent(word) or self.joined(word)
        if found or word in all_of("not_names", "near"):
            return found
        key = self.near.find(word)
        return (key, "") if key else None

    def bent(self, word: str) -> tuple[str, str] | None:
        for end in range(len(word) - 1, SHORTEST_STEM - 1, -1):
            key = self.stems.get(word[:end])
            side = direction(word[:end], word[end:]) if key else None
            if key and side is not None:
                return key, side
        return None

    def joined(self, word: str) -> tuple[str, str] | None:
        """A name joined to a common noun: digikahvit, chefskaffet, viestintäväki."""
        for head in self.heads:
            place = word.find(head, SHORTEST_STEM)
            first = word[: max(place, 0)]
            found = self.whole.get(first) or (first and self.bent(first))
            if key := found[0] if found else self.stems.get(first):
                return key, ""
        return None

    def one(self, text: str) -> str | None:
        """The key of the one thing that a text names; None for none or several."""
        keys = {mention.key for mention in self.find(text)}
        return keys.pop() if len(keys) == 1 else None

    def all(self, text: str) -> tuple[str, ...]:
        """The keys of all things that a text names, each once."""
        return tuple(dict.fromkeys(mention.key for mention in self.find(text)))


def plain(name: str) -> str:
    return " ".join(fold(words(name).text).split())


def phrase(name: str) -> re.Pattern[str]:
    """A name of several words, the last of them bent; a saint is written in many ways."""
    rest = SAINT.sub("", name)
    saint = r"(?:(?:s:ta|s:t|s\.t|sankta|sankt|st)[. ]? ?)?" if rest != name else ""
    parts = [re.escape(part) for part in re.findall(r"[^\W_]+|[^\w\s]", rest)]
    return re.compile(rf"(?<![^\W\d_]){saint}" + r"[ -]*".join(parts) + r"[^\W\d_]{0,6}")


def side_of(known: Words, place: int) -> str:
    """The direction that a Swedish preposition gives."""
    return SIDES.get(known.tokens[place - 1].text, "") if place else ""
