"""What is said where others read along: nothing of what is somebody's own."""

from __future__ import annotations

from dataclasses import replace

from bot.app import House
from bot.conversation.turns import Address, Said
from bot.dialog import Move
from tests.chat import Chat
from tests.houses import Meet
from tests.partners.acts import confirm
from tests.partners.people import AURA, MARTTILA, at, registered


def hidden(chat: Chat) -> bool:
    """Whether others who read along are spared the answer."""
    return chat.reply is not None and chat.reply.private


def test_why_a_private_dialog_is_closed_is_private(meet: Meet, sqlite_house: House) -> None:
    """Who asks in a channel for a partner, and has one, hears of it alone."""
    registered(at(meet, "aino", AURA), reach="050 1234567")
    mari = at(meet, "mari", MARTTILA)
    registered(mari)
    confirm(sqlite_house)
    assert "050 1234567" in mari.says("/kumppanikirjasto")
    assert hidden(mari)


def test_what_closes_in_the_middle_is_private(meet: Meet, sqlite_house: House) -> None:
    """A dialog that closes at an answer says it to the one who answered alone."""
    registered(at(meet, "aino", AURA), reach="050 1234567")
    mari = at(meet, "mari", MARTTILA)
    mari.opens("partner")
    registered(at(meet, "matti", MARTTILA))
    confirm(sqlite_house)
    assert "050 1234567" in mari.says("digituki")
    assert hidden(mari)


def test_what_is_set_aside_is_named_to_nobody_else(meet: Meet) -> None:
    """Help is for all who read along, but not the name of what the asker has left unsent."""
    mari = at(meet, "mari", MARTTILA)
    mari.says("/apua")
    assert not hidden(mari)
    mari.opens("suggest_library", town="480")
    mari.opens("coffee_propose")
    mari.moves(Move.CANCEL)
    mari.says("/apua")
    assert "Jatka: Ehdota kirjastoa" in mari.buttons()
    assert hidden(mari)


def test_what_is_for_all_is_said_to_all(meet: Meet, sqlite_house: House) -> None:
    """Asked in a channel, coffee hours are told there, whatever the asker has open or set aside."""
    mari = at(meet, "mari", MARTTILA)
    mari.opens("suggest_library", town="480")
    room = Address(mari.channel, "kanava", private=False)
    for _open_then_aside in range(2):
        turn = mari.turn(Said("/etakahvit"))
        reply = sqlite_house.inbox.answer(replace(turn, address=room))
        assert not reply.private
        assert reply.message.form is None
        told = {mari.spoken(button.label) for button in reply.message.buttons}
        assert "Valitse, mitä seuraan" in told
        assert "Jatka: Ehdota kirjastoa" not in told
        mari.opens("coffee_propose")
        mari.moves(Move.CANCEL)
