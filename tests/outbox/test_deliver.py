"""What is planned goes out when it is due, once, to the right place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversation.turns import Address
from bot.domain.languages import Language

from . import office as there
from .office import Office


@pytest.mark.contract
def test_what_is_due_goes_out_once(both_offices: Office) -> None:
    """Nothing goes before its time; at its time it goes, and not again."""
    office = both_offices
    aino = office.knows("aino")
    office.plans("now", aino)
    office.plans("later", aino, minutes=5)
    assert office.delivers() == ["now"]
    assert office.delivers() == []
    office.clock.moves(minutes=5)
    assert office.delivers() == ["later"]
    assert set(office.states().values()) == {"sent"}
    assert office.wire.texts() == ["Aino: kahvit", "Aino: kahvit"]


@pytest.mark.contract
def test_many_at_once(both_offices: Office) -> None:
    """Three hundred due at once all go out, each once."""
    office = both_offices
    people = [office.knows(f"person{n}") for n in range(30)]
    for n in range(300):
        office.plans(f"letter{n}", people[n % 30])
    assert sorted(office.delivers()) == sorted(f"letter{n}" for n in range(300))


def test_gone_occasions_say_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reminder of what is cancelled or closed meanwhile settles in silence."""
    aino = office.knows("aino")
    office.plans("cancelled", aino, what="visit")
    office.plans("closed", aino, "approve", "shut")
    monkeypatch.delitem(there.OFFERED, "visit")
    assert office.delivers() == []
    assert office.states() == {"cancelled": "moot", "closed": "moot"}


def test_a_person_is_written_to_where_they_spoke_last(office: Office) -> None:
    """The newest private place in a channel that is switched on."""
    aino = office.knows("aino")
    with office.house.ledger.unit() as unit:
        for hour, channel in enumerate(("slack", "teams"), 1):
            office.clock.moves(hours=hour)
            unit.addresses.note(aino.person, Address(channel, "private:x"), office.clock.now())
        unit.commit()
    office.channels["slack"] = office.wire
    office.plans("hello", aino)
    office.delivers()
    assert [to.channel for to, _key, _text in office.wire.written] == ["slack"]


def test_nobody_to_write_to(office: Office) -> None:
    """What could not go for want of a place goes as soon as the person is heard in private."""
    aino = office.knows("aino", heard=False)
    office.plans("hello", aino)
    assert office.delivers() == []
    assert office.states()["hello"] == "failed"
    assert office.why("hello") == "no address"
    office.knows("aino")
    assert office.delivers() == ["hello"]


def test_a_room_hears_both_languages(office: Office) -> None:
    """A post is said in the room's languages, one after the other, and to nobody by name."""
    room = office.sits_in("digi")
    office.plans("post", room)
    office.delivers()
    assert office.wire.texts() == ["kaikki: kahvit\nkaikki: kahvit"]
    with office.house.ledger.unit() as unit:
        kept = unit.rooms.find(room.room)
        assert kept is not None
        unit.rooms.save(replace(kept, languages=(Language.SV,)))
        unit.commit()
    office.plans("again", room)
    office.delivers()
    assert office.wire.texts()[1:] == ["kaikki: kahvit"]


def test_a_room_hears_nothing_private(office: Office) -> None:
    """A dialog that is one person's own is never opened for a room."""
    office.plans("post", office.sits_in("digi"), "approve")
    for _hour in range(30):
        office.delivers()
        office.clock.moves(hours=1)
    assert office.wire.written == []
    assert office.why("post") == "mishap"


def test_a_broken_dialog_stands_alone(office: Office) -> None:
    """The others go out, and a dialog that stays broken is given up and told of."""
    office.knows("carita")
    aino = office.knows("aino")
    office.plans("broken", aino, "approve", "broken")
    office.plans("whole", aino)
    assert office.delivers() == ["whole"]
    assert office.states()["broken"] == "waiting"
    for _hour in range(30):
        office.clock.moves(hours=1)
        office.delivers()
    assert office.why("broken") == "mishap"
