"""What other dialogs are called and would say, for the dialogs that tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from .messages import Message
from .phrases import Phrase


class Preview(Protocol):
    """A need of a dialog, like any other: it is handed in by this type."""

    def title(self, dialog: str) -> Phrase:
        """Of a dialog that is no more, its bare name."""
        ...

    def post(
        self, dialog: str, given: Mapping[str, str], languages: Sequence[str], at: datetime
    ) -> Message | None:
        """What would be said at a moment in a room of these languages, as far as it is known now.

        None where nothing would be said.
        """
        ...
