"""Files that people have handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType, Protocol

from .ids import PersonId

FileId = NewType("FileId", str)
"""32 hexadecimal digits."""


@dataclass(frozen=True)
class KeptFile:
    """A file without its content. `media_type` is what the content shows, whatever the name."""

    id: FileId
    person: PersonId
    name: str
    media_type: str
    sha256: str
    size: int


class Files(Protocol):
    def add(self, person: PersonId, name: str, content: bytes, now: datetime) -> FileId:
        """Keep a file. The same one handed in again is kept once."""
        ...

    def find(self, file: str) -> KeptFile | None: ...

    def content(self, file: str) -> bytes:
        """Raises KeyError."""
        ...

    def remove(self, file: str) -> None:
        """Forget a file that is not needed any more."""
        ...
