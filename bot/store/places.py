"""A person's place in a channel, which several tables name alike."""

from __future__ import annotations

from sqlalchemy import Table, and_, bindparam
from sqlalchemy.sql.elements import ColumnElement

from bot.conversation.turns import Address


def placed(of: Table) -> ColumnElement[bool]:
    """That a row is of the person and place that `here` names."""
    return and_(
        of.c.person == bindparam("of"),
        of.c.channel == bindparam("in_channel"),
        of.c.conversation == bindparam("at"),
    )


def here(person: str, address: Address) -> dict[str, object]:
    return {"of": person, "in_channel": address.channel, "at": address.conversation}
