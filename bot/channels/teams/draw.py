"""A message as what Teams shows: plain text, or an Adaptive Card with the same said in text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.channels import text
from bot.dialog import Message, Move, Phrase, Table, _
from bot.language.speak import Speech

from .actions import Actions, too_long
from .elements import entry, grid, heading, note, paragraph, read_back, wide
from .fit import MOST, Measure, measured, shortened, size
from .inputs import question
from .place import JSON

CARD = "application/vnd.microsoft.card.adaptive"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
SUMMARY = 250
"""Letters of what a notification on the desktop tells."""


@dataclass(frozen=True)
class Drawing:
    """Draws for one person. `whose` marks them, `in_place` a card that they alone see."""

    say: Speech
    whose: str = ""
    in_place: bool = False
    paged: bool = False

    @property
    def actions(self) -> Actions:
        return Actions(self.say, self.whose, self.in_place, self.paged)

    def activity(self, message: Message) -> JSON:
        """What is posted; the conversation it goes to is the door's to name."""
        if plain(message):
            return self.words("\n\n".join(map(self.say, message.text)))
        return self.framed(message, self.card(message))

    def framed(self, message: Message, card: JSON) -> JSON:
        """A card with what a notification tells of it."""
        summary = shortened(" ".join(map(self.say, told(message))), SUMMARY)
        return carrying(card, summary)

    def words(self, words: str) -> JSON:
        return {"type": "message", "textFormat": "plain", "text": words}

    def card(self, message: Message) -> JSON:
        """The roomiest card that fits."""
        card: JSON = {}
        for shorter, measure in measured(message):
            card = self.measured(shorter, measure)
            if size(card) <= MOST:
                break
        return card

    def measured(self, message: Message, measure: Measure) -> JSON:
        card = self.bare(list(self.body(message, measure)))
        below = list(self.actions.below(message))
        card |= {"actions": below} if below else {}
        return card | {"fallbackText": shortened(text.draw(message, self.say), measure.fallback)}

    def bare(self, body: list[JSON]) -> JSON:
        return {
            "$schema": SCHEMA,
            "type": "AdaptiveCard",
            "version": "1.5",
            "lang": self.say.language,
            "body": body,
            "msteams": {"width": "Full"},
        }

    def body(self, message: Message, measure: Measure) -> Iterator[JSON]:
        for phrase in message.text:
            yield paragraph(self.say(phrase))
        for table in message.tables:
            yield from self.table(table)
        for picture in message.pictures:
            yield note(self.say(picture.title))
            yield from self.actions.rows([self.actions.picture(picture)])
        papers = [self.actions.paper(each) for each in message.documents]
        buttons = [self.actions.button(each) for each in message.buttons]
        yield from self.actions.rows(papers + buttons)
        if message.form and message.moves:
            apart = bool(message.tables or message.pictures or papers or buttons)
            yield heading(self.say(message.form.title), apart=apart)
            yield from self.form(message, measure)

    def form(self, message: Message, measure: Measure) -> Iterator[JSON]:
        yield from read_back(message.answered, self.say)
        for ask in message.asks:
            yield question(ask, self.say, measure.options)
        if Move.SEND in message.moves:
            yield paragraph(self.say(_("Shall I send this?")), weight="Bolder", spacing="Medium")

    def table(self, table: Table) -> Iterator[JSON]:
        yield paragraph(self.say(table.caption), weight="Bolder")
        if not wide(table):
            yield grid(table, self.say)
            return
        actions = self.actions
        drawn = [[actions.button(each) for each in row.buttons] for row in table.rows]
        as_words = any(too_long(button) for buttons in drawn for button in buttons)
        for row, buttons in zip(table.rows, drawn, strict=True):
            items = [*entry(table, row, self.say), *actions.rows(buttons, as_words=as_words)]
            yield {"type": "Container", "separator": True, "spacing": "Medium", "items": items}

    # Cards that are the same for all who see them

    def neutral(self, data: JSON, user: str) -> JSON:
        """What others see where the rest is for one person: their client asks for `data`."""
        look = self.actions.execute(self.say(_("Show me")), data)
        seen = {key: part for key, part in look.items() if key not in ("fallback", "style")}
        body = [note(self.say(_("This answer is for the one who asked. Others do not see it.")))]
        refresh = {"type": "Refresh", "action": seen, "userIds": [user]}
        card = self.bare(body) | {"actions": [look], "refresh": refresh}
        return carrying(card, self.say(_("I have an answer for you.")))

    def linked(self, words: str, title: str, url: str) -> JSON:
        """A card with one link, for one person."""
        link = {"type": "Action.OpenUrl", "title": title, "url": url}
        card = self.bare([paragraph(words)]) | {"actions": [link], "fallbackText": words}
        return carrying(card, words)


def carrying(card: JSON, summary: str) -> JSON:
    attachment = {"contentType": CARD, "content": card}
    return {"type": "message", "summary": summary, "attachments": [attachment]}


def plain(message: Message) -> bool:
    """Whether the message is words and nothing else."""
    return message == Message(text=message.text)


def told(message: Message) -> Iterator[Phrase]:
    yield from message.text
    yield from (table.caption for table in message.tables[:1])
    yield from (ask.question.prompt for ask in message.asks[:1])
