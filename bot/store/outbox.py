"""The outbox as the senders see it: each row under its own lease, or in nobody's hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select, update

from bot.conversation.letters import Letter, Settled, State
from bot.conversation.ports import Lease

from .columns import table
from .notifications import value
from .tables import NotificationRow

OUTBOX = table(NotificationRow)
READ = {
    *("id", "holder", "tries", "doubts"),
    *("key", "person", "room", "due", "opens", "facts", "doubt"),
}
"""What a sender needs to know; the rest is not read."""

DUE = (
    select(OUTBOX.c.id)
    .where(OUTBOX.c.state == State.WAITING, OUTBOX.c.due <= bindparam("now"))
    .order_by(OUTBOX.c.due)
)
LEFT = select(OUTBOX.c.id).where(
    OUTBOX.c.state == State.SENDING, OUTBOX.c.leased_until <= bindparam("now")
)
THESE = update(OUTBOX).where(
    OUTBOX.c.id.in_(bindparam("letters", expanding=True)),
    OUTBOX.c.holder == bindparam("held_by"),
    OUTBOX.c.state == State.SENDING,
)
DONE = THESE.values(state=bindparam("now_is"), settled_at=bindparam("at"), why=bindparam("because"))
HELD = update(OUTBOX).where(
    OUTBOX.c.id == bindparam("letter"),
    OUTBOX.c.holder == bindparam("held_by"),
    OUTBOX.c.state == State.SENDING,
)
BACK = HELD.values(
    state=State.WAITING,
    due=bindparam("at"),
    tries=bindparam("tried"),
    doubts=bindparam("doubted"),
)
ASKED_LATER = HELD.values(leased_until=bindparam("at"))
SETTLING = {State.WAITING: BACK, State.SENDING: ASKED_LATER}


def taken(found: Select[tuple[int]]) -> Any:  # noqa: ANN401 (SQLAlchemy's own type cannot be named)
    """Take the rows found: each is skipped where another replica is just taking it."""
    # A common table is computed once; in a plain subquery Postgres may find more than the limit.
    rows = found.limit(bindparam("most")).with_for_update(skip_locked=True).cte("taken")
    return (
        update(OUTBOX)
        .where(OUTBOX.c.id.in_(select(rows.c.id)))
        .values(
            state=State.SENDING,
            holder=bindparam("holder"),
            leased_until=bindparam("until"),
            tries=OUTBOX.c.tries + 1,
        )
        .returning(*(column for column in OUTBOX.c if column.name in READ))
    )


CLAIM = taken(DUE)
CLAIM_LEFT = taken(LEFT.where(OUTBOX.c.id.not_in(bindparam("but", expanding=True))))


class SqlOutbox:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def claim(self, lease: Lease, most: int) -> list[Letter]:
        rows = self.connection.execute(CLAIM, vars(lease) | {"most": most}).all()
        return [letter(row, in_doubt=False) for row in rows]

    def claim_left(self, lease: Lease, most: int, but: Collection[int]) -> list[Letter]:
        left = vars(lease) | {"most": most, "but": list(but)}
        return [letter(row, in_doubt=True) for row in self.connection.execute(CLAIM_LEFT, left)]

    def settle(self, settled: Sequence[Settled]) -> int:
        """Those that are done go many to a statement; the others have times of their own."""
        done = sum(self.finished(group) for group in alike(settled))
        for state, statement in SETTLING.items():
            rows = [columns(each) for each in settled if each.state is state]
            if rows:
                done += self.connection.execute(statement, rows).rowcount
        return done

    def finished(self, group: Sequence[Settled]) -> int:
        first = group[0]
        row = {
            "letters": [each.letter.id for each in group],
            "held_by": first.letter.holder,
            "now_is": first.state,
            "at": max(each.at for each in group),
            "because": first.why,
        }
        return self.connection.execute(DONE, row).rowcount


def alike(settled: Sequence[Settled]) -> Iterable[Sequence[Settled]]:
    """Those that are done, by what came of them and under which lease they were held."""
    groups: dict[tuple[str, State, str | None], list[Settled]] = {}
    for each in settled:
        if each.state not in SETTLING:
            groups.setdefault((each.letter.holder, each.state, each.why), []).append(each)
    return groups.values()


def letter(row: Row[Any], *, in_doubt: bool) -> Letter:
    return Letter(row.id, row.holder, value(row), row.tries, row.doubts, in_doubt)


def columns(settled: Settled) -> dict[str, Any]:
    return {
        "letter": settled.letter.id,
        "held_by": settled.letter.holder,
        "at": settled.at,
        "tried": settled.tries,
        "doubted": settled.doubts,
    }
