"""What judges everything that these tests draw is put to the test itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import pytest

from bot.app import House

from .bounds import faults_of_view
from .judge import wrong_view
from .people import Complaint
from .slow import Held
from .web_api import Api
from .workspace import JSON
from .world import Mode, World, play


def view(**parts: object) -> JSON:
    title = {"type": "plain_text", "text": "Retki"}
    text = {"type": "plain_text", "text": "Hei"}
    blocks = [{"type": "section", "text": text}]
    return {"type": "modal", "title": title, "blocks": blocks, **parts}


def options(count: int) -> list[JSON]:
    return [{"text": {"type": "plain_text", "text": "A"}, "value": str(n)} for n in range(count)]


def picker(count: int, value: str = "") -> JSON:
    listed = options(count)
    listed[0]["value"] = value or "0"
    element = {"type": "static_select", "action_id": "x", "options": listed}
    return view(blocks=[{"type": "actions", "elements": [element]}])


@pytest.mark.parametrize(
    "fault",
    [
        view(title={"type": "plain_text", "text": "Kumppanikirjaston rekisteröinti"}),
        view(private_metadata="x" * 3001),
        picker(101),
        picker(0 + 1, "v" * 151),
        view(blocks=[{"type": "section", "block_id": "a", "text": {"type": "x", "text": ""}}]),
        view(
            blocks=[
                {"type": "divider", "block_id": "twice"},
                {"type": "divider", "block_id": "twice"},
            ]
        ),
    ],
)
def test_what_slack_would_refuse_is_noticed(fault: JSON) -> None:
    """Both judges of these tests find faults that are put in on purpose."""
    assert wrong_view(fault)
    assert faults_of_view(fault)


def test_what_slack_takes_is_let_be() -> None:
    """Neither judge has anything against what is right."""
    for right in (view(), picker(100)):
        assert wrong_view(right) == []
        assert faults_of_view(right) == []


def test_an_error_at_no_input_is_noticed(house: House) -> None:
    """Slack would show the person an error of its own."""

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        await aino.commands("/retki")
        await w.rests()
        await aino.fills(place="Castle", day="2026-03-05", guests="1")
        await aino.fills(bus="castle 1")
        aino.slack = Answering({"response_action": "errors", "errors": {"buss": "Ei käy."}}, w)
        with pytest.raises(Complaint, match="buss"):
            await aino.submits()

    play(house, scene)


@dataclass
class Answering:
    """Something that gives the same answer, whatever the bot says."""

    answer: JSON
    world: World

    @property
    def api(self) -> Api:
        return self.world.slack.api

    @property
    def rests(self) -> Callable[[], Awaitable[None]]:
        return self.world.rests

    async def deliver(self, kind: str, payload: JSON, retry: int = 0) -> JSON:
        return self.answer


def test_a_missing_scope_is_noticed(house: House) -> None:
    """Slack would not show an input for files; the dialog is held in private instead."""

    async def scene(w: World) -> None:
        w.workspace.scopes.discard("files:read")
        aino = w.meet("aino")
        await aino.commands("/kaikki")
        await aino.reads("Sana?")
        assert aino.stack == []

    play(house, scene)


@pytest.mark.parametrize("mode", ["socket", "http"])
def test_a_late_acknowledgement_is_noticed(house: House, mode: Mode) -> None:
    """Slack sends the event again, up to three times; it is answered once all the same."""
    held = Held(house)

    async def scene(w: World) -> None:
        aino = w.meet("aino")
        w.slack.patience = 0.05
        await aino.says("/retki")
        assert aino.read() == []
        held.go.set()
        await aino.reads("Minne?")
        await w.rests()
        assert len(aino.read()) == 1

    play(replace(house, workers=held), scene, mode)  # type: ignore[arg-type]
