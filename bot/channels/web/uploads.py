"""Forms with files as they stream in: what is too much is let run by, not kept."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from bot.dialog import Phrase, _, n_

from .read import Fields, clean

LARGEST = 10 * 1024 * 1024
"""Bytes of one file."""
FILES = 10
"""Files in one form."""
WORDS = 4 * 1024 * 1024
"""Bytes of all that is not a file."""
IN_ALL = FILES * LARGEST + WORDS
"""Bytes of one form: beyond this nobody reads on."""


class Unreadable(Exception):
    """What was sent is no form, or is too much; `status` is HTTP's word for it."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True)
class Upload:
    """A file as it came, on disk where it is large; of one that is too large only a part."""

    question: str
    name: str
    content: BinaryIO
    size: int

    @property
    def problem(self) -> Phrase | None:
        if self.size > LARGEST:
            return _("“{file}” is larger than 10 MB. Please choose a smaller one.", file=self.name)
        return None if self.size else _("“{file}” is empty. Please check it.", file=self.name)


class Parts(MultiPartParser):
    """Drops what goes beyond the largest size a file may have; the rest of the form is read."""

    words = 0

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        file = self._current_part.file
        if file is None:
            self.words += end - start
            if self.words > WORDS:
                raise Unreadable(413)
        if file is None or (file.size or 0) <= LARGEST:
            super().on_part_data(data, start, end)


@asynccontextmanager
async def read_form(request: Request) -> AsyncIterator[tuple[Fields, tuple[Upload, ...]]]:
    """The form, whose files are gone when it is left. Raises Unreadable."""
    form = await parsed(request)
    try:
        words = [(name, text) for name, text in form.multi_items() if isinstance(text, str)]
        yield Fields.of(words), tuple(uploads(form))
    finally:
        await form.close()


async def parsed(request: Request) -> FormData:
    kind = request.headers.get("content-type", "")
    try:
        if kind.startswith("multipart/form-data"):
            body = limited(request, IN_ALL)
            parts = Parts(request.headers, body, max_files=50, max_part_size=WORDS)
            return await parts.parse()
        body = limited(request, WORDS)
        return await FormParser(request.headers, body, max_part_size=WORDS).parse()
    except (MultiPartException, ValueError):  # a charset that is none is a ValueError too
        raise Unreadable(400) from None


async def limited(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    length = 0
    async for chunk in request.stream():
        length += len(chunk)
        if length > most:
            raise Unreadable(413)
        yield chunk


def uploads(form: FormData) -> Iterator[Upload]:
    """The files of a form, each for the question that its field `f.…` names."""
    for name, file in form.multi_items():
        if isinstance(file, UploadFile) and file.filename and name.startswith("f."):
            yield Upload(name[2:], bare(file.filename), file.file, file.size or 0)


def bare(name: str) -> str:
    """A file's name without folders and without what cannot be read."""
    last = PurePath(clean(name).replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable()).strip()[:200] or "?"


def problems(files: tuple[Upload, ...]) -> Mapping[str, Phrase]:
    """What keeps files from being taken, by question."""
    found = {file.question: file.problem for file in files if file.problem}
    if len(files) > FILES:
        most = n_("One file is the most.", "{count} files are the most.", FILES)
        found |= {file.question: most for file in files}
    return found
