"""What is kept of one person, over all that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from .ids import PersonId


class OwnRecords(Protocol):
    """Everything that names a person."""

    def everything(self, person: PersonId) -> Mapping[str, object]:
        """By kind of thing, as JSON can hold it; without files' content and keys' digests."""
        ...

    def forget(self, person: PersonId, heir: PersonId | None) -> None:
        """Remove the person, their drafts and their files; pictures of reports go to the heir."""
        ...
