"""The page as HTML, in the language of the one who looks at it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, timedelta, tzinfo
from pathlib import Path
from secrets import token_hex
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.conversation.posts import Post
from bot.dialog import Button, Message, Phrase, just
from bot.language.speak import Speech

from . import words
from .fields import Field, field
from .page import Look
from .people import OWN, Company, Viewer

LANGUAGES = {"fi": "Suomi", "sv": "Svenska"}
ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
ENVIRONMENT.policies["urlize.rel"] = "noreferrer"


@dataclass(frozen=True)
class Entry:
    """A post as it stands among the others."""

    post: Post
    day: Phrase | None
    """The day it opens, where the one before was of another."""
    asked: Phrase | None
    """The question that was open, where it was answered in words."""
    read_back: bool
    """Whether the answers in it are to be read here."""
    own: bool
    author: str

    @property
    def empty(self) -> bool:
        said = self.post.said
        papers = said.pictures + said.documents
        answers = self.read_back and said.answered
        return not (said.text or said.buttons or said.tables or papers or self.asked or answers)


@dataclass(frozen=True)
class Drawing:
    company: Company
    zone: tzinfo

    def page(self, look: Look, nonce: str, ahead: timedelta) -> str:
        """`nonce` lets our own script run; `ahead` is how far the clock has been moved."""
        more = {"nonce": nonce, "ahead": int(ahead.total_seconds())}
        return self.rendered("page.html", look, script_words=self.script_words(look), **more)

    def article(self, look: Look) -> str:
        """One new post, for a page that is open."""
        return self.rendered("article.html", look)

    def rendered(self, template: str, look: Look, **more: object) -> str:
        say = Speech(look.language, self.zone)
        parts = {
            "look": look,
            "viewer": look.viewer,
            "company": self.company,
            "own_room": OWN,
            "languages": LANGUAGES,
            "say": say,
            "just": just,
            "words": {name: say(phrase) for name, phrase in words.WORDS.items()},
            "unread": lambda count: say(words.unread(count)),
            "welcome": words.welcome,
            "entries": self.entries(look),
            "fields": fields_of(look.present, look.language, self.zone, look.files),
            "menu": menu(look),
            "live": look.present.form and (look.present.asks or look.present.moves),
            "link": lambda **to: link(look.viewer, **to),
            "turn_to": f"/turn?{link(look.viewer)}",
            "turn": lambda: token_hex(16),
            "zone": self.zone,
            "facts": lambda given: json.dumps(dict(given)),
        }
        return ENVIRONMENT.get_template(template).render(parts | more)

    def script_words(self, look: Look) -> str:
        say = Speech(look.language, self.zone)
        names = (
            "choose",
            "choose_files",
            "file_too_large",
            "filter",
            "lost",
            "move_on",
            "no_match",
        )
        told = {name: say(words.WORDS[name]) for name in (*names, "show")}
        one, many = map(say, words.matches())
        return json.dumps({**told, "one": one, "many": many})

    def entries(self, look: Look) -> list[Entry]:
        """What is worth showing: a reply that only asked stands in the form that is open."""
        found: list[Entry] = []
        before: date | None = None
        for post, following in zip(look.posts, (*look.posts[1:], None), strict=False):
            day = post.at.astimezone(self.zone).date()
            entry = self.entry(post, following, look, None if day == before else words.day(day))
            if not entry.empty:
                found.append(entry)
                before = day
        return found

    def entry(self, post: Post, following: Post | None, look: Look, day: Phrase | None) -> Entry:
        said = following.said.text if following is not None and following.author else ()
        was_read_back = post.asked is None and post.said.form != look.present.form
        return Entry(
            post=post,
            day=day,
            asked=post.asked if said and said[0].verbatim else None,
            read_back=bool(post.author) or was_read_back,
            own=post.author == look.viewer.who.id,
            author=self.company.name(post.author),
        )


def fields_of(
    message: Message, language: str, zone: tzinfo, files: Mapping[str, str]
) -> tuple[Field, ...]:
    """The questions of a message; `files` are the names of files handed in, by their ids."""
    others = [each for each in LANGUAGES if each != language]
    say, other = Speech(language, zone), Speech(others[0], zone)
    return tuple(
        field(ask, say, other, {key: name for key, name in files.items() if key in ask.given})
        for ask in message.asks
    )


def menu(look: Look) -> list[Button]:
    """What may be begun when nothing is open, but for what the last word has just offered."""
    offered = look.posts[-1].said.buttons if look.posts else ()
    return [button for button in look.present.buttons if button not in offered]


def link(viewer: Viewer, **to: str) -> str:
    """Where to go on the page: who one is and the room stay, unless they are told."""
    return urlencode({"who": viewer.who.id, "room": viewer.room.id, **to})


def notice(phrase: Phrase) -> str:
    """An error page, in both languages: nobody knows yet who is asking."""
    told = {language: Speech(language, UTC)(phrase) for language in LANGUAGES}
    return ENVIRONMENT.get_template("notice.html").render(told=told)
