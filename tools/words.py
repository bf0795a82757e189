"""Keep the catalogues in locales/ as the code has it, and say what a translator still has to do.

`python -m tools.words` writes them, `python -m tools.words check` only judges them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from bot.domain.names import FORMS

from .msgids import Msgid, msgids
from .translations import faults_of

ROOT = Path(__file__).parents[1]
FOLDERS = ("bot", "dialogs")
LANGUAGES = ("fi", "sv")
ALLOWED_FORMS = {*FORMS, "on", "long", "month", "short", "bare", "at"}


def main(words: list[str], root: Path = ROOT) -> int:
    faults: list[str] = []
    found = msgids(root, FOLDERS, faults)
    if words != ["check"]:
        write(root, found)
    else:
        faults += [*stale(root, found), *untranslated(root)]
    print("\n".join(faults), end="\n" if faults else "")
    return bool(faults)


def write(root: Path, found: Iterable[Msgid]) -> None:
    for file, text in wanted(root, found).items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def wanted(root: Path, found: Iterable[Msgid]) -> dict[Path, str]:
    """What each catalogue should be, the translations in it kept."""
    template = Catalog(fuzzy=False)
    for msgid in found:
        template.add((msgid.one, msgid.many) if msgid.many else msgid.one)
    texts = {root / "locales" / "bot.pot": text_of(template)}
    for language in LANGUAGES:
        catalogue = read(catalogue_file(root, language), language)
        catalogue.update(template, no_fuzzy_matching=True)
        texts[catalogue_file(root, language)] = text_of(catalogue)
    return texts


def catalogue_file(root: Path, language: str) -> Path:
    return root / "locales" / language / "LC_MESSAGES" / "bot.po"


def read(file: Path, language: str) -> Catalog:
    text = file.read_bytes() if file.exists() else b""
    return read_po(BytesIO(text), locale=language, abort_invalid=True)


def text_of(catalogue: Catalog) -> str:
    """Without dates and places, so that a difference is always a difference in words."""
    header = ['msgid ""', 'msgstr ""']
    if catalogue.locale:
        header += [
            f'"Language: {catalogue.locale}\\n"',
            f'"Plural-Forms: {catalogue.plural_forms}\\n"',
        ]
    header += ['"MIME-Version: 1.0\\n"', '"Content-Type: text/plain; charset=utf-8\\n"', "", ""]
    body = BytesIO()
    write_po(
        body,
        catalogue,
        width=0,
        no_location=True,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
    )
    return "\n".join(header) + body.getvalue().decode().rstrip("\n") + "\n"


def stale(root: Path, found: list[Msgid]) -> Iterator[str]:
    """Where `make words` would change something."""
    template = root / "locales" / "bot.pot"
    there = {one(message) for message in messages(read(template, "en"))}
    for msgid in found:
        if msgid.one not in there:
            yield f"{msgid.place}: {msgid.one!r} is not in the catalogues: make words"
    for gone in sorted(there - {msgid.one for msgid in found}):
        yield f"{template.relative_to(root)}: {gone!r} is not in the code any more: make words"
    for file, text in wanted(root, found).items():
        if not file.exists() or file.read_text("utf-8") != text:
            yield f"{file.relative_to(root)}: not as `make words` leaves it"


def untranslated(root: Path) -> Iterator[str]:
    for language in LANGUAGES:
        file = catalogue_file(root, language)
        for message in messages(read(file, language)):
            place = f"{file.relative_to(root)}:{message.lineno}: {one(message)!r}"
            if message.fuzzy:
                yield f"{place} is marked fuzzy: read it, mend it and take the mark away"
            for fault in faults_of(texts(message.id), texts(message.string), ALLOWED_FORMS):
                yield f"{place} {fault}"


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def one(message: Message) -> str:
    return texts(message.id)[0]


def texts(said: str | Sequence[str] | None) -> tuple[str, ...]:
    return (said or "",) if said is None or isinstance(said, str) else tuple(said)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
