"""What comes of pressing and picking: in a post, in a modal and on the home tab."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.turns import Gave, Input, Opened

from .blocks import JSON, context
from .forms import Forms
from .handouts import Handouts
from .home_tab import HomeTab
from .pickers import block_names
from .posting import unsaid
from .presses import Done, Fetch, pressed
from .read import Heard, interaction, pressed_in_private
from .values import wire
from .workspace import Refused, Slack, Unreached


@dataclass(frozen=True)
class Buttons:
    forms: Forms
    home: HomeTab
    handouts: Handouts

    async def act(self, slack: Slack, payload: JSON) -> None:
        heard, action = interaction(payload), payload["actions"][0]
        meant = meaning(action, payload)
        if isinstance(meant, Fetch):
            await self.handouts.fetched(slack, heard, meant.paper, payload)
        elif (payload.get("view") or {}).get("type") == "modal":
            await self.in_modal(slack, heard, meant, payload)
        elif payload.get("view"):
            await self.at_home(slack, heard, meant)
        elif meant is not None:
            await self.in_post(slack, heard, meant, payload)

    async def in_modal(
        self, slack: Slack, heard: Heard, meant: Input | None, payload: JSON
    ) -> None:
        """The modal goes on to what was pressed; what is picked in a form is the form's."""
        if meant is None:
            await self.forms.picked(slack, payload)
            return
        modals = self.forms.modals
        reply = await modals.answered(slack, heard, meant)
        if not reply.again:
            await modals.updated(slack, payload["view"]["id"], modals.drawn(reply))

    async def at_home(self, slack: Slack, heard: Heard, meant: Input | None) -> None:
        if meant is not None:
            modals = self.forms.modals
            await modals.show(slack, heard, modals.answered(slack, heard, meant))
            await self.home.show(slack, heard)

    async def in_post(self, slack: Slack, heard: Heard, meant: Input, payload: JSON) -> None:
        """What is begun in private, or pressed among others, goes on in a modal; a dialog that is
        held line by line goes on line by line.
        """
        modals = self.forms.modals
        if isinstance(meant, Opened) or not pressed_in_private(payload):
            await modals.show(slack, heard, modals.answered(slack, heard, meant))
            return
        reply = await modals.answered(slack, heard, meant)
        await modals.desk.tell(slack, heard, reply)
        if not reply.again:
            await self.settle(slack, heard, payload)

    async def settle(self, slack: Slack, heard: Heard, payload: JSON) -> None:
        """What has been answered cannot be pressed any more, and shows how it was answered."""
        old, chosen = payload["message"], label(payload["actions"][0])
        kept = [bare(block) for block in old["blocks"] if block["type"] != "actions"]
        told = [context(f"✓ {chosen}")] if chosen else []
        changed = {"channel": heard.spot.channel, "ts": old["ts"], "text": old["text"]}
        try:
            await slack.call("chat.update", changed | {"blocks": [*kept, *told]}, patient=True)
        except (Refused, Unreached) as error:
            unsaid(error, "post not settled")


def meaning(action: JSON, payload: JSON) -> Input | Fetch | None:
    """What was pressed or picked; None for what is filled in a form, and for what is no longer
    understood.
    """
    if action["type"] == "button":
        press = pressed(action.get("value") or "")
        return ticked(press, payload) if isinstance(press, Done) else press
    asked = block_names(action.get("block_id") or "")
    if asked is None or action["type"] in TICKED:
        return None
    form, question = asked
    return Gave({question: wire(kind(action), action)}, form)


def ticked(done: Done, payload: JSON) -> Gave:
    """All that is ticked in the block where the button stands."""
    block = payload["actions"][0]["block_id"]
    state = (payload.get("state") or {}).get("values", {}).get(block, {})
    values = [wire(name.partition(".")[0], value) for name, value in state.items()]
    return Gave({done.name: next(iter(values), "")}, done.form)


def kind(action: JSON) -> str:
    return str(action["action_id"]).partition(".")[0]


def label(action: JSON) -> str:
    """What was pressed or picked, as it was called there."""
    chosen = action.get("selected_option") or action
    text = (chosen.get("text") or {}).get("text")
    return text or action.get("selected_date") or action.get("selected_time") or ""


def bare(block: JSON) -> JSON:
    """A block with nothing beside it to press."""
    return {name: part for name, part in block.items() if name not in ("accessory", "block_id")}


TICKED = ("checkboxes", "multi_static_select", "multi_external_select")
