"""A person in a workspace, who can do what Slack's own program lets one do."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from . import payloads
from .judge import elements, wrong_blocks
from .server import NotAcknowledged
from .web_api import Api
from .workspace import BOT, EMPTY, JSON, Posted, Shown, SlackError, Workspace, inputs

REDELIVERIES = 3


class NotThere(AssertionError):
    """Nothing on the person's screen could be pressed or filled like that."""


class Complaint(AssertionError):
    """Slack would have shown the person an error in its own words."""


class Carrier(Protocol):
    """What brings to the bot what people do."""

    @property
    def api(self) -> Api: ...
    @property
    def rests(self) -> Callable[[], Awaitable[None]]: ...
    async def deliver(self, kind: str, payload: JSON, retry: int = 0) -> JSON: ...


def met(slack: Carrier, workspace: Workspace, name: str, real_name: str = "") -> Actor:
    """Slack's own interface speaks neither Finnish nor Swedish: everyone is in English there."""
    user = workspace.name("U")
    profile = {"real_name": real_name or name.title(), "display_name": name}
    workspace.people[user] = {"id": user, "name": name, "locale": "en-US", "profile": profile}
    return Actor(slack, workspace, user, name)


@dataclass
class Actor:
    slack: Carrier
    workspace: Workspace
    user: str
    name: str

    # What the person sees

    @property
    def stack(self) -> list[Shown]:
        return self.workspace.stacks[self.user]

    @property
    def modal(self) -> JSON:
        if not self.stack:
            raise NotThere(f"{self.name} has no modal open")
        return self.stack[-1].view

    @property
    def home(self) -> JSON:
        return self.workspace.homes[self.user].view

    def read(self, channel: str = "") -> list[Posted]:
        """What the bot has said, in private or in a channel."""
        there = channel or self.workspace.private(self.user)
        said = [each for each in self.workspace.messages if each.channel == there]
        return [each for each in said if each.user == BOT]

    async def until(self, seen: Callable[[], Any], within: float = 10.0) -> Any:
        """What is seen, as soon as it is."""
        try:
            async with asyncio.timeout(within):
                while not (found := seen()):  # noqa: ASYNC110 (the bot rings no bell)
                    await asyncio.sleep(0.002)
                return found
        except TimeoutError:
            screen = [posted.text for posted in self.read()], [each.view for each in self.stack]
            raise NotThere(f"{self.name} waited in vain; on the screen: {screen}") from None

    async def reads(self, words: str, channel: str = "") -> Posted:
        """Wait for a post that says so, and for the last one."""

        def last() -> Posted | None:
            return next((p for p in reversed(self.read(channel)) if words in p.text), None)

        found: Posted = await self.until(last)
        return found

    async def sees(self, words: str) -> JSON:
        """Wait until the topmost modal says so."""

        def there() -> JSON | None:
            return self.modal if self.stack and words in str(self.modal) else None

        found: JSON = await self.until(there)
        return found

    # What the person does

    async def says(self, words: str, *, to: str = "", thread: str = "", again: int = 0) -> None:
        await self.sends(words, to=to, thread=thread, again=again)

    async def sends(
        self,
        words: str,
        *files: tuple[str, bytes],
        to: str = "",
        thread: str = "",
        again: int = 0,
    ) -> None:
        """Write a message; `again` times more it is delivered although the bot has it."""
        channel = to or self.workspace.private(self.user)
        private = self.workspace.channels[channel]["is_im"]
        kept = [self.workspace.file(self.slack.api.base, *each, self.user) for each in files]
        message = Posted(
            self.workspace.ts(), channel, self.user, slackified(words), thread=thread, files=kept
        )
        self.workspace.messages.append(message)
        if private or f"<@{BOT}>" in words:
            body = payloads.said(self.workspace.id, message.json(), channel, private=private)
            await self.event("message.im" if private else "app_mention", body, again)

    async def event(self, subscribed: str, body: JSON, again: int = 0) -> None:
        """Slack delivers an event once, if it hears that it came, and up to three times more."""
        if subscribed not in self.workspace.events:
            return
        for attempt in range(REDELIVERIES + 1):
            try:
                await self.slack.deliver("events_api", body, attempt)
            except NotAcknowledged:
                continue
            if attempt >= again:
                return

    async def commands(self, command: str, words: str = "", *, there: str = "") -> None:
        where = there or self.workspace.private(self.user)
        asked = payloads.command(
            self.workspace.id, self.user, command, words, self.trigger(), where
        )
        await self.slack.deliver("slash_commands", asked)

    async def opens_home(self) -> JSON:
        channel = self.workspace.private(self.user)
        about = {"type": "app_home_opened", "user": self.user, "channel": channel, "tab": "home"}
        await self.event("app_home_opened", payloads.event(self.workspace.id, about))
        home: JSON = await self.until(lambda: self.workspace.homes.get(self.user))
        return home

    async def calls_up(self, shortcut: str, message: Posted | None = None) -> None:
        on = (message.json(), self.workspace.channels[message.channel]) if message else None
        await self.interacts(payloads.called_up(shortcut, self.trigger(), on))

    async def presses(
        self, label: str, on: Posted | JSON | None = None, question: str = ""
    ) -> None:
        """A button, by what stands on it: on a post, on the home tab, or on the open modal.

        Of several alike, the one beside a question.
        """
        blocks = on.blocks if isinstance(on, Posted) else (on or self.modal)["blocks"]
        for block in [each for each in blocks if question in str(each)]:
            for element in elements(block):
                if element["type"] == "button" and element["text"]["text"] == label:
                    await self.acts(block, element, on, {"value": element["value"]})
                    return
        raise NotThere(f"no button {label!r}; there are {labels(blocks)}")

    async def picks(self, value: Any, on: Posted | None = None, question: str = "") -> None:
        """In a post: by a picker. In a modal: what tells the bot at once."""
        blocks = on.blocks if on else self.modal["blocks"]
        for block in blocks:
            for element in elements(block):
                named = question in ("", block.get("block_id"))
                if named and element["type"] in EMPTY and element["type"] != "plain_text_input":
                    given = await self.filled(block, element, value, on)
                    await self.acts(block, element, on, given)
                    return
        raise NotThere(f"nothing to pick {value!r} from")

    async def acts(self, block: JSON, element: JSON, on: Any, given: JSON) -> None:
        done = payloads.acted(block, element, given, self.trigger())
        await self.interacts(done | self.place(on, block, element, given))

    def place(self, on: Any, block: JSON, element: JSON, given: JSON) -> JSON:
        """Where something is done: on a post, on the home tab, or in the open modal."""
        if isinstance(on, Posted):
            picked = {block["block_id"]: {element["action_id"]: given}}
            values = self.ticks(on) if element["type"] == "button" else picked
            return payloads.on_post(on.json(), self.workspace.channels[on.channel], values)
        shown = self.workspace.homes[self.user] if on else self.stack[-1]
        return payloads.on_view(shown, self.workspace.id)

    def ticks(self, on: Posted) -> JSON:
        """What is ticked in a post; ticking itself tells the bot nothing here."""
        return self.ticked.get(on.ts, {})

    @property
    def ticked(self) -> dict[str, JSON]:
        return vars(self).setdefault("_ticked", {})  # type: ignore[no-any-return]

    async def tick(self, values: list[str], on: Posted) -> None:
        for block in on.blocks:
            for element in elements(block):
                if element["type"] in EMPTY and EMPTY[element["type"]][1] is list:
                    given = await self.filled(block, element, values, on)
                    state = {block["block_id"]: {element["action_id"]: given}}
                    self.ticked[on.ts] = state

    # Modals

    async def fills(self, **answers: Any) -> None:
        """Inputs of the open modal, by the question: words, a day, an option's name or files."""
        for question, value in answers.items():
            block, element = self.input(question)
            given = await self.filled(block, element, value)
            shown = self.stack[-1]
            shown.values[question][element["action_id"]] = given
            if block.get("dispatch_action"):
                await self.acts(block, element, None, given)
                await self.slack.rests()

    def input(self, question: str) -> tuple[JSON, JSON]:
        for block in self.modal["blocks"]:
            if block["block_id"] == question and block["type"] == "input":
                return block, block["element"]
        there = [block["block_id"] for block in self.modal["blocks"] if block["type"] == "input"]
        raise NotThere(f"nothing asks {question}; there are {there}")

    async def filled(
        self, block: JSON, element: JSON, value: Any, on: Posted | None = None
    ) -> JSON:
        kind = element["type"]
        key, nothing = EMPTY[kind]
        if kind == "file_input":
            base = self.slack.api.base
            given: Any = [self.workspace.file(base, n, content, self.user) for n, content in value]
        elif "select" in kind or kind in ("radio_buttons", "checkboxes"):
            wanted = value if nothing() == [] else [value]
            found = [await self.option(block, element, each, on) for each in wanted]
            given = found if nothing() == [] else found[0]
        else:
            given = checked(element, value)
        return {"type": kind, key: given}

    async def option(self, block: JSON, element: JSON, name: str, on: Posted | None) -> JSON:
        options = element.get("options")
        if options is None:
            options = await self.searches(block["block_id"], element, name, on)
        for option in options:
            if name in (option["text"]["text"], option["value"]):
                return dict(option)
        raise NotThere(f"no option {name!r} among {[o['text']['text'] for o in options][:9]}")

    async def searches(
        self, block: str, element: JSON, query: str, on: Posted | None = None
    ) -> list[JSON]:
        payload: JSON = {"type": "block_suggestion", "block_id": block, "value": query}
        payload |= {"action_id": element["action_id"]}
        asked = self.place(on, {"block_id": block}, element, {})
        asked.pop("state", None), asked.pop("response_url", None)
        found = (await self.interacts(payload | asked))["options"]
        if found and (against := wrong_blocks([shown_as(found)])):
            raise Complaint(str(against))
        return list(found)

    async def submits(self) -> dict[str, str]:
        """What is wrong, by question; nothing where the form was taken."""
        shown = self.stack[-1]
        self.required(shown)
        answer = await self.interacts(payloads.submitted(shown, self.workspace.id, self.trigger()))
        match answer.get("response_action"):
            case "errors":
                asked = {block["block_id"] for block in inputs_of(shown.view)}
                if not answer["errors"] or answer["errors"].keys() - asked:
                    raise Complaint(f"errors at no input: {answer['errors']}")
                return dict(answer["errors"])
            case "update":
                self.stack[-1] = self.workspace.show(answer["view"], self.user, shown)
            case None:
                self.stack.pop()
            case other:
                raise Complaint(f"response_action {other}")
        return {}

    def required(self, shown: Shown) -> None:
        for block in inputs_of(shown.view):
            element = block["element"]
            value = shown.values[block["block_id"]][element["action_id"]]
            if not block.get("optional") and not value.get(EMPTY[element["type"]][0]):
                raise NotThere(f"{block['block_id']} is required")

    async def closes(self) -> None:
        shown = self.stack.pop()
        if shown.view.get("notify_on_close"):
            await self.interacts(payloads.closed(shown, self.workspace.id))

    # How it travels

    async def interacts(self, payload: JSON) -> JSON:
        body = payloads.interaction(self.workspace.id, self.user, payload)
        try:
            return await self.slack.deliver("interactive", body)
        except SlackError as error:
            raise Complaint(str(error.answer)) from None

    def trigger(self) -> str:
        return self.slack.api.trigger(self.workspace, self.user)


