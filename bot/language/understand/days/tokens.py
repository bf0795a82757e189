"""Cutting a text into what may name a day: dates in figures, numbers, words, and signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.language.understand.words import Words, fold

from .lexicon import UNKNOWN, Meant, known, lexicon, meant

UNIT = (
    r"(?:€|e\b|eur\w*|snt\b|sent\w*|cent\w*|km\b|kilo\w*|kilsa\w*|mil\b|min\w*|h\b|%"
    r"|tunti\w*|tim\w*)"
)
BEGINNING = 4
CLOCK = r"\d{1,2}(?:[.:]\d{2})?"

FIGURES = re.compile(
    rf"(?P<clock>\b(?:klo|kello|kl|klockan)\.?\s?{CLOCK}(?:\s?-\s?{CLOCK}(?!\d*\.\d))?"
    r"|\b\d{1,2}:\d{2}\b)"
    rf"|(?P<sum>(?<![\d.])\d+(?:[.,]\d+)?\s?{UNIT}|€\s?\d+(?:[.,]\d+)?)"
    r"|(?P<iso>\b20\d\d(?P<gap>[./-])\d{1,2}(?P=gap)\d{1,2}\b)"
    r"|(?P<full>(?<!\d)\d{1,2}(?:(?P<point>[./])\s?\d{1,2}(?P=point)\s?(?:20)?\d\d"
    r"|-\d{1,2}-20\d\d)(?![\d,:]|\.\d))"
    r"|(?P<date>(?<!\d)\d{1,2}(?:\.\s?\d{1,2}\.?|/\d{1,2})(?![\d,:/]))"
    r"|(?P<year>\b20\d\d\b)"
    r"|(?P<den>\bden\s\d{1,2}(?::\w+)?\b(?!\s?[.:/]\d|\.))"
    r"|(?P<place>(?<!\d)\d{1,2}(?:\.(?!\d)|:(?:a|e|s|de|nde|n|nnen|ntena|na|nne)\b))"
    r"|(?P<number>(?<!\d)\d{1,2}(?![\d,]))"
    r"|(?P<word>[^\W\d_]+(?:[-:][^\W\d_]+)*)"
    r"|(?P<dash>-)"
    r"|(?P<slash>/)"
    r"|(?P<quiet>[,.!;()\"']+)"
    r"|(?P<odd>\S)"
)
PLAIN = {
    "year": "Y",
    "den": "z",
    "place": "D",
    "number": "d",
    "dash": "-",
    "slash": "/",
    "quiet": " ",
    "clock": "K",
}
"""Figures and signs that are what they are; others are dates, or nothing to do with days."""


@dataclass(frozen=True)
class Sign:
    """A piece of text and what it does when days are named."""

    letter: str
    numbers: tuple[int, ...]
    name: str
    start: int
    end: int


def sign(meant: Meant, start: int, end: int) -> Sign:
    return Sign(*meant, start, end)


def signs(words: Words) -> list[Sign]:
    """All that the text consists of, in order. What joins words to one ("i dag") is one."""
    found: list[Sign] = []
    for match in FIGURES.finditer(words.folded):
        if match.lastgroup == "word":
            found += spelled(words, match.start(), match.end())
        else:
            found.append(sign(figure(match, found), match.start(), match.end()))
    return counted(joined(words, found))


def spelled(words: Words, start: int, end: int) -> list[Sign]:
    """A word, or the words that hyphens join: ti-to, tammi-helmikuu."""
    text, folded = words.text[start:end], words.folded[start:end]
    whole = known(text, folded)
    if whole or text.isalpha():
        return [sign(whole or meant(text, folded), start, end)]
    return [
        sign(
            Meant("-") if part[0] in "-:" else meant(part[0], folded[part.start() : part.end()]),
            start + part.start(),
            start + part.end(),
        )
        for part in re.finditer(r"[^-:]+|[-:]", text)
    ]


def figure(match: re.Match[str], before: list[Sign]) -> Meant:
    """What figures mean. The numbers of a date are its day, month and year, right or not."""
    kind, text = match.lastgroup or "", match[0]
    numbers = tuple(map(int, re.findall(r"\d+", text)))
    if kind in PLAIN:
        return Meant(PLAIN[kind], numbers[:1])
    if kind == "iso":
        return Meant("T", numbers[::-1])
    if kind == "full":
        return Meant("T", (*numbers[:2], numbers[2] % 100 + 2000))
    if kind == "date":
        after_date = bool(before) and before[-1].letter == "T"
        return Meant("K") if clock(text, after_date) else Meant("T", numbers)
    return UNKNOWN


def clock(text: str, after_date: bool) -> bool:
    """Whether d.m is a time: 9.30 and 14.00 are; 9.10 is one right after a date."""
    minutes = r"[0-5]\d" if after_date else r"(00|1[3-9]|[2-5]\d)"
    return bool(re.fullmatch(rf"([01]?\d|2[0-3])\.{minutes}", text))


def joined(words: Words, found: list[Sign]) -> list[Sign]:
    """Let words that are sometimes written apart be one: i dag, uuden vuoden päivä."""
    done: list[Sign] = []
    place = 0
    while place < len(found):
        whole = next(
            filter(
                None, (together(words, found[place : place + size], size) for size in (4, 3, 2))
            ),
            None,
        )
        if whole:
            place = next(after for after, sign in enumerate(found, 1) if sign.end == whole.end)
        else:
            whole = after_den(words, found[place], done)
            place += 1
        done.append(whole)
    return done


def together(words: Words, run: list[Sign], size: int) -> Sign | None:
    if len(run) < size or any(sign.letter in "KTDdY-" for sign in run):
        return None
    beginning = words.text[run[0].start : run[0].end] + words.text[run[1].start : run[1].end]
    if beginning[:BEGINNING] not in beginnings():
        return None
    text = "".join(words.text[each.start : each.end] for each in run)
    found = known(text, fold(text)) if text.isalpha() and len(text) > 3 else None
    return found and sign(found, run[0].start, run[-1].end)


@cache
def beginnings() -> frozenset[str]:
    """How words begin that may be written apart."""
    exact, plain, _near = lexicon()
    return frozenset(form[:BEGINNING] for form in (*exact, *plain))


def counted(found: list[Sign]) -> list[Sign]:
    """Let numbers that are written apart be one: kahdeskymmenes viides, tjugo femte."""
    done: list[Sign] = []
    for this in found:
        before = done[-1] if done else None
        if before and before.letter in "NO" and this.letter in "NOe" and twenties(before, this):
            number = before.numbers[0] + this.numbers[0]
            letter = "N" if this.letter == "e" else this.letter
            done[-1] = Sign(letter, (number,), "", before.start, this.end)
        else:
            done.append(this)
    return done


def twenties(tens: Sign, unit: Sign) -> bool:
    return tens.numbers[0] in range(20, 100, 10) and 0 < unit.numbers[0] < 10


def after_den(words: Words, this: Sign, before: list[Sign]) -> Sign:
    """`den femtonde` is a day of the month; `den andra` is just as well the other one."""
    den = bool(before) and words.text[before[-1].start : before[-1].end] == "den"
    if den and this.letter == "O" and this.numbers[0] > 2:
        return Sign("z", this.numbers, this.name, this.start, this.end)
    return this
