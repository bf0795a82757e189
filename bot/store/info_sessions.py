"""Info sessions of partner libraries' rounds, and who comes to them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, insert, select, update

from bot.domain.ids import PersonId, RoundId
from bot.domain.partners.info_sessions import InfoSession

from .columns import table
from .tables_partners import InfoAnswerRow, InfoSessionRow

SESSIONS, ANSWERS = table(InfoSessionRow), table(InfoAnswerRow)


class SqlInfoSessions:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, season: RoundId) -> InfoSession | None:
        found = select(SESSIONS).where(SESSIONS.c.round == season)
        row = self.connection.execute(found).first()
        return InfoSession(RoundId(row.round), row.place, row.invited_at) if row else None

    def keep(self, session: InfoSession) -> None:
        values = vars(session)
        here = update(SESSIONS).where(SESSIONS.c.round == session.round)
        if self.connection.execute(here, values).rowcount == 0:
            self.connection.execute(insert(SESSIONS), values)

    def answers(self, season: RoundId) -> Mapping[PersonId, bool]:
        told = select(ANSWERS).where(ANSWERS.c.round == season).order_by(ANSWERS.c.person)
        return {PersonId(row.person): row.comes for row in self.connection.execute(told)}

    def answer(self, season: RoundId, person: PersonId, comes: bool) -> None:
        here = update(ANSWERS).where(ANSWERS.c.round == season, ANSWERS.c.person == person)
        if self.connection.execute(here, {"comes": comes}).rowcount == 0:
            row = {"round": season, "person": person, "comes": comes}
            self.connection.execute(insert(ANSWERS), row)
