"""What is kept of people's calendar feeds: the links that calendar programs ask again and again."""

from __future__ import annotations

from hashlib import sha256
from typing import Protocol

from .ids import PersonId


class Feeds(Protocol):
    """The links that work, by their digests. Two accounts made one keep the links of both."""

    def add(self, digest: str, person: PersonId) -> None: ...

    def drop(self, person: PersonId) -> None: ...

    def has(self, person: PersonId) -> bool: ...

    def owner(self, digest: str) -> PersonId | None: ...


def digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