def slackified(words: str) -> str:
    """What Slack's program makes of typed words before anybody else sees them."""
    marked = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    marked = marked.replace(f"&lt;@{BOT}&gt;", f"<@{BOT}>")
    marked = re.sub(r"(?<![\w/])(https?://\S+)", r"<\1>", marked)
    return re.sub(r"(?<![\w<:/])([\w.+-]+@[\w-]+\.[\w.-]*\w)", r"<mailto:\1|\1>", marked)


def checked(element: JSON, value: str) -> str:
    """Slack's program lets only so much into an input."""
    if element["type"] == "datepicker" and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise NotThere(f"{value!r} cannot be picked from a calendar")
    if element["type"] == "plain_text_input" and len(value) > element.get("max_length", 3000):
        raise NotThere("too long to be typed there")
    return value


def shown_as(options: list[JSON]) -> JSON:
    element = {"type": "static_select", "action_id": "x", "options": options}
    return {"type": "actions", "elements": [element]}


def inputs_of(view: JSON) -> list[JSON]:
    return [block for block in view["blocks"] if block["type"] == "input"]


def labels(blocks: list[JSON]) -> list[str]:
    pressable = [each for block in blocks for each in elements(block) if each["type"] == "button"]
    return [each["text"]["text"] for each in pressable]


__all__ = ["Actor", "Complaint", "NotThere", "inputs", "inputs_of", "labels", "met"]
