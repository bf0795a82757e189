"""What judges everything that these tests draw is put to the test itself."""

from __future__ import annotations

import pytest

from .bounds import faults_of_view
from .judge import wrong_view
from .workspace import JSON


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
