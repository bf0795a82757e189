"""What Slack sends, to the letter, is read as what the person did."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.channels.slack.buttons import meaning
from bot.channels.slack.draw import form_in
from bot.channels.slack.read import Heard, Spot, command, deed, interaction, message
from bot.channels.slack.reception import team
from bot.channels.slack.values import answers, files, picked
from bot.conversation.turns import Address, FormId, Gave, Opened, Said, Sender

from .judge import wrong_payload
from .workspace import JSON

FOLDER = Path(__file__).parent / "verbatim"
AINO = Sender("slack", "T0AKE0001/U0AINO001")
NAMED = Sender("slack", "T0AKE0001/U0AINO001", "aino.lehtonen")
PRIVATE, CHANNEL = "D0AINO001", "C0KAHVI01"
FORM = FormId("d6df01", 3)


def sent(name: str) -> JSON:
    found: JSON = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.json")), ids=lambda file: str(file.stem))
def test_each_is_of_slacks_own_shape(file: Path) -> None:
    """Its types agree; of an edited message they know less than Slack sends."""
    payload = json.loads(file.read_text("utf-8"))
    assert (wrong_payload(payload) == []) is (file.stem != "message_changed")
    assert team(payload) == "T0AKE0001"


def test_a_command_is_its_words() -> None:
    """What Slack marked and escaped in them is what was typed."""
    heard, said = command(sent("slash_command"))
    assert said == Said("/varaa-vierailu Paraisille toukokuussa & aino@example.fi")
    assert (heard.sender, heard.spot) == (NAMED, Spot("T0AKE0001", CHANNEL))
    assert heard.trigger == heard.id == "7712345678901.1234567890.0123456789abcdef"
    assert heard.address.conversation == "private:T0AKE0001/U0AINO001"


@pytest.mark.parametrize(("text", "said"), [("", "?"), ("  ", "?"), ("kahvit", "kahvit")])
def test_the_command_for_everything(text: str, said: str) -> None:
    """Alone it asks what there is; what follows it is as good as said."""
    payload = sent("slash_command") | {"command": "/ake", "text": text}
    assert command(payload)[1] == Said(said)


def test_a_message_in_private() -> None:
    """It is known by the event's own id, and answered in the same conversation."""
    found = message(sent("message_im"))
    assert found is not None
    assert found.heard == Heard("Ev07MESSAGE1", AINO, Spot("T0AKE0001", PRIVATE))
    assert found.words == "Kuinka monta lukusalia & kirjaa?"
    assert found.heard.address == Address("slack", "private:T0AKE0001/U0AINO001")


def test_a_message_in_a_thread_is_answered_there() -> None:
    """Also in private, where people can begin threads too."""
    payload = sent("message_im")
    payload["event"]["thread_ts"] = "1772434000.000001"
    found = message(payload)
    assert found is not None
    assert found.heard.spot.thread == "1772434000.000001"


def test_a_mention_is_answered_in_its_own_thread() -> None:
    """The bot's name is no part of what was said; others read along."""
    found = message(sent("app_mention"))
    assert found is not None
    assert found.words == "milloin on seuraavat etäkahvit?"
    assert found.heard.spot == Spot("T0AKE0001", CHANNEL, "1772434805.000400", private=False)
    assert not found.heard.address.private


def test_files_come_with_what_fetching_them_takes() -> None:
    """Slack tells where the content is."""
    found = message(sent("file_share"))
    assert found is not None
    [file] = found.files
    assert file["url_private_download"].endswith("/download/kuitti.pdf")


@pytest.mark.parametrize("name", ["message_changed", "message_of_ours", "app_home_opened"])
def test_what_nobody_wrote_to_the_bot(name: str) -> None:
    """An edit, a post of a program, a glance at the home tab: none is something said."""
    assert message(sent(name)) is None


def test_a_form_that_was_sent() -> None:
    """Every kind of input, in the form in which answers travel."""
    payload = sent("view_submission")
    view = payload["view"]
    assert interaction(payload).sender == NAMED
    assert form_in(view) == FORM
    assert answers(view["state"]) == {
        "host": "853-main",
        "day": "2026-05-12",
        "begins": "09:30",
        "staff": "4",
        "paid": "1234.50",
        "media": "yes",
        "networks": "digi,diversity",
        "joy": "Uusi lukusali & <kissa>",
        "topics": "",
    }
    assert [file["id"] for file in files(view["state"])["receipts"]] == ["F07KUITTI1"]


def test_the_same_form_sent_twice_is_the_same_deed() -> None:
    """Whatever its trigger; filled otherwise it is another, and so is closing it."""
    first, again, other = (sent("view_submission") for _each in range(3))
    again["trigger_id"] = "another"
    other["view"]["state"]["values"]["staff"]["count"]["value"] = "5"
    assert deed(first) == deed(again) != deed(other)
    assert deed(sent("view_closed")) not in (deed(first), deed(other))


def test_a_pick_while_a_form_is_filled() -> None:
    """It belongs to the form; what is typed is not settled yet."""
    payload = sent("block_actions_in_modal")
    assert meaning(payload["actions"][0], payload) is None
    assert picked(payload["view"]["state"]) == {
        "host": "853-main",
        "day": "2026-05-12",
        "begins": "09:30",
        "media": "yes",
        "networks": "digi,diversity",
    }


def test_a_pick_in_a_message_answers_its_question() -> None:
    """The block says which question, in which state of the dialog."""
    payload = sent("block_actions_in_message")
    assert meaning(payload["actions"][0], payload) == Gave({"day": "2026-05-12"}, FORM)


def test_a_button_on_the_home_tab() -> None:
    """It carries all that it opens."""
    payload = sent("block_actions_at_home")
    opened = Opened("move_visit", {"visit": "fe0aa1bc"})
    assert meaning(payload["actions"][0], payload) == opened


@pytest.mark.parametrize("value", ["", "{", "[]", '{"o":1}', '{"m":"fly","at":""}', '{"a":"x"}'])
def test_a_button_of_another_time_means_nothing(value: str) -> None:
    """One from an older version, or none of ours, is let be."""
    payload = sent("block_actions_at_home")
    payload["actions"][0]["value"] = value
    assert meaning(payload["actions"][0], payload) is None


def test_shortcuts_name_themselves() -> None:
    """The one from the menu, and the one on a message with its files."""
    assert sent("shortcut")["callback_id"] == "talk_sv"
    heard = interaction(sent("message_action"))
    assert heard.spot == Spot("T0AKE0001", CHANNEL)
    assert interaction(sent("shortcut")).address.private
    assert deed(sent("shortcut")) == sent("shortcut")["trigger_id"]
