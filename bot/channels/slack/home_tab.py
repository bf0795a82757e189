"""The home tab: one's own matters, what can be done here, language and reminders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.conversation import replies
from bot.conversation.inbox import Reply
from bot.conversation.turns import Opened
from bot.dialog import Button, Weight, as_is
from bot.domain.languages import Language
from bot.language.speak import Speech

from . import words
from .blocks import JSON, context, heading
from .desk import Desk
from .limits import VIEW_BLOCKS
from .lines import pressable, told
from .posting import unsaid
from .read import Heard
from .workspace import Refused, Slack, Unreached

MATTERS = "matters"
"""The dialog that lists one's own matters; it asks nothing."""
REMINDERS = "reminders"
OWN_NAMES = {Language.FI: "suomi", Language.SV: "svenska"}


@dataclass(frozen=True)
class HomeTab:
    desk: Desk

    async def show(self, slack: Slack, heard: Heard) -> None:
        turn = heard.turn(Opened(MATTERS), self.desk.house.clock.now())
        reply = await self.desk.house.off_loop(lambda: self.desk.house.inbox.glance(turn))
        view = {"type": "home", "blocks": [*self.blocks(reply)][:VIEW_BLOCKS]}
        try:
            await slack.call("views.publish", {"user_id": heard.user, "view": view}, patient=True)
        except (Refused, Unreached) as error:
            unsaid(error, "home tab not shown")

    def blocks(self, reply: Reply) -> Iterator[JSON]:
        speech = self.desk.house.speech(reply.language)
        yield from pressable(self.languages(reply.language), speech)
        yield {"type": "divider"}
        yield heading(speech(words.WELCOME))
        yield from told(reply.message, speech)
        yield from pressable(reply.message.buttons, speech)
        yield {"type": "divider"}
        yield from self.menu(speech)

    def languages(self, now: Language) -> tuple[Button, ...]:
        """Each by its own name, so that anyone finds theirs."""
        return tuple(
            Button(
                as_is(name),
                "language",
                {"language": language},
                Weight.MAIN if language is now else Weight.PLAIN,
            )
            for language, name in OWN_NAMES.items()
        )

    def menu(self, speech: Speech) -> Iterator[JSON]:
        catalogue = self.desk.house.inbox.catalogue
        offered = (*(name for name in replies.MENU if name != MATTERS), REMINDERS)
        yield context(speech(words.MENU))
        yield from pressable(replies.buttons(catalogue, offered), speech)
