"""Making a person's accounts in several channels one."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from secrets import choice

from .accounts import NoSuchCode, OwnCode
from .occasion import Occasion
from .people import Person

LASTS = timedelta(minutes=10)
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that are taken for one another."""
LENGTH = 8
"""Some forty bits: nobody guesses one in ten minutes."""


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
        """Who was shown the code. Raises NoSuchCode and OwnCode."""
        found = self.codes.owner(digest(code))
        owner = None if found is None else self.people.find(found)
        if owner is None:
            raise NoSuchCode
        if owner.id == self.who.id:
            raise OwnCode
        return owner

    def join(self, code: str) -> Person:
        """Make the code's owner one with this person. Raises NoSuchCode, OwnCode and Entangled."""
        owner = self.owner(code)
        self.codes.join(digest(code), self.who.id)
        return owner


def digest(code: str) -> str:
    """Of a code as a person writes it: with or without the hyphen, in any case."""
    bare = "".join(letter for letter in code.upper() if letter.isalnum())
    return sha256(bare.encode()).hexdigest()
