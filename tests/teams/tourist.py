"""A person who sees every card in both languages, and has an answer to every question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.dialog import (
    Amount,
    Ask,
    Attach,
    ChooseMany,
    Chosen,
    Count,
    Day,
    Kilometres,
    TimeOfDay,
    YesNo,
)
from bot.domain.languages import Language
from tests.claims.test_receipt_files import PDF
from tests.claims.test_receipts_and_papers import uploaded

from .chat import TeamsChat

MEMBERS = "Ryhmä;Vuosi;Nimi\nIKI-ryhmä;2026;Aino"
WORDS = (
    "Turku, Rauma, Turku",
    "aino@aura.example",
    "joka viikko maanantaisin klo 9",
    "https://a.fi",
    MEMBERS,
)


@dataclass
class Tourist(TeamsChat):
    """Sees every card in both languages."""

    def draws(self) -> None:
        reply = self.reply
        assert reply is not None
        for language in sorted(Language, key=lambda each: each == reply.language):
            self.reply = replace(reply, language=language)
            super().draws()


def choiceless(ask: Ask) -> bool:
    return isinstance(ask.question, Chosen) and not ask.options


def answer(person: Tourist, ask: Ask, turn: int) -> str:
    """Something that may stand, in the wire form; another thing each time."""
    now = person.house.clock.now()
    match ask.question:
        case Chosen():
            values = [option.value for option in ask.options]
            if isinstance(ask.question, ChooseMany) and turn % 2:
                return ",".join(values if turn % 4 == 1 else values[:2])
            return values[turn % len(values)]
        case YesNo():
            return "no" if turn % 4 == 3 else "yes"
        case Count(least=least):
            return str(max(1, least) + turn)
        case Amount() | Kilometres():
            return "12.5"
        case Day():
            return (now + timedelta(days=-9 if turn % 2 else 7 + 7 * turn)).date().isoformat()
        case TimeOfDay():
            return f"{9 + turn % 9:02}:30"
        case Attach():
            return "" if ask.question.optional else file(person, ask)
    return WORDS[turn % len(WORDS)]


def file(person: Tourist, ask: Ask) -> str:
    content = MEMBERS.encode() if ask.dialog == "import_members" else PDF
    return uploaded(person.house, person.name, "tiedosto", content)
