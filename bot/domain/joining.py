"""Making a person's accounts in several channels one."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from secrets import choice

from .accounts import NoSuchCode, OwnCode, TooOften
from .occasion import Occasion
from .people import Person

LASTS = timedelta(minutes=10)
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that are taken for one another."""
LENGTH = 8
"""Some forty bits: nobody guesses one in ten minutes."""
TRIES = 5
REST = timedelta(hours=1)
"""So many wrong codes may be written in an hour."""


class Accounts:
    """A person's accounts in several channels, made one."""

    def __init__(self, occasion: Occasion) -> None:
        self.who = occasion.who
        self.now = occasion.now
        self.people = occasion.records.people
        self.codes = occasion.records.accounts

    def code(self) -> str:
        """A new code of this person's, good for ten minutes: ABCD-EFGH."""
        code = "".join(choice(LETTERS) for _letter in range(LENGTH))
        self.codes.keep(digest(code), self.who.id, self.now + LASTS)
        return f"{code[:4]}-{code[4:]}"

    def owner(self, code: str) -> Person:
        """Who was shown the code; a wrong one counts. Raises TooOften, NoSuchCode and OwnCode."""
        if self.codes.misses(self.who.id, self.now - REST) >= TRIES:
            raise TooOften
        found = self.codes.owner(digest(code))
        owner = None if found is None else self.people.find(found)
        if owner is None:
            self.codes.miss(self.who.id, self.now)
            raise NoSuchCode
        if owner.id == self.who.id:
            raise OwnCode
        return owner

    def join(self, code: str) -> Person:
        """Make the code's owner one with this person. Raises what `owner` raises, and Entangled."""
        owner = self.owner(code)
        self.codes.join(digest(code), self.who.id)
        return owner


def digest(code: str) -> str:
    """Of a code as a person writes it: with or without the hyphen, in any case."""
    bare = "".join(letter for letter in code.upper() if letter.isalnum())
    return sha256(bare.encode()).hexdigest()
