"""What the page shows. All of it touches the database, so doors run it on a worker thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.conversation.inbox import Reply
from bot.conversation.papers import Gone, make
from bot.conversation.posts import PageUnit, Post
from bot.conversation.turns import FormId, Moved, Sender
from bot.dialog import Attach, Message, Move, Paper

from .house import House
from .people import OWN, Company, Viewer, place

SHOWN = 60
"""So many posts stand on a page."""


@dataclass(frozen=True)
class Look:
    """All that one view of the page shows."""

    viewer: Viewer
    language: str
    now: datetime
    posts: tuple[Post, ...]
    present: Message
    unread: Mapping[str, int]
    """By place; of other people's private places, what they have not read themselves."""
    files: Mapping[str, str]
    """Names of files handed in that a form still holds, by their ids."""
    more: bool = False
    elsewhere: bool = False
    """Whether what is open is the person's own matter and this is a room of many."""


@dataclass(frozen=True)
class Page:
    house: House
    company: Company

    def now(self) -> datetime:
        return self.house.inbox.clock.now()

    def present(self, viewer: Viewer) -> Reply:
        """What is open for somebody, found by a turn that is never carried."""
        return self.house.present_now(viewer.turn("", Moved(Move.BACK), self.now()))

    def look(self, viewer: Viewer, before: int | None = None) -> Look:
        reply = self.present(viewer)
        with self.house.ledger.unit() as unit:
            posts = unit.posts.latest(viewer.place, SHOWN + 1, before)
            if posts:
                unit.posts.read(viewer.who.id, viewer.place, posts[-1].id)
            present = with_unsettled(reply.message, viewer, unit)
            files = held(present, viewer.who.sender, unit)
            unread = self.unread(viewer, unit)
            unit.commit()
        shown, more = posts[-SHOWN:], len(posts) > SHOWN
        private = not viewer.room.private and self.is_private(present)
        language, now = reply.language, self.now()
        return Look(viewer, language, now, shown, present, unread, files, more, private)

    def is_private(self, present: Message) -> bool:
        kind = self.house.inbox.catalogue.get(present.form.dialog) if present.form else None
        return kind is not None and kind.private

    def since(self, viewer: Viewer, post: int) -> tuple[Post, ...]:
        with self.house.ledger.unit() as unit:
            return unit.posts.since(viewer.place, post)

    def glance(self, viewer: Viewer, post: Post) -> Look:
        """What one new post changes on somebody's open page."""
        reply = self.present(viewer)
        with self.house.ledger.unit() as unit:
            if post.place == viewer.place:
                unit.posts.read(viewer.who.id, post.place, post.id)
            unread = self.unread(viewer, unit)
            unit.commit()
        return Look(viewer, reply.language, self.now(), (post,), reply.message, unread, {})

    def unread(self, viewer: Viewer, unit: PageUnit) -> Mapping[str, int]:
        rooms = [viewer.at(room).place for room in self.company.rooms]
        counts = dict(unit.posts.unread(viewer.who.id, rooms))
        for person in self.company.people:
            if person != viewer.who:
                counts.update(unit.posts.unread(person.id, [place(person, OWN)]))
        return counts

    def keep_ahead(self, ahead: timedelta) -> None:
        with self.house.ledger.unit() as unit:
            unit.posts.move_ahead(ahead)
            unit.commit()

    def paper(self, viewer: Viewer, post: int, number: int) -> tuple[Paper, bytes, str]:
        """A paper of a post, its content and media type. Raises Withheld and Gone."""
        with self.house.ledger.unit() as unit:
            found = unit.posts.find(post)
            places = {viewer.at(room).place for room in self.company.rooms}
            if found is None or found.place not in places:
                raise Gone
            papers = dict(enumerate(found.said.pictures + found.said.documents))
            if number not in papers:
                raise Gone
            turn = viewer.turn("", Moved(Move.BACK), self.now())
            occasion = self.house.inbox.occasion(turn, unit)
            return papers[number], *make(papers[number], occasion, self.house.papers)


def with_unsettled(present: Message, viewer: Viewer, unit: PageUnit) -> Message:
    """The open questions, with what was last sent in answer to them and could not stand."""
    form = present.form and FormId(present.form.draft, present.form.revision)
    posts = unit.posts.latest(place(viewer.who, OWN), SHOWN)
    found = [p.unsettled for p in posts if p.unsettled and p.unsettled.form == form]
    if not found:
        return present
    typed, problems = found[-1].typed, found[-1].problems
    asks = tuple(
        replace(
            ask,
            given=typed.get(ask.name, ask.given),
            problem=ask.problem or problems.get(ask.name),
        )
        for ask in present.asks
    )
    return replace(present, asks=asks)


def held(present: Message, sender: Sender, unit: PageUnit) -> Mapping[str, str]:
    """The files that the open questions hold already: their names by their ids."""
    asks = [ask for ask in present.asks if isinstance(ask.question, Attach)]
    return own_files(sender, unit, (file for ask in asks for file in ask.given.split(",")))


def own_files(sender: Sender, unit: PageUnit, files: Iterable[str]) -> Mapping[str, str]:
    """The name of each file that the person has handed in; others are passed over."""
    found = [kept for file in files if file and (kept := unit.files.find(file))]
    if not found:
        return {}
    person = unit.people.by_identity(sender.channel, sender.id, sender.name).id
    return {kept.id: kept.name for kept in found if kept.person == person}
