"""The conversation of the local page in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from secrets import token_hex

from bot.channels import text
from bot.channels.web.people import Viewer
from bot.channels.web.read import MOST_WORDS, Deed, TooLong
from bot.channels.web.take import Take
from bot.channels.web.words import welcome
from bot.conversation.inbox import Reply
from bot.conversation.turns import Opened, Said
from bot.dialog import Message, as_is
from bot.local_page import open_page
from bot.serve import CannotServe
from bot.settings import Settings


@dataclass
class Chat:
    """One person at a keyboard: letters press buttons, and whatever else is typed is said."""

    take: Take
    viewer: Viewer
    last: Message = field(default_factory=Message)

    def begins(self, language: str | None) -> str:
        if language is not None:
            self.does(Deed(Opened("language", {"language": language})))
        present = self.take.page.present(self.viewer)
        if present.message.form is None:
            welcomed = replace(present.message, text=welcome(self.viewer.who.first_name))
            present = replace(present, message=welcomed)
        return self.shows(present)

    def says(self, words: str) -> str:
        if len(words) > MOST_WORDS:
            return self.shows(self.take.page.present(self.viewer), Message(text=(TooLong.why,)))
        pressed = text.pressable(self.last).get(words.strip().casefold())
        if pressed is not None:
            label = Message(text=(pressed.label,))
            return self.does(Deed(Opened(pressed.opens, pressed.given), label))
        return self.does(Deed(Said(words), Message(text=(as_is(words),))))

    def does(self, deed: Deed) -> str:
        reply, _taken = self.take.carried(self.viewer, token_hex(16), deed)
        return self.shows(reply)

    def shows(self, reply: Reply, instead: Message | None = None) -> str:
        self.last = reply.message
        return text.draw(instead or reply.message, self.take.page.house.speech(reply.language))


def chat(
    settings: Settings,
    who: str,
    language: str | None,
    lines: Iterable[str],
    say: Callable[[str], None],
) -> int:
    if settings.elsewhere:
        raise CannotServe("The bot is in Teams or Slack: its invented people stay out of there.")
    page = open_page(settings).page
    here = Chat(Take(page), page.company.viewer({"who": who}))
    say(here.begins(language))
    for line in lines:
        if line.strip():
            say(f"\n{here.says(line)}\n")
    return 0
