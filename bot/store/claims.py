"""Claims: each one row, changed only by whoever read its newest revision."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.conversation.ports import Overtaken
from bot.domain.claims.claims import Claim, ClaimId, ClaimState
from bot.domain.ids import PersonId

from .columns import table
from .tables import FileRow
from .tables_claims import ClaimRow, ReceiptRow

CLAIMS, RECEIPTS, FILES = table(ClaimRow), table(ReceiptRow), table(FileRow)
BODY = select(CLAIMS.c.body, CLAIMS.c.traveller)
CONTENT: TypeAdapter[Claim] = TypeAdapter(Claim)
"""Reads and writes the whole of a claim as JSON, and checks it on the way in."""


class SqlClaims:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, claim: ClaimId) -> Claim | None:
        return next(iter(self.many(BODY.where(CLAIMS.c.id == claim))), None)

    def of(self, person: PersonId) -> tuple[Claim, ...]:
        newest = (CLAIMS.c.last_day.desc(), CLAIMS.c.number.desc(), CLAIMS.c.id)
        return self.many(BODY.where(CLAIMS.c.traveller == person).order_by(*newest))

    def in_states(self, states: Collection[ClaimState]) -> tuple[Claim, ...]:
        wanted = BODY.where(CLAIMS.c.state.in_(states))
        return self.many(wanted.order_by(CLAIMS.c.number_year, CLAIMS.c.sequence, CLAIMS.c.id))

    def in_year(self, year: int) -> tuple[Claim, ...]:
        within = CLAIMS.c.last_day.between(date(year, 1, 1), date(year, 12, 31))
        return self.many(BODY.where(within))

    def between(self, first: date, last: date) -> tuple[Claim, ...]:
        return self.many(BODY.where(CLAIMS.c.first_day <= last, CLAIMS.c.last_day >= first))

    def next_number(self, year: int) -> int:
        highest = select(func.max(CLAIMS.c.sequence)).where(CLAIMS.c.number_year == year)
        return (self.connection.execute(highest).scalar() or 0) + 1

    def keep(self, claim: Claim, since: int, sequence: int | None = None) -> None:
        """Raises Overtaken where it was changed since, or its number was just taken."""
        values = columns(claim)
        if sequence is not None and claim.submitted is not None:
            values |= {"number_year": claim.submitted.year, "sequence": sequence}
        try:
            with self.connection.begin_nested():
                self.write(values, since)
                self.write_receipts(claim)
        except IntegrityError:
            raise Overtaken from None

    def write(self, values: dict[str, Any], since: int) -> None:
        if since == 0:
            self.connection.execute(insert(CLAIMS), values)
            return
        mine = (CLAIMS.c.id == values["id"]) & (CLAIMS.c.revision == since)
        if self.connection.execute(update(CLAIMS).where(mine), values).rowcount == 0:
            raise Overtaken

    def write_receipts(self, claim: Claim) -> None:
        """As far as the files are there: receipts go before the claim that names them."""
        self.connection.execute(delete(RECEIPTS).where(RECEIPTS.c.claim == claim.id))
        digests = {receipt.id: receipt.digest for receipt in claim.receipts}
        there = select(FILES.c.id).where(FILES.c.id.in_(digests))
        rows = [
            {"claim": claim.id, "file": row.id, "digest": digests[row.id]}
            for row in (self.connection.execute(there) if digests else ())
        ]
        if rows:
            self.connection.execute(insert(RECEIPTS), rows)

    def with_receipts(self, digests: Collection[str]) -> tuple[Claim, ...]:
        same = select(RECEIPTS.c.claim).where(RECEIPTS.c.digest.in_(digests))
        return self.many(BODY.where(CLAIMS.c.id.in_(same))) if digests else ()

    def drop_receipts(self, before: date) -> int:
        """Delete the files of claims invoiced before a day, unless a later claim has them too."""
        old = CLAIMS.c.invoiced.is_not(None) & (CLAIMS.c.invoiced < before)
        still = CLAIMS.c.invoiced.is_(None) | (CLAIMS.c.invoiced >= before)
        files = select(RECEIPTS.c.file).join(CLAIMS, CLAIMS.c.id == RECEIPTS.c.claim)
        done = FILES.c.id.in_(files.where(old)) & FILES.c.id.not_in(files.where(still))
        return self.connection.execute(delete(FILES).where(done)).rowcount

    def discard(self, claim: Claim) -> None:
        draft = CLAIMS.c.state == ClaimState.DRAFT
        mine = (CLAIMS.c.id == claim.id) & (CLAIMS.c.revision == claim.revision)
        if self.connection.execute(delete(CLAIMS).where(mine, draft)).rowcount == 0:
            raise Overtaken

    def many(self, wanted: Select[Any]) -> tuple[Claim, ...]:
        return tuple(value(row) for row in self.connection.execute(wanted))


def value(row: Row[Any]) -> Claim:
    """With the traveller as the column names them: accounts are joined, and people forgotten."""
    claim = CONTENT.validate_python(row.body)
    return replace(claim, traveller=replace(claim.traveller, person=row.traveller))


def columns(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "traveller": claim.traveller.person,
        "employer": claim.employer,
        "errand": claim.errand,
        "state": claim.state.value,
        "revision": claim.revision,
        "number": claim.number or None,
        "first_day": claim.days[0] if claim.days else None,
        "last_day": claim.days[-1] if claim.days else None,
        "invoiced": claim.invoiced,
        "body": CONTENT.dump_python(claim, mode="json"),
    }
