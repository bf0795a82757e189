"""The pages that links open, as HTML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo
from secrets import token_hex

from bot.channels.web.draw import ENVIRONMENT, LANGUAGES, fields_of
from bot.channels.web.words import WORDS
from bot.dialog import Phrase, just
from bot.language.speak import Speech

from . import words
from .desk import View


@dataclass(frozen=True)
class Drawing:
    zone: tzinfo

    def knock(self, language: str) -> str:
        """Before a link is opened: a button, for those who only look at it open nothing."""
        say = Speech(language, self.zone)
        told = [(language, say(words.KNOCK))]
        return self.rendered("knock.html", language, told=told, button=say(words.OPEN))

    def word(self, phrase: Phrase, language: str | None) -> str:
        """One sentence; in both languages where nobody knows who is reading."""
        spoken = [language] if language else list(LANGUAGES)
        told = [(each, Speech(each, self.zone)(phrase)) for each in spoken]
        return self.rendered("knock.html", spoken[0], told=told, button="")

    def page(self, view: View) -> str:
        say = Speech(view.language, self.zone)
        message = view.message
        waits = message.form and (message.asks or message.moves)
        closing = words.DONE if view.done else words.NOTHING
        return self.rendered(
            "visit.html",
            view.language,
            message=message,
            live=waits,
            fields=fields_of(message, view.language, self.zone, view.files),
            here_as=say(words.here_as(view.sender.name)) if view.sender.name else "",
            closing="" if waits else say(closing),
            papers=message.pictures + message.documents,
        )

    def rendered(self, template: str, language: str, **more: object) -> str:
        say = Speech(language, self.zone)
        parts: Mapping[str, object] = {
            "language": language,
            "title": say(words.TITLE),
            "say": say,
            "just": just,
            "words": {name: say(phrase) for name, phrase in WORDS.items()},
            "turn": lambda: token_hex(16),
            "turn_to": "/once/",
            "facts": lambda given: json.dumps(dict(given)),
        }
        return ENVIRONMENT.get_template(f"once/{template}").render({**parts, **more})
