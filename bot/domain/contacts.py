"""Whom a region writes to, and where its invoices go. Roles, never persons (ACT-14)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.names import Name


@dataclass(frozen=True)
class Contact:
    role: str
    name: Name
    mailbox: str | None
    """None: AKE has not set it yet."""


@dataclass(frozen=True)
class Invoicing:
    """What a municipality needs to send the AKE library an e-invoice (D-18)."""

    payer: Name
    business_id: str
    vat_number: str
    operator: str
    """The number of the e-invoice operator."""
    operator_name: str
    address: str
    """The part of the e-invoice address that all units of the payer share."""
    address_suffix: str | None
    """The part that is the AKE library's own. None: AKE has not set it yet."""
    reference: str | None
    """The orderer's reference. None: AKE has not set it yet."""
    payment_days: int
    rate_scheme: str
    """Which of the region's rates cap what is invoiced for a kilometre (D-15)."""
