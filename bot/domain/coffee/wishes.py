"""Whom a coffee hour concerns, and of what each wants to be reminded (CO-3, D-20)."""

from __future__ import annotations

from bot.domain.ids import NetworkKey
from bot.domain.people import Person

EVERYONE = NetworkKey("everyone")
LEADS = ("week", "day", "soon")
"""A week, a day and a quarter of an hour before."""


def audience_wish(audience: NetworkKey) -> str:
    """The name of the wish that a person switches for one audience."""
    return f"coffee:{audience}"


def lead_wish(lead: str) -> str:
    """The name of the wish that a person switches for one kind of reminder."""
    return f"coffee.{lead}"


def follows(person: Person, audience: NetworkKey) -> bool:
    """Their own word; without one, those of the network do, and everyone follows the open ones."""
    usual = audience == EVERYONE or audience in person.networks
    return person.wishes.get(audience_wish(audience), usual)


def leads_off(person: Person) -> frozenset[str]:
    """Which reminders the person has turned off."""
    return frozenset(lead for lead in LEADS if not person.wishes.get(lead_wish(lead), True))
