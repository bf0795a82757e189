"""Who is told when a transaction begins to write, and when what it wrote is undone."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, Select, event

from . import attempt, read_once


def notice_writing(engine: Engine) -> None:
    event.listen(engine, "begin", read_once.forget)
    event.listen(engine, "before_execute", before_execute)
    event.listen(engine, "savepoint", before_savepoint)
    event.listen(engine, "rollback_savepoint", after_savepoint)


def before_execute(
    connection: Connection, statement: object, _many: object, _one: object, _options: object
) -> None:
    if not isinstance(statement, Select):
        read_once.forget(connection)
        attempt.begin(connection)


def before_savepoint(connection: Connection, _name: str | None) -> None:
    """Somebody sets a savepoint of their own, which has to be within the attempt's."""
    attempt.begin(connection)


def after_savepoint(connection: Connection, _name: str | None, _context: object) -> None:
    read_once.forget(connection)
