"""Papers that messages name: made when they are fetched, and put into the private conversation."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.papers import Gone, Withheld, make
from bot.conversation.turns import Said
from bot.dialog import Paper, Phrase, say
from bot.domain.languages import Language

from . import words
from .desk import Desk
from .draw import modal
from .posting import in_private, private_channel, unsaid, write
from .read import Heard
from .workspace import JSON, Refused, Slack, Unreached


@dataclass(frozen=True)
class Handouts:
    desk: Desk

    async def fetched(self, slack: Slack, heard: Heard, paper: Paper, payload: JSON) -> None:
        """The maker asks anew whether this person may have it."""
        content, language = await self.desk.house.off_loop(lambda: self.made(heard, paper))
        why = content if isinstance(content, Phrase) else None
        if not isinstance(content, Phrase):
            why = await self.uploaded(slack, heard, paper, content)
        speech = self.desk.house.speech(language)
        try:
            if payload.get("view"):
                view = modal(say(why or words.SENT_THERE), speech)
                method = "views.push" if payload["view"]["type"] == "modal" else "views.open"
                await slack.call(method, {"trigger_id": heard.trigger, "view": view})
            elif why is not None:
                await write(slack, in_private(heard), say(why), speech, heard.key)
        except (Refused, Unreached) as error:
            unsaid(error, "not told of a paper")

    async def uploaded(
        self, slack: Slack, heard: Heard, paper: Paper, content: bytes
    ) -> Phrase | None:
        """Why it is not there; None where it is."""
        try:
            channel = await private_channel(slack, in_private(heard).channel)
            await slack.upload(channel, paper.file_name, paper.title.text, content)
        except (Refused, Unreached) as error:
            unsaid(error, "paper not handed out")
            return words.NOT_TAKEN
        return None

    def made(self, heard: Heard, paper: Paper) -> tuple[bytes | Phrase, Language]:
        """The content, or why there is none, and the language that the person speaks."""
        house = self.desk.house
        turn = heard.turn(Said(""), house.clock.now())
        with house.ledger.unit() as unit:
            occasion = house.inbox.occasion(turn, unit)
            try:
                content, _media_type = make(paper, occasion, house.papers)
            except Withheld:
                return words.NOT_YOURS, occasion.language
            except Gone:
                return words.PAPER_GONE, occasion.language
            return content, occasion.language
