"""Conversations, and the turns that have been answered in them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, update
from sqlalchemy.exc import IntegrityError

from bot.conversation.messages import message_to_json
from bot.conversation.plain import talk_to_json
from bot.conversation.ports import Overtaken
from bot.conversation.turns import Address, Talk, Turn
from bot.dialog import Message

from .columns import table
from .places import here, placed
from .tables import TalkRow, TurnRow

TALKS, TURNS = table(TalkRow), table(TurnRow)

HERE = placed(TALKS)
KEEP = update(TALKS).where(HERE, TALKS.c.revision == bindparam("was"))

BEGIN, ANSWERED = insert(TALKS), insert(TURNS)


class SqlTalks:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def keep(self, person: str, address: Address, talk: Talk, revision: int) -> None:
        state = talk_to_json(talk)
        if revision:
            values = {"was": revision, "state": state, "revision": revision + 1}
            done = self.connection.execute(KEEP, here(person, address) | values)
            if done.rowcount != 1:
                raise Overtaken
            return
        try:
            self.connection.execute(
                BEGIN,
                {
                    "person": person,
                    "channel": address.channel,
                    "conversation": address.conversation,
                    "state": state,
                    "revision": 1,
                },
            )
        except IntegrityError:
            raise Overtaken from None


class SqlTurns:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def keep(self, turn: Turn, message: Message, at: datetime) -> None:
        """Raises Overtaken where the very same turn was answered meanwhile."""
        row = {
            "channel": turn.address.channel,
            "turn": turn.id,
            "said": message_to_json(message),
            "at": at,
        }
        try:
            self.connection.execute(ANSWERED, row)
        except IntegrityError:
            raise Overtaken from None
