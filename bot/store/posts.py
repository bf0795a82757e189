"""What was said on the local page, who has read it, and how far its clock is ahead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from bot.conversation.messages import message_from_json, message_to_json
from bot.conversation.plain import JSON, phrase_from_json, phrase_to_json
from bot.conversation.posts import Post, Unsettled
from bot.conversation.turns import FormId

from .columns import insertion, table
from .tables_page import PageClockRow, PostRow, ReadRow

POSTS, READ, CLOCK = table(PostRow), table(ReadRow), table(PageClockRow)


class SqlPosts:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, post: Post) -> Post | None:
        statement = insertion(self.connection)(POSTS).values(row(post)).on_conflict_do_nothing()
        found = self.connection.execute(statement.returning(POSTS.c.id)).scalar()
        return None if found is None else replace(post, id=found)

    def has(self, place: str, key: str) -> bool:
        found = select(POSTS.c.id).where(POSTS.c.place == place, POSTS.c.key == key)
        return self.connection.execute(found).first() is not None

    def find(self, post: int) -> Post | None:
        return next(iter(self.many(select(POSTS).where(POSTS.c.id == post))), None)

    def latest(self, place: str, most: int, before: int | None = None) -> tuple[Post, ...]:
        older = select(POSTS).where(POSTS.c.place == place)
        if before is not None:
            older = older.where(POSTS.c.id < before)
        return self.many(older.order_by(POSTS.c.id.desc()).limit(most))[::-1]

    def since(self, place: str, post: int) -> tuple[Post, ...]:
        newer = select(POSTS).where(POSTS.c.place == place, POSTS.c.id > post)
        return self.many(newer.order_by(POSTS.c.id))

    def many(self, wanted: Select[Any]) -> tuple[Post, ...]:
        return tuple(value(each) for each in self.connection.execute(wanted))

    def read(self, who: str, place: str, post: int) -> None:
        here = (READ.c.who == who, READ.c.place == place)
        known = self.connection.execute(select(READ.c.post).where(*here)).scalar()
        if known is None:
            self.connection.execute(insert(READ), {"who": who, "place": place, "post": post})
        elif known < post:
            self.connection.execute(update(READ).where(*here), {"post": post})

    def unread(self, who: str, places: Iterable[str]) -> Mapping[str, int]:
        here = (READ.c.who == who) & (READ.c.place == POSTS.c.place)
        counted = (
            select(POSTS.c.place, func.count().label("unread"))
            .outerjoin(READ, here)
            .where(POSTS.c.place.in_(list(places)), POSTS.c.author != who)
            .where(POSTS.c.id > func.coalesce(READ.c.post, 0))
            .group_by(POSTS.c.place)
        )
        return {row.place: row.unread for row in self.connection.execute(counted)}

    def ahead(self) -> timedelta:
        seconds = self.connection.execute(select(CLOCK.c.ahead)).scalar()
        return timedelta(seconds=seconds or 0)

    def move_ahead(self, ahead: timedelta) -> None:
        kept = {"ahead": int(ahead.total_seconds())}
        statement = insertion(self.connection)(CLOCK).values({"id": 1, **kept})
        moved = statement.on_conflict_do_update(index_elements=["id"], set_=kept)
        self.connection.execute(moved)


def row(post: Post) -> dict[str, Any]:
    return {
        "place": post.place,
        "key": post.key,
        "author": post.author,
        "said": message_to_json(replace(post.said, asks=())),
        "asked": post.asked and phrase_to_json(post.asked),
        "unsettled": post.unsettled and unsettled_to_json(post.unsettled),
        "at": post.at,
    }


def value(kept: Row[Any]) -> Post:
    return Post(
        kept.place,
        kept.key,
        kept.author,
        message_from_json(kept.said),
        kept.at,
        kept.asked and phrase_from_json(kept.asked),
        kept.unsettled and unsettled_from_json(kept.unsettled),
        kept.id,
    )


def unsettled_to_json(unsettled: Unsettled) -> JSON:
    problems = {name: phrase_to_json(why) for name, why in unsettled.problems.items()}
    form, typed = vars(unsettled.form), dict(unsettled.typed)
    return {"form": form, "typed": typed, "problems": problems}


def unsettled_from_json(kept: JSON) -> Unsettled:
    problems = {name: phrase_from_json(why) for name, why in kept["problems"].items()}
    return Unsettled(FormId(**kept["form"]), kept["typed"], problems)
