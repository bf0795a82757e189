"""A person who talks with the bot in Teams: everything goes through its `read` and its `draw`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.channels.teams.draw import Drawing
from bot.channels.teams.fit import trimmed
from bot.channels.teams.read import Searched, Turned, read
from bot.channels.teams.search import found
from bot.channels.teams.values import moving, opening
from bot.conversation.turns import Attached, FormId, Gave, Input, Moved, Opened, Said
from bot.dialog import Attach, Button, Move, as_is
from tests.chat import Chat

from .card_check import against_schema, faults, parts
from .posted import JSON, activity, executed, said, submitted


class CannotPress(AssertionError):
    """There is no such thing on the card."""


@dataclass
class TeamsChat(Chat):
    """`card` is what was drawn last; of what is posted, only who did it is put into the test."""

    card: JSON = field(default_factory=dict)
    in_place: bool = False

    def gives(self, **answers: str) -> str:
        """Fill what is on the card and go on; the rest is for the cards that follow."""
        left = dict(answers)
        heard = ""
        while left:
            asked = {ask.name for ask in self.last.asks}
            here = {name: left.pop(name) for name in asked & left.keys()}
            if not here:
                return self.puts(Gave(left, self.form()))
            heard = self.puts(Gave(here, self.form()))
        return heard

    def puts(self, given: Input) -> str:
        given = self.as_read(given)
        self.reply = self.house.inbox.answer(self.turn(given))
        self.last = self.reply.message
        self.draws()
        return self.hears()

    def draws(self) -> None:
        drawing = Drawing(self.house.speech(self.speaks()), "aa11", self.in_place, paged=True)
        self.card = drawing.card(self.last)
        if wrong := [*faults(self.card), *against_schema(self.card)]:
            raise AssertionError("\n".join([*wrong, json.dumps(self.card, ensure_ascii=False)]))
        self.tells_all(drawing)

    def tells_all(self, drawing: Drawing) -> None:
        """Everything said stands on the card, and in the text for those who do not see it."""
        shown = "\n".join(texts(self.card))
        phrases = [*self.last.text, *(ask.question.prompt for ask in self.last.asks)]
        phrases += [ask.problem for ask in self.last.asks if ask.problem]
        for phrase in phrases:
            if drawing.say(phrase) not in shown:
                raise AssertionError(f"{drawing.say(phrase)!r} is not on the card")

    # What is posted

    def as_read(self, given: Input) -> Input:
        if isinstance(given, Gave) and self.hands_in(given):
            return Attached(tuple(",".join(given.answers.values()).split(",")))
        if isinstance(given, Attached):
            return given
        event = read(self.posted(given))
        assert isinstance(event, Turned)
        return event.input

    def hands_in(self, given: Gave) -> bool:
        files = {a.name for a in self.last.asks if isinstance(a.question, Attach)}
        return bool(given.answers) and given.answers.keys() <= files and any(given.answers.values())

    def posted(self, given: Input) -> JSON:
        match given:
            case Said(words):
                return said(words)
            case Opened(dialog, already):
                return submitted(opening(Button(as_is("?"), dialog, already), ""))
            case Gave(answers):
                return executed(self.filled(answers))
            case Moved(move, at):
                return executed(self.stepped(move, at))
        raise NotImplementedError(given)

    def filled(self, answers: object) -> JSON:
        """The card's inputs as they stand, with some filled in by their labels.

        Where a test answers a line at a time, only that line is sent.
        """
        assert isinstance(answers, dict)
        press = self.action("answer")["data"]
        if not {each["id"] for each in self.inputs()} <= answers.keys():
            press = {"ake": press["ake"] | {"asks": list(answers)}}
        there = {i["id"]: str(i["value"]) for i in self.inputs() if "value" in i}
        labels = {
            ask.name: self.spoken(ask.question.prompt)
            for ask in self.last.asks
            if ask.name in answers
        }
        filled = {
            self.input(label)["id"]: self.typed(self.input(label), answers[name])
            for name, label in labels.items()
        }
        other = {name: text for name, text in answers.items() if name not in labels}
        return {**press, **there, **filled, **other}

    def typed(self, found: JSON, answer: str) -> str:
        """What a person does to give an answer: choosing is only possible from what is offered."""
        if found["type"] == "Input.ChoiceSet" and answer:
            offered = {choice["value"] for choice in found["choices"]} | self.searched(found)
            if not set(answer.split(",")) <= offered:
                raise CannotPress(answer)
        if "regex" in found:
            return f" {answer.replace('.', ',')} "
        return answer

    def searched(self, found_in: JSON) -> set[str]:
        """The options that the client finds by asking for them."""
        query = found_in.get("choices.data")
        if query is None:
            return set()
        value = {"queryText": "", "queryOptions": {"skip": 0, "top": 50}}
        event = read(activity("search", value=value | {"dataset": query["dataset"]}))
        assert isinstance(event, Searched)
        turn = self.turn(Said(""))
        options, language = self.house.inbox.choices(turn, event.name)
        return {one["value"] for one in found(options, event.words, self.house.speech(language))}

    def stepped(self, move: Move, at: str) -> JSON:
        form = self.form() or FormId("none", 0)
        if move is Move.SKIP:
            return moving(form, move, "")
        for action in self.actions("move"):
            if action["data"]["ake"]["move"] == move.value:
                return {**action["data"], **({"at": at} if at else {})}
        return moving(form, move, "") | {"at": at}

    # What is on the card

    def inputs(self) -> Iterator[JSON]:
        return (p for p in parts(self.card) if p["type"].startswith("Input.") and p["id"] != "at")

    def input(self, label: str) -> JSON:
        found = [each for each in self.inputs() if each["label"] == label]
        if len(found) != 1:
            raise CannotPress(label)
        return found[0]

    def actions(self, does: str) -> Iterator[JSON]:
        found = (p for p in parts(self.card) if p["type"] == "Action.Execute")
        return (each for each in found if each["data"]["ake"]["do"] == does)

    def action(self, does: str) -> JSON:
        for action in self.actions(does):
            return action
        raise CannotPress(does)


def texts(card: JSON) -> Iterator[str]:
    """Everything on a card that is read or pressed."""
    for part in parts({**card, "fallbackText": ""}):
        for name in ("text", "title", "label"):
            if name in part:
                yield str(part[name])
        if "inlines" in part:
            yield "".join(run["text"] for run in part["inlines"])
        if "choices" in part:
            yield from (choice["title"] for choice in part["choices"])


__all__ = ["CannotPress", "TeamsChat", "texts", "trimmed"]
