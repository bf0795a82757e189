"""How Finnish and Swedish names are bent, well enough to recognise them: stems and endings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .words import fold

GRADES = (
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nk", "ng"),
    ("nt", "nn"),
    ("lt", "ll"),
    ("rt", "rr"),
    ("mp", "mm"),
    ("k", ""),
    ("p", "v"),
    ("t", "d"),
)
"""Strong and weak ends of a stem before its last vowel: Turku, Turun; viestintä, viestinnän."""
UNGRADED = ("sk", "sp", "st", "tk")
"""Consonants that stay as they are: Masku, Maskun."""
VOWELS = "aeiouy"
CASES = (
    ("from", r"(?:st|lt)a?|ilta|ista"),
    ("to", r"lle?|([aeiouy])n|h[aeiouy]n|seen|siin|iin|in"),
    ("in", r"ss?a?|lla?|issa|illa"),
    ("of", r"n|s|en|ten|ien|jen|iden"),
    ("", r"|a|ta|tta|na|ksi?|t|ja|ia|oja|[aeiouy]"),
)
"""What a stem can end in, folded, and the direction that it gives; the first that fits counts."""
ENDINGS = tuple((case, re.compile(rf"(?:{ending})(?:kin|ko|kaan|han)?")) for case, ending in CASES)


def direction(stem: str, ending: str) -> str | None:
    """Whether what follows a stem is from, to, in or of the place, or nothing; None: no ending.

    A lone vowel only lengthens the stem, as in "Turkuu" for Turkuun.
    """
    for case, pattern in ENDINGS:
        match = pattern.fullmatch(ending)
        if match and fits(stem, ending):
            return "of" if ending == "n" else case
    return None


def fits(stem: str, ending: str) -> bool:
    """A vowel, with an n or without, repeats the stem's last letter, or is the partitive."""
    vowel = ending.removesuffix("n")
    if len(vowel) == 1 and vowel in VOWELS:
        return vowel == stem[-1] or ending == "a"
    return True


def stems(name: str) -> set[str]:
    """The folded stems that endings are put to; too many rather than too few."""
    word = fold(name.lower())
    found = {word}
    if word.endswith("nen"):
        found |= {word[:-3] + end for end in ("se", "si", "s", "ste")}
    elif word.endswith(("us", "ys")):
        found |= {word[:-1] + end for end in ("de", "te", "t", "ks", "kse")}
    elif word.endswith("t") and len(word) > 4 and word[-2] in VOWELS:
        found |= {word[:-1], word[:-2] + "i", word[:-2] + "oi"}
    elif word[-1] not in VOWELS:
        found |= {word + "i", re.sub(r"d?as$", lambda end: "t" * (len(end[0]) - 2) + "aa", word)}
    found |= {stem[:-1] + "e" for stem in tuple(found) if stem[-1] == "i"}
    return found | {weak for stem in found for weak in weakened(stem)}


def weakened(stem: str) -> Iterator[str]:
    """The stem in its weak grade, where it has one."""
    if len(stem) < 4 or stem[-1] not in VOWELS or stem[-3:-1] in UNGRADED:
        return
    for strong, weak in GRADES:
        if stem[:-1].endswith(strong):
            yield stem[: -1 - len(strong)] + weak + stem[-1]
            return


def stem_of(form: str) -> str:
    """The stem that a form shows: Uudessakaupungissa gives uudessakaupungi."""
    folded = fold(form.lower())
    if len(folded) > 5 and folded.endswith("n") and folded[-2] == folded[-3]:
        return folded[:-2]
    endings = ("ssa", "sta", "lla", "lta", "lle", "seen", "siin", "n")
    ending = next((ending for ending in endings if folded.endswith(ending)), "")
    return folded.removesuffix(ending)
