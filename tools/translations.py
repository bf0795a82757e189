"""Whether a translation may go before people."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from .msgids import NotATranslatableCall, placeholders

PROSE = {
    r"^\s|\s$": "begins or ends with a space",
    r"  ": "has two spaces in a row",
    r"\S [.,;:!?](\s|$)": "has a space before a stop",
    r"[a-zåäö}][.!?][A-ZÅÄÖ]": "has two sentences with no space between",
    r" - ": "has a hyphen for a dash (–)",
    r"\"": "has straight quotation marks (”…”)",
}
WORDS = re.compile(r"[^\W\d_]{2,} +[^\W\d_]{2,}")
"""Two words side by side: what says more than a name."""


def faults_of(
    originals: Sequence[str], translated: Sequence[str], forms: Collection[str]
) -> Iterator[str]:
    """What is wrong with a translation, a line each. Both have one text, or one for each number.

    The text for one may say "one seat" or "{count} seat", as the original's two texts do.
    """
    if not any(translated):
        yield "is not translated"
        return
    for index, text in enumerate(translated):
        least, most = originals[index], originals[-1]
        yield from faults_of_text(text, (least, most), forms) if text else ("lacks its plural",)


def faults_of_text(text: str, between: tuple[str, str], forms: Collection[str]) -> Iterator[str]:
    yield from (
        f"{fault}: {text!r}" for pattern, fault in PROSE.items() if re.search(pattern, text)
    )
    try:
        said = placeholders(text)
    except NotATranslatableCall as fault:
        yield f"cannot be read: {fault}"
        return
    least, most = (set(placeholders(original)) for original in between)
    if not least & most <= set(said) <= least | most:
        yield f"says {braced(said)} where the original says {braced(most)}: {text!r}"
    for name, form in said.items():
        if form and form not in forms:
            yield f"asks for a form that does not exist: {{{name}:{form}}}"
    if text in between and WORDS.search(re.sub(r"{.*?}", "", text)):
        yield f"is still in English: {text!r}"


def braced(names: Collection[str]) -> str:
    return " ".join(f"{{{name}}}" for name in sorted(names)) or "nothing in braces"
