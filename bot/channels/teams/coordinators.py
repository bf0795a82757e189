"""AKE's coordinators as the members of a team."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

from .connector import Failed, address
from .house import House
from .place import CHANNEL, JSON, text
from .post import Post
from .spoken import entries

PAGE = 500
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Coordinators:
    house: House
    post: Post
    team: str
    tenant: str
    service: str

    async def read(self) -> bool:
        """Whether the team could be read; where it could not, who was known stays known."""
        try:
            members = [each async for each in self.members()]
        except Failed as failed:
            log.warning("the coordinators' team could not be read: %s", failed)
            return False
        ids = (text(each, "aadObjectId") or text(each, "objectId") for each in members)
        self.house.ledger.appoint(CHANNEL, [f"{self.tenant}/{id_}" for id_ in ids if id_])
        return True

    async def members(self) -> AsyncIterator[JSON]:
        service = await self.house.off_loop(self.found)
        url = address(service, "v3", "conversations", self.team, "pagedmembers")
        more = ""
        while True:
            page = await self.post.connector.insist("GET", f"{url}?pageSize={PAGE}{more}")
            for each in entries(page, "members"):
                yield each
            token = text(page, "continuationToken")
            if not token:
                return
            more = f"&continuationToken={token}"

    def found(self) -> str:
        """Where the team is written to: Teams told it when the bot was put into it."""
        with self.house.ledger.unit() as unit:
            for seat in unit.seats.addresses(CHANNEL):
                if seat.reference.get("team") == {"id": self.team}:
                    return str(seat.reference["serviceUrl"])
        return self.service
