"""Every dialog of the house as Slack shows it, in both languages, within Slack's own limits."""

from __future__ import annotations

import pytest

from bot.app import House
from bot.channels.slack.limits import TITLE
from bot.domain.languages import Language
from dialogs import CATALOGUE

from .judge import wrong_view
from .workspace import JSON


@pytest.mark.parametrize("language", list(Language))
def test_titles_fit_over_a_modal(sqlite_house: House, language: Language) -> None:
    """Slack refuses a title of more than 24 characters."""
    speech = sqlite_house.speech(language)
    titles = {name: speech(kind.title) for name, kind in CATALOGUE.items()}
    assert {name: title for name, title in titles.items() if len(title) > TITLE} == {}


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
    """The judge of these tests finds faults that are put in on purpose."""
    assert wrong_view(fault)


def test_what_slack_takes_is_let_be() -> None:
    """The judge has nothing against what is right."""
    assert wrong_view(view()) == []
    assert wrong_view(picker(100)) == []
