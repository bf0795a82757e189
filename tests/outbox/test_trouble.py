"""The line breaks, the channel refuses, the process dies: nothing is lost or said twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.conversation.letters import Settled, State
from bot.conversation.ports import Pace, Undelivered
from bot.conversation.turns import Address
from bot.domain.notifications import Doubt
from bot.outbox.backoff import LONGEST, backoff
from tests.loops import run

from .office import Office


def raising(error: Exception, times: int = 1) -> Callable[[Address, str], None]:
    """Goes wrong the first so many times."""
    left = [error] * times

    def trouble(_to: Address, _key: str) -> None:
        if left:
            raise left.pop()

    return trouble


class Died(BaseException):
    """The process was killed; nothing after it ran."""


def test_a_refusal_for_good_is_told(office: Office) -> None:
    """What can never be delivered is not tried again, and stands with its reason."""
    office.plans("hello", office.knows("aino"))
    office.wire.before = raising(Undelivered("no such user", permanent=True))
    assert office.delivers() == []
    assert (office.states()["hello"], office.why("hello")) == ("failed", "gone")


def test_what_cannot_go_now_goes_later(office: Office) -> None:
    """A channel that is away for a while gets the message when it is back."""
    office.plans("hello", office.knows("aino"))
    office.wire.before = raising(Undelivered("connection refused", permanent=False), 3)
    for _try in range(3):
        assert office.delivers() == []
        assert office.states() == {"hello": "waiting"}
        office.clock.moves(minutes=2)
    assert office.delivers() == ["hello"]


def test_a_channel_that_stays_away_is_given_up(office: Office) -> None:
    """After a day of trying the coordinators decide."""
    office.plans("hello", office.knows("aino"))
    office.wire.before = raising(Undelivered("connection refused", permanent=False), 10**6)
    for _hour in range(60):
        office.delivers()
        office.clock.moves(minutes=30)
    assert office.states()["hello"] == "waiting"
    for _hour in range(60):
        office.delivers()
        office.clock.moves(minutes=30)
    assert office.why("hello") == "unreachable"


def test_rest_is_honoured_for_the_whole_conversation(office: Office) -> None:
    """Where a channel asks for a minute's rest, nothing more goes there for a minute."""
    office.wire.before = raising(Undelivered("429", permanent=False, after=60))
    aino, sven = office.knows("aino"), office.knows("sven")
    deliverer = office.deliverer(senders=1)
    for n in range(3):
        office.plans(f"aino{n}", aino)
    office.plans("sven", sven)
    run(deliverer.deliver())
    assert office.wire.keys() == ["sven"]
    office.clock.moves(seconds=59)
    run(deliverer.deliver())
    assert office.wire.keys() == ["sven"]
    office.clock.moves(seconds=1.1)
    run(deliverer.deliver())
    assert sorted(office.wire.keys()) == ["aino0", "aino1", "aino2", "sven"]


def test_no_faster_than_the_channel_bears(office: Office) -> None:
    """Ten posts to one room at one a second take ten seconds, and another room waits for none."""
    office.wire.pace = Pace(1000, 1000, 1, 2)
    rooms = office.sits_in("digi"), office.sits_in("varsat")
    for n in range(10):
        office.plans(f"digi{n}", rooms[0])
    office.plans("varsat", rooms[1])
    deliverer, sent = office.deliverer(), []
    for _second in range(11):
        run(deliverer.deliver())
        sent.append(len(office.wire.written))
        office.clock.moves(seconds=1)
    assert sent == [3, 4, 5, 6, 7, 8, 9, 10, 11, 11, 11]


@pytest.mark.contract
@pytest.mark.parametrize("arrived", [True, False])
@pytest.mark.parametrize("broken", [TimeoutError(), Died()])
def test_the_channel_is_asked_before_it_is_said_again(
    both_offices: Office, broken: BaseException, *, arrived: bool
) -> None:
    """A line or a process that broke in mid-send: the channel knows, so it is said just once."""
    office = both_offices
    office.plans("hello", office.knows("aino"))
    breaks(office, broken, arrived=arrived)
    office.clock.moves(minutes=6)
    assert office.delivers() == ([] if arrived else ["hello"])
    assert office.wire.keys() == ["hello"]
    assert office.states() == {"hello": "sent"}


@pytest.mark.parametrize("doubt", list(Doubt))
def test_where_the_channel_cannot_tell_the_kind_decides(office: Office, doubt: Doubt) -> None:
    """A reminder is rather said twice, but only twice; an approval is rather asked about."""
    office.wire.tells = None
    office.plans("hello", office.knows("aino"), doubt=doubt)
    breaks(office, TimeoutError(), arrived=True)
    office.clock.moves(minutes=6)
    again = office.delivers()
    if doubt is Doubt.ASK:
        assert again == []
        assert (office.states()["hello"], office.why("hello")) == ("unknown", "unsure")
        return
    assert again == ["hello"]
    assert office.states()["hello"] == "sent"


def test_a_line_that_always_breaks_is_not_repeated_for_ever(office: Office) -> None:
    """Said twice at most where nobody can tell."""
    office.wire.tells = None
    office.plans("hello", office.knows("aino"))
    breaks(office, TimeoutError(), arrived=True, times=10)
    for _time in range(10):
        office.clock.moves(minutes=6)
        office.delivers()
    assert office.wire.keys() == ["hello", "hello"]
    assert office.why("hello") == "unsure"


def test_who_lost_the_lease_settles_nothing(office: Office) -> None:
    """A sender that was thought dead comes back too late to change what became of the letter."""
    office.plans("hello", office.knows("aino"))
    slow, quick = office.deliverer().mailroom, office.deliverer().mailroom
    (ready,) = slow.visit((), 1, ())
    office.clock.moves(minutes=6)
    (asked,) = quick.visit((), 1, ())
    assert asked.letter.in_doubt
    with office.house.ledger.unit() as unit:
        assert unit.outbox.settle([Settled(ready.letter, State.SENT, office.clock.now())]) == 0


def test_one_in_hand_is_not_thought_lost(office: Office) -> None:
    """Where the clock is moved on the page, a letter on its way is not taken for a lost one."""
    office.plans("hello", office.knows("aino"))
    mailroom = office.deliverer().mailroom
    (ready,) = mailroom.visit((), 1, ())
    office.clock.moves(days=1)
    assert mailroom.visit((), 1, (ready.letter.id,)) == ()


@pytest.mark.parametrize("key", ["a", "b"])
def test_waits_grow_and_differ(key: str) -> None:
    """Waits grow, none is over half an hour, and each is the same when asked again."""
    waits = [backoff(key, tries) for tries in range(1, 12)]
    assert waits == [backoff(key, tries) for tries in range(1, 12)]
    assert all(wait <= timedelta(seconds=LONGEST) for wait in waits)
    assert waits[8] > waits[4] > waits[0]
    assert backoff("a", 3) != backoff("b", 3)


def breaks(office: Office, error: BaseException, *, arrived: bool, times: int = 1) -> None:
    """One round in which the line, or the whole process, breaks before or after arrival."""
    left = [error] * times

    def trouble(_to: Address, _key: str) -> None:
        if left:
            raise left.pop()

    if arrived:
        office.wire.after = trouble
    else:
        office.wire.before = trouble
    try:
        run(office.deliverer().deliver())
    except Died:
        return
