"""A tour of all dialogs: each is opened, answered wrongly and rightly, read back and sent."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from bot.app import House
from bot.channels import text
from bot.conversation.turns import Gave, Opened
from bot.dialog import (
    Attach,
    Button,
    Dialog,
    Message,
    Move,
    _,
)
from bot.store.notifications import NOTIFICATIONS
from bot.store.people import IDENTITIES
from dialogs import CATALOGUE
from tests.chat import StillClock

from .tourist import Tourist, answer, choiceless

CARDS = 14
"""So many cards of one dialog are filled; more means that it goes round in circles."""
WRONG = _("I need an answer to this one.")
DEEP = 4
"""So many dialogs after one another, as each offers the next."""


Event = Callable[[House, StillClock], None]


@dataclass
class Tour:
    """`seen` tells what has been drawn of each dialog."""

    house: House
    clock: StillClock
    people: tuple[str, ...]
    database: Path
    seen: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in CATALOGUE})
    ended: set[str] = field(default_factory=set)
    """Dialogs that have done what they are there for."""

    def watches(self, replacing: Callable[[object, str, object], None]) -> None:
        for kind in CATALOGUE.values():
            replacing(kind, "submit", self.noting(kind))

    def noting(self, kind: type[Dialog]) -> Callable[[Dialog], Message]:
        submit = kind.submit

        def noted(dialog: Dialog) -> Message:
            message = submit(dialog)
            self.ended.add(kind.name)
            return message

        return noted

    def everywhere(self, *events: Event) -> None:
        """After each of the events, one after the other."""
        for event in events:
            event(self.house, self.clock)
            beginning = self.kept("beginning")
            self.all_from(beginning)
            self.back_to(beginning)

    def all_from(self, beginning: Path) -> None:
        self.back_to(beginning)
        self.goes_on(Tourist(self.house, self.people[0]), DEEP, set())
        for name in CATALOGUE:
            for who in self.people:
                if "ending" not in self.seen[name]:
                    self.back_to(beginning)
                    self.goes(Tourist(self.house, who), Button(CATALOGUE[name].title, name), DEEP)

    # One dialog

    def goes(self, person: Tourist, button: Button, deep: int) -> None:
        """Through one dialog, and on to those that it offers or plans and nobody has seen yet."""
        name, before, planned = button.opens, self.kept(f"{deep}"), self.planned()
        person.puts(Opened(name, button.given))
        if self.at(person) != name and person.last.form is not None:
            return
        self.sees(name, "first")
        given = self.fills(person, name)
        if given and CATALOGUE[name].confirm and not person.last.moves:
            self.back_to(before)
            self.reads_back(person, name, {**button.given, **given})
        self.ends(person, name, filled=bool(given))
        if deep:
            self.goes_on(person, deep - 1, planned)

    def fills(self, person: Tourist, name: str) -> dict[str, str]:
        """Wrongly first; what was given in the end."""
        if not person.last.asks:
            return {}
        self.troubled(person, name)
        given = self.fails(person, name) if any(person.actions("answer")) else {}
        for turn in range(CARDS):
            asks = [ask for ask in person.last.asks if self.at(person) == name]
            here = {ask.name: answer(person, ask, turn) for ask in asks if not choiceless(ask)}
            if not any(here.values()):
                break
            given |= here
            self.gives(person, here)
        return given

    def fails(self, person: Tourist, name: str) -> dict[str, str]:
        empty = {each["id"]: "" for each in person.inputs()}
        person.puts(Gave(empty, person.form()))
        return empty

    def troubled(self, person: Tourist, name: str) -> None:
        """Every question with something wrong at it."""
        said = person.last
        asks = tuple(replace(ask, problem=WRONG) for ask in said.asks)
        person.last = replace(said, asks=asks)
        person.draws()
        person.last = said
        person.draws()
        self.sees(name, "problem")

    def gives(self, person: Tourist, answers: dict[str, str]) -> None:
        files = {ask.name for ask in person.last.asks if isinstance(ask.question, Attach)}
        told = {name: words for name, words in answers.items() if name not in files}
        person.gives(**(told or answers))

    def reads_back(self, person: Tourist, name: str, given: dict[str, str]) -> None:
        reply = self.house.inbox.answer(person.turn(Opened(name, given, words=True)))
        person.reply, person.last = reply, reply.message
        person.draws()

    def ends(self, person: Tourist, name: str, *, filled: bool) -> None:
        if Move.SEND in person.last.moves and self.at(person) == name:
            self.sees(name, "review")
            person.sends()
        if name in self.ended:
            self.sees(name, "ending")
            if filled and CATALOGUE[name].confirm and "review" not in self.seen[name]:
                self.sees(name, "sent unread")

    def goes_on(self, person: Tourist, deep: int, planned: set[str]) -> None:
        here = self.kept(f"after {deep}")
        offered = [
            (person, button, self.clock.now()) for button in text.pressable(person.last).values()
        ]
        now = self.clock.now()
        for who, button, at in [*offered, *self.told(planned)]:
            if button.opens in CATALOGUE and "ending" not in self.seen[button.opens]:
                self.back_to(here)
                self.clock.at = max(now, at)
                self.goes(replace(who), button, deep)
        self.clock.at = now

    def sees(self, name: str, what: str) -> None:
        self.seen[name].add(what)

    def at(self, person: Tourist) -> str:
        return person.last.form.dialog if person.last.form else ""

    # What is planned to be said

    def planned(self) -> set[str]:
        with self.house.ledger.engine.connect() as connection:
            return set(connection.execute(select(NOTIFICATIONS.c.key)).scalars())

    def told(self, before: Iterable[str]) -> Iterator[tuple[Tourist, Button, datetime]]:
        """What has been planned since: for whom, and what it opens."""
        new = (
            select(IDENTITIES.c.external, *(NOTIFICATIONS.c[n] for n in ("opens", "facts", "due")))
            .join_from(NOTIFICATIONS, IDENTITIES, NOTIFICATIONS.c.person == IDENTITIES.c.person)
            .where(NOTIFICATIONS.c.key.not_in(before))
        )
        with self.house.ledger.engine.connect() as connection:
            rows = connection.execute(new).all()
        for row in rows:
            title = CATALOGUE[row.opens].title
            yield Tourist(self.house, row.external), Button(title, row.opens, row.facts), row.due

    # Back in time

    def kept(self, name: str) -> Path:
        self.house.ledger.engine.dispose()
        return Path(shutil.copy(self.database, self.database.with_name(name)))

    def back_to(self, kept: Path) -> None:
        self.house.ledger.engine.dispose()
        for beside in ("-wal", "-shm"):
            self.database.with_name(f"{self.database.name}{beside}").unlink(missing_ok=True)
        shutil.copy(kept, self.database)
