"""The parts of a card that are pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.channels.text import PRESSED
from bot.conversation.turns import FormId
from bot.dialog import (
    Amount,
    Answered,
    Attach,
    Button,
    Kilometres,
    Message,
    Move,
    Paper,
    Weight,
    _,
)
from bot.language.speak import Speech

from .elements import paragraph
from .inputs import choiceless
from .place import JSON
from .values import answering, fetching, moving, opening, paging

STYLES = {Weight.MAIN: "positive", Weight.GRAVE: "destructive"}
ROW = 4
"""So many buttons stand side by side; more go on another row."""
LONGEST = 40
"""Letters that stand on one button; a longer one is drawn as words to press."""
LETTERS = 70
"""Letters that stand on a row of buttons."""


@dataclass(frozen=True)
class Actions:
    """`whose` marks whom the card is for.

    What is pressed in a dialog changes its card in place; what opens another dialog says
    something new below, unless `in_place`: a card that only one person sees stays where it is.
    """

    say: Speech
    whose: str
    in_place: bool = False
    paged: bool = False
    """Whether the bot has a page that files can be handed in on."""

    def button(self, button: Button) -> JSON:
        data, title = opening(button, self.whose), self.say(button.label)
        style = {"style": STYLES[button.weight]} if button.weight in STYLES else {}
        if self.in_place:
            return self.execute(title, data, associatedInputs="none", **style)
        return self.submit(title, data, associatedInputs="none", **style)

    def rows(self, buttons: Iterable[JSON], *, as_words: bool = False) -> Iterator[JSON]:
        """Side by side; `as_words` where others like them are too long for buttons."""
        row: list[JSON] = []
        for button in buttons:
            if too_long(button) or (as_words and "style" not in button):
                yield from rowed(row)
                yield link(button)
                row = []
                continue
            letters = sum(len(each["title"]) for each in (*row, button))
            if len(row) == ROW or letters > LETTERS:
                yield from rowed(row)
                row = []
            row.append(button)
        yield from rowed(row)

    def paper(self, paper: Paper) -> JSON:
        title = self.say(paper.title)
        data = fetching(paper, title, self.whose)
        return self.submit(title, data, associatedInputs="none")

    def picture(self, picture: Paper) -> JSON:
        """Its title tells what is in it, and stands beside the button."""
        return self.paper(picture) | {"title": self.say(_("Show the picture"))}

    def below(self, message: Message) -> Iterator[JSON]:
        """What answers the questions of a card or sends what was answered, and the ways out."""
        if message.form is None:
            return
        form = FormId(message.form.draft, message.form.revision)
        if message.asks:
            yield from self.going_on(message, form)
        for move in message.moves:
            match move:
                case Move.SKIP:  # on a card an input is left empty
                    continue
                case Move.EDIT:
                    yield from self.changing(message.answered, form)
                case _move:
                    yield self.step(move, form)

    def going_on(self, message: Message, form: FormId) -> Iterator[JSON]:
        files = [a for a in message.asks if isinstance(a.question, Attach)]
        figures = [a.name for a in message.asks if isinstance(a.question, Amount | Kilometres)]
        shut = [a for a in message.asks if a in files or choiceless(a)]
        answered = [a.name for a in message.asks if a not in shut or a.question.optional]
        kept = {a.name: a.given for a in files if a.question.optional}
        if answered:
            data = answering(form, answered, figures, self.whose) | kept
            more = any(ask.leads for ask in message.asks)
            going_on = _("Continue") if more else _("Send the answers")
            yield self.execute(self.say(going_on), data, style="positive")
        if files and self.paged:
            there = self.say(_("Send files on my page"))
            yield self.submit(there, paging(self.whose), associatedInputs="none")

    def step(self, move: Move, form: FormId) -> JSON:
        look = {"style": "positive"} if move is Move.SEND else {}
        data = moving(form, move, self.whose)
        return self.execute(self.say(PRESSED[move]), data, associatedInputs="none", **look)

    def changing(self, answered: tuple[Answered, ...], form: FormId) -> Iterator[JSON]:
        """The answers to choose from, folded away until one wants to change one."""
        if not answered:
            return
        change = self.say(PRESSED[Move.EDIT])
        choice = {
            "type": "Input.ChoiceSet",
            "id": "at",
            "style": "expanded",
            "label": self.say(_("Which answer would you like to change?")),
            "isRequired": True,
            "errorMessage": self.say(_("Please choose one of these.")),
            "choices": [{"title": self.say(a.prompt), "value": a.name} for a in answered],
            "wrap": True,
        }
        act = self.execute(change, moving(form, Move.EDIT, self.whose))
        card = {"type": "AdaptiveCard", "body": [choice], "actions": [act]}
        yield {"type": "Action.ShowCard", "title": change, "card": card}

    def execute(self, title: str, data: JSON, **look: object) -> JSON:
        """With what an older client does instead."""
        told = {"title": title, "data": data, **look}
        older = {"type": "Action.Submit", **told}
        return {"type": "Action.Execute", "verb": data["ake"]["do"], **told, "fallback": older}

    def submit(self, title: str, data: JSON, **look: object) -> JSON:
        return {"type": "Action.Submit", "title": title, "data": data, **look}


def rowed(buttons: list[JSON]) -> Iterator[JSON]:
    if buttons:
        yield {"type": "ActionSet", "spacing": "Small", "actions": buttons}


def too_long(button: JSON) -> bool:
    return len(button["title"]) > LONGEST


def link(button: JSON) -> JSON:
    """Words to press that take as many lines as they need: Teams cuts what is long on a button."""
    words = paragraph(button["title"], color="Accent", weight="Bolder")
    return {"type": "Container", "spacing": "Small", "selectAction": button, "items": [words]}
