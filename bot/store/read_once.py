"""Reading the same only once in a transaction, for as long as nothing is written in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection

READ = "read"
"""Under this the connection knows what was read since something was last written."""


class Repository(Protocol):
    connection: Connection


Known = dict[Any, Any]
R = TypeVar("R", bound=Repository)
P = ParamSpec("P")
T = TypeVar("T")


def read_once(read: Callable[Concatenate[R, P], T]) -> Callable[Concatenate[R, P], T]:
    """A repository's method that only reads, by arguments that can be keys.

    What it returns is shared by all who ask, so it must not be changed.
    """
    return remembered(read, within)


def remembered(
    read: Callable[Concatenate[R, P], T], known_to: Callable[[Connection], Known]
) -> Callable[Concatenate[R, P], T]:
    """A method that looks first into what is known to its connection."""

    @wraps(read)
    def known_or_read(repository: R, /, *args: P.args, **named: P.kwargs) -> T:
        known = known_to(repository.connection)
        key = (read, args, *named.items())
        if key not in known:
            known[key] = read(repository, *args, **named)
        found: T = known[key]
        return found

    return known_or_read


def within(connection: Connection) -> Known:
    """What the transaction has read since it last wrote."""
    known: Known = connection.info.setdefault(READ, {})
    return known


def forget(connection: Connection) -> None:
    """Let nothing be known any more that may have changed."""
    connection.info.pop(READ, None)
