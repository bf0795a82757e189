"""Each turn once, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from hashlib import blake2s

from bot.dialog import Message, Option
from bot.domain.languages import Language
from bot.domain.occasion import Occasion
from bot.domain.people import Person
from bot.domain.reckoning import Reckoned, Unreckoned
from bot.domain.regions import Region

from .endings import joined
from .hear import Ear, Understanding
from .ports import Clock, Ledger, Overtaken, Unit
from .respond import Respond
from .situations import Situation
from .stage import Catalogue
from .turns import Filled, Gave, Input, Said, Talk, Turn

TRIES = 20
"""How often a turn is redone when others were quicker; more means that something is wrong."""


@dataclass(frozen=True)
class Reply:
    """What to say, and in which language. `again` where this very turn had its reply before."""

    message: Message
    language: Language
    again: bool = False
    still: bool = False
    """Whether the conversation stands where it stood before this turn."""
    private: bool = False
    """Not to be shown where others read along: a channel says it to the person alone."""
    broken: bool = False
    """Whether there is nothing to say but that something went wrong."""
    planned: bool = False
    """Whether there is something new for the outbox to look at."""


@dataclass(frozen=True)
class Inbox:
    """Answers turns. Synchronous: doors run it in a worker thread."""

    ledger: Ledger
    region: Region
    catalogue: Catalogue
    understanding: Understanding
    guess: Callable[[str], Language | None]
    """The language that somebody seems to write in."""
    clock: Clock
    page: str = ""
    """The bot's own page as people's browsers find it; empty where they cannot."""

    def answer(self, turn: Turn) -> Reply:
        """Raises whatever a bug raises, with nothing changed.

        Long work is done between two transactions: the turn is undone, and carried anew.
        """
        reckoned: dict[Hashable, object] = {}
        for _attempt in range(TRIES):
            try:
                with self.ledger.unit() as unit:
                    return self.carried(turn, unit, reckoned)
            except Overtaken:
                continue
            except Unreckoned as asked:
                reckoned[asked.about] = asked.work()
        raise TimeoutError("the conversation keeps changing")

    def carried(self, turn: Turn, unit: Unit, reckoned: Reckoned) -> Reply:
        found = unit.situations.of(turn)
        talk = found.talk
        occasion = replace(self.acting(turn, unit, found), reckoned=reckoned)
        respond = self.respond(turn, occasion)
        if found.said is not None:
            reply = self.repeated(found.said, respond, talk)
            self.done(turn, unit)
            unit.commit()
            return reply
        outcome = respond(turn.input, talk)
        if outcome.talk != talk and not occasion.left:
            unit.talks.keep(occasion.who.id, turn.home, outcome.talk, found.revision)
        still = outcome.talk == talk
        if not (still and may_come_again(turn.input)):
            unit.turns.keep(turn, outcome.message, occasion.now)
        self.done(turn, unit)
        if not occasion.left:
            unit.addresses.renew(occasion.who.id, turn.address, occasion.now, found.heard)
        language = occasion.anew().language
        unit.commit()
        private, planned = outcome.private, unit.planned_some
        return Reply(outcome.message, language, still=still, private=private, planned=planned)

    def done(self, turn: Turn, unit: Unit) -> None:
        if turn.event is not None:
            unit.inbound.done(turn.address.channel, [turn.event], self.clock.now())

    def give_up(self, turn: Turn) -> None:
        """Let go of the event behind a turn that broke: it would break each time."""
        if turn.event is None:
            return
        with self.ledger.unit() as unit:
            self.done(turn, unit)
            unit.commit()

    def repeated(self, said: Message, respond: Respond, talk: Talk) -> Reply:
        """The words of the first time, with the questions as they are open now."""
        now = respond.shown(talk).message if talk.current else Message()
        language = respond.occasion.language
        return Reply(joined(said, now), language, again=True, private=True)

    def recall(self, turn: Turn) -> Reply | None:
        """What was said to a turn that came before, or what is open now; None where it never came.

        For drawing it again where it was seen by this person alone. Nothing is changed.
        """
        with self.ledger.unit() as unit:
            found = unit.situations.of(turn)
            if found.said is None:
                return None
            occasion = self.acting(turn, unit, found)
            shown = self.respond(turn, occasion).shown
            message = shown(found.talk).message if found.talk.current else found.said
            return Reply(message, occasion.language, again=True, private=True)

    def occasion(self, turn: Turn, unit: Unit) -> Occasion:
        """Who acts, and when."""
        return self.acting(turn, unit, unit.situations.of(turn))

    def acting(self, turn: Turn, unit: Unit, found: Situation) -> Occasion:
        """The same, of what has been read."""
        who = self.told(found.who, turn)
        if who is not found.who:
            unit.people.save(who)
        return Occasion(who, self.region, self.clock.now(), unit, page=self.page)

    def told(self, who: Person, turn: Turn) -> Person:
        """The person with what they had not told before: their name, and the language of their
        first words, or till then that of their client.
        """
        sender = turn.sender
        if sender.name and not who.name:
            who = replace(who, name=sender.name)
        if who.language is not None:
            return who
        if isinstance(turn.input, Said) and (guessed := self.guess(turn.input.text)) is not None:
            return replace(who, language=guessed)
        if sender.language not in (None, who.client_language):
            return replace(who, client_language=sender.language)
        return who

    def respond(self, turn: Turn, occasion: Occasion) -> Respond:
        coordinator = occasion.who.coordinator
        ear = Ear(self.understanding, occasion.language, occasion.now, coordinator)
        fresh = blake2s(f"{turn.address.channel} {turn.id}".encode(), digest_size=8).hexdigest()
        return Respond(self.catalogue, occasion, ear, fresh, alone=turn.address.private)

    def present(self, turn: Turn) -> Reply:
        """What is so now in this conversation, with nothing changed: for a page drawn anew."""
        with self.ledger.unit() as unit:
            found = unit.situations.of(turn)
            occasion = self.acting(turn, unit, found)
            message = self.respond(turn, occasion).shown(found.talk).message
            return Reply(message, occasion.language, private=True)

    def glance(self, turn: Turn) -> Reply:
        """What a turn would be answered where nothing is under way, with nothing changed."""
        reckoned: dict[Hashable, object] = {}
        for _attempt in range(TRIES):
            try:
                with self.ledger.unit() as unit:
                    found = unit.situations.of(turn)
                    occasion = replace(self.acting(turn, unit, found), reckoned=reckoned)
                    message = self.respond(turn, occasion)(turn.input, Talk()).message
                    return Reply(message, occasion.language, private=True)
            except Unreckoned as asked:
                reckoned[asked.about] = asked.work()
        raise TimeoutError("what is asked for keeps changing")

    def choices(self, turn: Turn, question: str) -> tuple[tuple[Option, ...], Language]:
        """The options that a question of the dialog under way has, and the person's language."""
        with self.ledger.unit() as unit:
            found = unit.situations.of(turn)
            occasion = self.acting(turn, unit, found)
            stage = self.respond(turn, occasion).stage(found.talk.current)
            choices = stage.dialog.choices.get(question) if stage else None
            return choices or (), occasion.language


def may_come_again(given: Input) -> bool:
    """A form that stays open is sent anew, and judged anew, under the same id."""
    return isinstance(given, Gave) and given.filled is Filled.WHOLE
