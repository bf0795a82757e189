"""One person in two channels, made one by a code."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.app import House
from bot.dialog import Move
from bot.domain.ids import CoffeeHourId, PersonId
from bot.domain.languages import Language
from bot.domain.notifications import Notification, ToPerson
from tests.chat import Chat, StillClock
from tests.coffee.test_journeys import planned
from tests.houses import COORDINATOR
from tests.visits.acting import RAUMA, TURKU

CODE = re.compile(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b")
LANGUAGES = {
    "fi": ("/yhdista", "Kyllä, yhdistä ne", "samaksi ihmiseksi", "Koodi on väärä"),
    "sv": ("/koppla", "Ja, koppla ihop dem", "samma person", "Koden finns inte"),
}


@pytest.fixture
def teams(both_houses: House) -> Chat:
    return Chat(both_houses, "aino", "teams")


@pytest.fixture
def slack(both_houses: House) -> Chat:
    return Chat(both_houses, "u123", "slack")


def code(chat: Chat) -> str:
    """A code as it is shown."""
    chat.opens("link")
    [shown] = CODE.findall(chat.moves(Move.SKIP))
    return str(shown)


def join(shown: Chat, written: Chat) -> None:
    written.opens("link", code=code(shown))
    written.presses(written.buttons()[0])


def person(house: House, chat: Chat) -> PersonId:
    with house.ledger.unit() as unit:
        return unit.people.by_identity(chat.channel, chat.name, "").id


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_code_makes_two_accounts_one(
    both_houses: House, teams: Chat, slack: Chat, language: str
) -> None:
    """Shown in one app and written in the other, and only once it has been said whose it is."""
    command, yes, done, _gone = LANGUAGES[language]
    for chat in (teams, slack):
        chat.opens("language", language=language)
    teams.says(command)
    [shown] = CODE.findall(teams.moves(Move.SKIP))
    slack.says(command)
    assert "Aino" in slack.says(shown.lower().replace("-", " "))
    assert person(both_houses, teams) != person(both_houses, slack)
    assert done in slack.presses(yes)
    assert person(both_houses, teams) == person(both_houses, slack)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_code_is_good_for_ten_minutes_and_once(
    teams: Chat, slack: Chat, clock: StillClock, language: str
) -> None:
    """Late, used already, or replaced by a newer one: a sentence, and a button to write it anew."""
    slack.opens("language", language=language)
    gone = LANGUAGES[language][3]
    late = code(teams)
    clock.moves(minutes=10)
    assert gone in slack.opens("link", code=late)
    first, second = code(teams), code(teams)
    assert gone in slack.opens("link", code=first)
    slack.opens("link", code=second)
    yes = slack.last.buttons[0]
    slack.presses(slack.buttons()[0])
    assert gone in slack.opens(yes.opens, **yes.given)
    assert slack.buttons()


def test_ones_own_code_joins_nothing(teams: Chat) -> None:
    """Written where it was shown, it is told to be for the other app."""
    assert "toisessa sovelluksessa" in teams.opens("link", code=code(teams))


def test_nobody_can_go_on_guessing(
    both_houses: House, teams: Chat, slack: Chat, clock: StillClock
) -> None:
    """After five wrong codes even a right one is refused for an hour, in either of the dialogs."""
    for number in range(5):
        clock.moves(seconds=1)
        assert "Koodi on väärä" in slack.opens("link", code=f"AAAA-AAA{number + 2}")
    right = code(teams)
    for dialog in ("link", "join_accounts"):
        assert "Odota tunti" in slack.opens(dialog, code=right)
    assert person(both_houses, teams) != person(both_houses, slack)
    clock.moves(hours=1)
    join(teams, slack)
    assert person(both_houses, teams) == person(both_houses, slack)


def test_looking_is_no_guessing(both_houses: House, slack: Chat) -> None:
    """A form that is only looked at, however often, counts no wrong code."""
    slack.opens("link")
    for _look in range(9):
        both_houses.inbox.present(slack.turn(Move.BACK))  # type: ignore[arg-type]
    assert "Koodi on väärä" in slack.gives(code="AAAA-AAAA")


def test_what_teams_is_set_to_stays_known(both_houses: House, teams: Chat, slack: Chat) -> None:
    """Reminders go on speaking it to one who has neither chosen a language nor written in any."""
    for chat in (teams, slack):
        chat.opens("help")
    ours = person(both_houses, slack)
    with both_houses.ledger.unit() as unit:
        aino = unit.people.by_identity("teams", "aino", "")
        unit.people.save(replace(aino, client_language=Language.SV))
        unit.commit()
    join(teams, slack)
    with both_houses.ledger.unit() as unit:
        joined = unit.people.by_identity("teams", "aino", "")
        assert (joined.id, joined.client_language) == (ours, Language.SV)


def test_both_keep_everything(both_houses: House, teams: Chat, slack: Chat) -> None:
    """What either has is theirs afterwards; where a person can have but one, it is there once."""
    carita = Chat(both_houses, COORDINATOR)
    planned(carita)
    hour = attended(both_houses)
    teams.opens("profile", language="fi", home=TURKU, networks="digi", directs="no")
    teams.sends()
    slack.opens("profile", language="sv", home=RAUMA, networks="digi,varsat", directs="no")
    slack.sends()
    for chat in (teams, slack):
        chat.opens("coffee_attend", hour=hour, comes="yes")
        chat.opens("calendar_feed")
    teams.opens("visit")
    theirs, ours = person(both_houses, teams), person(both_houses, slack)
    before = letters(both_houses, theirs) + letters(both_houses, ours)
    join(teams, slack)
    with both_houses.ledger.unit() as unit:
        joined = unit.people.by_identity("teams", "aino", "")
        assert joined.id == ours
        assert (joined.home, joined.language, set(joined.networks)) == (
            RAUMA,
            "sv",
            {"digi", "varsat"},
        )
        assert unit.coffee_hours.comers(hour) == {ours}
        assert unit.people.find(theirs) is None
    after = letters(both_houses, ours)
    assert after == sorted({key.replace(theirs, ours) for key in before})
    assert len(after) == len(before) / 2
    assert teams.opens("matters")


def attended(house: House) -> CoffeeHourId:
    with house.ledger.unit() as unit:
        now = house.clock.now()
        [hour] = unit.coffee_hours.between(now, now.replace(year=now.year + 1))
    return hour.id


def letters(house: House, who: PersonId) -> list[str]:
    with house.ledger.unit() as unit:
        rows = unit.connection.exec_driver_sql("SELECT key, person FROM notifications")
        return sorted(row.key for row in rows if row.person == who)


def test_a_letter_of_one_alone_goes_on(both_houses: House, teams: Chat, slack: Chat) -> None:
    """What only one was to be told reaches the joined person, also under a key without a name."""
    for chat in (teams, slack):
        chat.says("hei")
    theirs, ours = person(both_houses, teams), person(both_houses, slack)
    with both_houses.ledger.unit() as unit:
        for key in ("one", f"two/{theirs}"):
            now = both_houses.clock.now()
            unit.notifications.plan(Notification(key, ToPerson(theirs), now, "help", {}))
        unit.commit()
    join(teams, slack)
    assert letters(both_houses, ours) == ["one", f"two/{ours}"]


def test_what_was_begun_in_each_app_goes_on(both_houses: House, teams: Chat, slack: Chat) -> None:
    """A dialog under way stays open in its own app."""
    teams.says("hei")
    shown = code(teams)
    teams.opens("coffee_propose")
    slack.opens("link", code=shown)
    slack.presses(slack.buttons()[0])
    slack.opens("reminders")
    assert "Kenelle" in teams.says("takaisin")
    assert person(both_houses, teams) == person(both_houses, slack)
