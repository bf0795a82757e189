"""Somebody who answers whatever is asked, in modals and line by line, to see where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.channels.slack.pickers import block_names
from bot.channels.slack.presses import opens, pressed
from bot.conversation.turns import Moved, Opened
from bot.dialog import Button, Move, as_is

from .judge import elements
from .people import Actor, inputs_of
from .web_api import Refusal
from .workspace import BOT, JSON, Posted

PDF = b"%PDF-1.7 a receipt"
DAYS = ("2026-04-14", "2026-02-25", "2026-03-10", "2026-12-01")
WORDS = ("3", "lauantaina", "14.4.2026", "9.30", "12,5")
NOTHING = ("Juuri nyt ei ole mitään", "Just nu finns det inget")
PAGES = 4
"""So many pages of a form, or questions in a talk, and then they lose patience."""


@dataclass
class Wanderer:
    """`asked` holds every question that they have met, by dialog."""

    actor: Actor
    by_line: bool
    asked: set[tuple[str, str]] = field(default_factory=set)
    doubted: set[tuple[str, str]] = field(default_factory=set)
    offered: list[Opened] = field(default_factory=list)

    async def goes(self, opened: Opened) -> None:
        """Begin a dialog by its button, and go on to its end."""
        api = self.actor.slack.api
        api.refusals["views.open"].clear()
        if self.by_line:
            api.refuse("views.open", Refusal("expired_trigger_id"))
        before = len(self.actor.read())
        await self.actor.presses("?", self.button(opened))
        await (self.talks(before) if self.by_line else self.fills())
        self.looks_around(self.actor.read()[before:])

    def button(self, opened: Opened) -> Posted:
        value = opens(Button(as_is("?"), opened.dialog, opened.given))
        label = {"type": "plain_text", "text": "?"}
        button = {"type": "button", "action_id": "press-0", "text": label, "value": value}
        there, ts = self.actor.workspace.private(self.actor.user), self.actor.workspace.ts()
        blocks = [{"type": "actions", "block_id": "b", "elements": [button]}]
        return Posted(ts, there, BOT, "?", blocks)

    def looks_around(self, posts: list[Posted]) -> None:
        """What can be opened from here."""
        shown = [block for post in posts for block in post.blocks]
        shown += self.actor.modal["blocks"] if self.actor.stack else []
        for element in (each for block in shown for each in elements(block)):
            meant = pressed(element.get("value") or "")
            if isinstance(meant, Opened):
                self.offered.append(meant)

    # In modals

    async def fills(self) -> None:
        wrong: dict[str, str] = {}
        for page in range(PAGES):
            if not self.actor.stack or "submit" not in self.actor.modal:
                return
            await self.doubts()
            await self.fills_page(page, wrong)
            wrong = await self.actor.submits()
        await self.actor.closes()

    async def doubts(self) -> None:
        """Change whatever is known already, once."""
        while found := self.changeable():
            block, element, about = found
            self.doubted.add(about)
            await self.actor.acts(block, element, None, {"value": element["value"]})

    def changeable(self) -> tuple[JSON, JSON, tuple[str, str]] | None:
        if not self.actor.stack or not self.actor.modal.get("private_metadata"):
            return None
        dialog = self.dialog()
        for block in self.actor.modal["blocks"]:
            for element in elements(block):
                meant = pressed(element.get("value") or "")
                if isinstance(meant, Moved) and meant.move is Move.EDIT:
                    about = dialog, meant.at
                    if about not in self.doubted:
                        return block, element, about
        return None

    def dialog(self) -> str:
        [name] = re.findall(r'"d": "(\w+)"', self.actor.modal["private_metadata"])
        return str(name)

    async def fills_page(self, page: int, wrong: dict[str, str]) -> None:
        """All that is asked, also what is only asked when something else is answered."""
        done: set[tuple[str, str]] = set()
        while block := self.unanswered(done):
            name, element = block["block_id"], block["element"]
            done.add((name, element["action_id"]))
            self.asked.add((self.dialog(), name))
            value = await self.value(block, element, page, wrong.get(name, ""))
            await self.actor.fills(**{name: value})

    def unanswered(self, done: set[tuple[str, str]]) -> JSON | None:
        there = inputs_of(self.actor.modal)
        return next(
            (b for b in there if (b["block_id"], b["element"]["action_id"]) not in done), None
        )

    async def value(self, block: JSON, element: JSON, page: int, why: str = "") -> object:
        kind = element["type"]
        if kind == "plain_text_input":
            return next(iter(re.findall(r"\d+", why)), WORDS[page % 2])
        if kind == "file_input":
            return [("kuitti.pdf", PDF)]
        if kind in ("datepicker", "timepicker"):
            return DAYS[page % len(DAYS)] if kind == "datepicker" else "09:30"
        options = element.get("options")
        if options is None:
            options = await self.actor.searches(block["block_id"], element, "")
        chosen = str(options[page % len(options)]["value"])
        return [chosen] if kind.startswith(("multi", "check")) else chosen

    # Line by line

    async def talks(self, before: int) -> None:
        misses = 0
        for step in range(3 * PAGES):
            said = self.actor.read()[before:]
            misses = misses + 1 if said and ":warning:" in said[-1].text else 0
            patient = misses < len(WORDS) and said and not nothing_to_choose(said[-1])
            if not patient or not await self.replies(said[-1], step):
                return

    async def replies(self, post: Posted, step: int) -> bool:
        """Whether there was anything to reply to."""
        for block, element in pickable(post):
            if asked := block_names(block["block_id"]):
                self.asked.add(("", asked[1]))
            if element["type"] == "button":
                await self.actor.presses(element["text"]["text"], post)
            elif element["type"].startswith(("multi", "check")):
                value = await self.value(block, element, step, "")
                await self.actor.tick(value, post)  # type: ignore[arg-type]
                await self.actor.presses(last_button(block), post)
            else:
                await self.actor.acts(
                    block, element, post, await self.given(block, element, step, post)
                )
            return True
        if not movable(post):
            return False
        await self.actor.says(WORDS[step % len(WORDS)])
        return True

    async def given(self, block: JSON, element: JSON, step: int, post: Posted) -> JSON:
        options = element.get("options")
        if options is None and "select" in element["type"]:
            options = await self.actor.searches(block["block_id"], element, "", post)
        value = options[0]["value"] if options else await self.value(block, element, step)
        return await self.actor.filled(block, element, value, post)


def pickable(post: Posted) -> Iterator[tuple[JSON, JSON]]:
    """What answers a question or sends the answers, if there is such a thing."""
    for block in post.blocks:
        for element in elements(block):
            value = element.get("value") or ""
            if element["type"] != "button" or value.startswith(('{"a"', '{"m":"send"')):
                yield block, element


def last_button(block: JSON) -> str:
    return str(elements(block)[-1]["text"]["text"])


def movable(post: Posted) -> bool:
    """Whether something is asked: then there is a way out of it."""
    return '"m":"cancel"' in str(post.blocks)


def nothing_to_choose(post: Posted) -> bool:
    return any(words in post.text for words in NOTHING)
