"""What links open, and for whom. All of it touches the database: doors run it on a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from secrets import token_hex

from bot.channels.web.handed_in import with_files
from bot.channels.web.house import House
from bot.channels.web.page import held
from bot.channels.web.read import Deed, Fields, Shown, TooLong, read
from bot.channels.web.uploads import Upload, problems
from bot.conversation.inbox import Reply
from bot.conversation.links import VISIT, Link, digest, offer
from bot.conversation.papers import make
from bot.conversation.turns import Address, Gave, Input, Moved, Sender, Turn
from bot.dialog import Message, Move, Paper, Phrase, as_is


class Shut(Exception):
    """It opens nothing. `owner` is whose it was, where that is known."""

    def __init__(self, owner: Sender | None) -> None:
        super().__init__("the link opens nothing")
        self.owner = owner


@dataclass(frozen=True)
class View:
    """One look at the page."""

    sender: Sender
    language: str
    message: Message
    files: Mapping[str, str] = field(default_factory=dict)
    """Names of files handed in that the form still holds, by their ids."""
    done: bool = False
    """Whether something has just been carried and nothing is open now."""


@dataclass(frozen=True)
class Desk:
    house: House

    # Links

    def find(self, secret: str) -> Link:
        """What a link would open; nothing changes by looking. Raises Shut."""
        with self.house.ledger.unit() as unit:
            found = unit.links.find(digest(secret), self.house.inbox.clock.now())
            if found is None or found.what == "visit":
                raise Shut(unit.links.owner(digest(secret)))
            return found

    def use(self, secret: str) -> Link:
        """Open a link, for the last time. Raises Shut."""
        self.find(secret)
        with self.house.ledger.unit() as unit:
            used = unit.links.use(digest(secret), self.house.inbox.clock.now())
            if used is None:
                raise Shut(unit.links.owner(digest(secret)))
            unit.commit()
        return used

    def begin(self, sender: Sender) -> str:
        """A visit to the page; the secret that it is known by."""
        with self.house.ledger.unit() as unit:
            visit = Link(sender, "visit")
            secret = offer(unit.links, visit, self.house.inbox.clock.now(), VISIT)
            unit.commit()
        return secret

    def visitor(self, secret: str) -> Sender:
        """Raises Shut."""
        with self.house.ledger.unit() as unit:
            found = unit.links.find(digest(secret), self.house.inbox.clock.now())
            if found is None or found.what != "visit":
                raise Shut(unit.links.owner(digest(secret)))
            return found.sender

    # Papers

    def paper(self, link: Link) -> tuple[str, bytes, str]:
        """A paper's file name, content and media type. Raises Withheld and Gone."""
        name = link.about.get("file", "")
        paper = Paper(as_is(name), name, link.about.get("kind", ""), link.facts)
        with self.house.ledger.unit() as unit:
            occasion = self.house.inbox.occasion(self.turn(link.sender, "", nothing()), unit)
            return name, *make(paper, occasion, self.house.papers)

    # The page

    def turn(self, sender: Sender, key: str, given: Input) -> Turn:
        """One in the person's own conversation. Its id is their own: nobody else can repeat it.

        Nobody can be written to here, so the address is no private one.
        """
        name = f"once/{digest(sender.key)[:16]}/{key}"
        address = Address(sender.channel, "once", private=False)
        return Turn(name, sender, address, given, self.house.inbox.clock.now())

    def present(self, sender: Sender) -> Reply:
        return self.house.present_now(self.turn(sender, "", nothing()))

    def language(self, sender: Sender) -> str:
        return self.present(sender).language

    def look(self, sender: Sender) -> View:
        reply = self.present(sender)
        open_now = reply.message if reply.message.form else Message()
        return self.view(sender, reply.language, open_now)

    def view(self, sender: Sender, language: str, message: Message) -> View:
        with self.house.ledger.unit() as unit:
            files = held(message, sender, unit)
        return View(sender, language, message, files)

    def read(self, sender: Sender, fields: Fields, files: tuple[Upload, ...]) -> Deed | View:
        """What the person did; or the page again, where it cannot be taken as it is."""
        refused, present = problems(files), self.present(sender)
        if "draft" in fields.values:
            kept = () if refused else files
            fields = with_files(self.house, sender, fields, kept)
        shown = Shown(present.message, (), self.house.inbox.catalogue)
        try:
            deed = read(fields, shown)
        except TooLong as long:
            return self.view(sender, present.language, replace(present.message, text=(long.why,)))
        if deed is None:
            return self.look(sender)
        if refused and isinstance(deed.input, Gave):
            again = typed(present.message, deed.typed, refused)
            return self.view(sender, present.language, again)
        return deed

    def after(self, sender: Sender, reply: Reply, deed: Deed) -> View:
        """The page once a turn has been carried, with what could not stand as it was typed."""
        problem = {ask.name: ask.problem for ask in reply.message.asks if ask.problem}
        wrong = {name: text for name, text in deed.typed.items() if name in problem}
        message = typed(reply.message, wrong, problem)
        view = self.view(sender, reply.language, message)
        return replace(view, done=reply.message.form is None)


def nothing() -> Input:
    """For a turn that is never carried."""
    return Moved(Move.BACK)


def typed(message: Message, given: Mapping[str, str], wrong: Mapping[str, Phrase]) -> Message:
    """The open questions, with what was typed in them and what is wrong with it."""
    asks = tuple(
        replace(
            ask,
            given=given.get(ask.name, ask.given),
            problem=ask.problem or wrong.get(ask.name),
        )
        for ask in message.asks
    )
    lost = [why for name, why in wrong.items() if name not in {ask.name for ask in asks}]
    return replace(message, asks=asks, text=(*message.text, *lost))


def fresh(fields: Fields) -> str:
    """The one-time name of what was sent."""
    sent = fields.one("turn")
    return sent if len(sent) == 32 and sent.isalnum() else token_hex(16)
