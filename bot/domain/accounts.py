"""One person in two channels: a code shown in one of them and written in the other.

Never by name or e-mail: those can be alike, or be made so.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from .ids import PersonId


class NoSuchCode(Exception):
    """There is no such code, it has been used, or its ten minutes are over."""


class OwnCode(Exception):
    """The code was written where it was shown."""


class TooOften(Exception):
    """So many wrong codes have been written that the person has to wait."""


class Entangled(Exception):
    """Both accounts have something of which a person can have only one."""


class AccountCodes(Protocol):
    """The codes that can be used now, by their digests, and what using one does."""

    def keep(self, digest: str, person: PersonId, until: datetime) -> None:
        """A person's former code is good no more."""
        ...

    def owner(self, digest: str) -> PersonId | None: ...

    def miss(self, person: PersonId, at: datetime) -> None:
        """Remember that a person has written a wrong code."""
        ...

    def misses(self, person: PersonId, since: datetime) -> int: ...

    def join(self, digest: str, into: PersonId) -> None:
        """Use a code up, and make its owner one with another person.

        Raises NoSuchCode and Entangled.
        """
        ...
