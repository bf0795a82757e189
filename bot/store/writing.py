"""Who is told when a transaction begins to write, undoes a part of it, and ends."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, Select, event

from . import attempt, read_once, standing


def notice_writing(engine: Engine) -> None:
    for end in ("commit", "rollback"):
        event.listen(engine, end, at_end)
    event.listen(engine, "before_execute", before_execute)
    event.listen(engine, "savepoint", before_savepoint)
    event.listen(engine, "rollback_savepoint", after_savepoint)


def at_end(connection: Connection) -> None:
    """Not at the beginning, which comes only with the first statement: later than the first read
    of what is known already. What a broken line knew has gone with it.
    """
    if not connection.invalidated:
        read_once.forget(connection)
        standing.forget(connection)


def before_execute(
    connection: Connection, statement: object, _many: object, _one: object, _options: object
) -> None:
    if not isinstance(statement, Select):
        read_once.forget(connection)
        standing.wrote(connection)
        attempt.begin(connection)


def before_savepoint(connection: Connection, _name: str | None) -> None:
    """Somebody sets a savepoint of their own, which has to be within the attempt's."""
    attempt.begin(connection)


def after_savepoint(connection: Connection, _name: str | None, _context: object) -> None:
    if not connection.invalidated:
        read_once.forget(connection)
