"""What people wish for in their own words, and what comes of it."""

from __future__ import annotations

import pytest

from bot.app import House
from bot.channels import text
from bot.conversation import replies
from bot.dialog import Dialog, Move
from dialogs import CATALOGUE, DIALOGS
from tests.chat import Chat
from tests.houses import COORDINATOR, Meet
from tests.visits.acting import hire, publish

DESK = [kind for kind in DIALOGS if kind.desk_wishes]
OPEN_TO_ALL = [kind for kind in DIALOGS if kind.wishes]


def settled(meet: Meet, name: str, language: str = "fi") -> Chat:
    """Somebody whom the bot knows already."""
    who = meet(name, language=language)
    who.opens("profile", language=language, home="853-main", networks="", directs="no")
    who.sends()
    return who


def in_dialog(who: Chat) -> str:
    return who.last.form.dialog if who.last.form else ""


@pytest.mark.parametrize(
    ("language", "said", "dialog"),
    [
        ("fi", "Haluaisimme varata vierailun toukokuussa", "visit"),
        ("sv", "vi skulle gärna boka ett besök i maj", "visit"),
        ("fi", "haluan ehdottaa aihetta etäkahveille", "coffee_propose"),
        ("sv", "jag vill föreslå ett tema för kaffestunden", "coffee_propose"),
        ("fi", "kirjastomme puuttuu listalta", "suggest_library"),
    ],
)
def test_a_plain_wish_opens_its_dialog(meet: Meet, language: str, said: str, dialog: str) -> None:
    """Nobody has to know a command."""
    who = settled(meet, "aino", language)
    who.says(said)
    assert in_dialog(who) == dialog


@pytest.mark.parametrize(
    ("language", "said", "told"),
    [
        ("fi", "ajoin eilen Raumalle 92 km omalla autolla", "jonka AKE korva"),
        ("sv", "jag vill göra en reseräkning", "resa"),
        ("fi", "milloin on seuraavat etäkahvit", "etäkahveja"),
        ("sv", "hur når jag en människa hos er", "Skriv med egna ord"),
    ],
)
def test_a_plain_question_is_answered(meet: Meet, language: str, said: str, told: str) -> None:
    """What needs no more questions is told at once."""
    assert told in settled(meet, "aino", language).says(said)


def test_what_the_sentence_tells_is_not_asked_again(meet: Meet) -> None:
    """A language named in a wish for it is the answer."""
    aino = settled(meet, "aino")
    assert "talar jag svenska" in aino.says("voisitko puhua minulle ruotsia")


def test_in_doubt_dialogs_are_offered_and_one_press_opens_one(meet: Meet) -> None:
    """A bare word does nothing by itself."""
    aino = settled(meet, "aino")
    assert "Tarkoititko" in aino.says("vierailu")
    assert [button.opens for button in aino.last.buttons] == ["visit", "visits"]
    aino.presses(aino.buttons()[0])
    assert in_dialog(aino) == "visit"


def test_a_greeting_is_answered_with_what_there_is_to_do(meet: Meet) -> None:
    """Hei is no riddle."""
    for said, language, understood in (("hei!", "fi", "Autan"), ("Hejsan", "sv", "Jag hjälper")):
        who = settled(meet, said, language)
        assert understood in who.says(said)
        assert len(who.buttons()) > 3


def test_the_desk_is_opened_for_a_coordinator_and_offered_to_nobody_else(meet: Meet) -> None:
    """The same words, heard by who says them."""
    said = "avaa koordinaattorin työpöytä"
    carita, aino = settled(meet, COORDINATOR), settled(meet, "aino")
    carita.says(said)
    assert offered(carita) >= {"bookings", "publish_days"}
    aino.says(said)
    assert not {kind.name for kind in DESK} & offered(aino)


def offered(who: Chat) -> set[str]:
    """The dialogs that a person can open by a button, in a table or below."""
    return {button.opens for button in text.pressable(who.last).values()}


@pytest.mark.parametrize("kind", DESK, ids=lambda kind: kind.name)
def test_what_only_coordinators_wish_for_is_closed_to_others(
    meet: Meet, kind: type[Dialog]
) -> None:
    """A dialog that lists a wish of the desk refuses everybody else."""
    aino = settled(meet, "aino")
    aino.opens(kind.name)
    assert aino.last == replies.not_allowed()


@pytest.mark.parametrize("kind", OPEN_TO_ALL, ids=lambda kind: kind.name)
def test_what_anybody_may_wish_for_is_open_to_anybody(meet: Meet, kind: type[Dialog]) -> None:
    """No plain wish of a library worker runs into a closed door."""
    aino = settled(meet, "aino")
    aino.opens(kind.name)
    assert aino.last != replies.not_allowed()


def test_words_are_never_guessed_into_a_form(meet: Meet) -> None:
    """What is no answer to the question stays unsaid in the form; the question stands."""
    aino = meet("aino")
    aino.opens("profile", language="fi")
    for said in ("no jaa", "se tavallinen", "vierailu", "kahvi", "🎉" * 4_000, "a" * 100_000):
        aino.says(said)
        assert (in_dialog(aino), aino.asked()[0]) == ("profile", "home")
        assert "home" not in {answer.name for answer in aino.last.answered}


def test_a_question_for_free_words_takes_a_wish_as_its_answer(meet: Meet) -> None:
    """Who is asked for a topic may name a visit without being led away."""
    aino = settled(meet, "aino")
    aino.opens("coffee_propose", audience="digi")
    assert aino.asked()[0] == "topic"
    aino.says("haluan varata vierailun")
    assert in_dialog(aino) == "coffee_propose"
    assert aino.asked()[0] == "guest"


def test_a_plain_wish_in_the_middle_sets_the_form_aside(meet: Meet) -> None:
    """A clear wish for something else is carried out, and the form stays as it was."""
    aino = settled(meet, "aino")
    aino.says("haluaisimme varata AKE-vierailun")
    asked = aino.asked()
    assert "etäkahveja" in aino.says("näytä etäkahvien aikataulu")
    assert (in_dialog(aino), aino.asked()) == ("visit", asked)


def test_every_wish_has_its_dialog(meet: Meet) -> None:
    """A name in the catalogue stands behind each."""
    assert {kind.name for kind in (*DESK, *OPEN_TO_ALL)} <= CATALOGUE.keys()
    assert not {kind.name for kind in DESK} & {kind.name for kind in OPEN_TO_ALL}
    assert meet("aino").says("apua")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "/varaa-vierailu Paraisille 14.4."),
        ("sv", "/boka-besok till Pargas den 14 april"),
    ],
)
def test_what_a_command_tells_waits_for_its_question(
    meet: Meet, sqlite_house: House, language: str, said: str
) -> None:
    """The library and the day are asked after the kind of visit, and are known by then."""
    for name in ("Inka", "Sven"):
        hire(sqlite_house, name)
    publish(sqlite_house)
    carita = settled(meet, COORDINATOR, language)
    carita.says(said)
    assert carita.asked()[0] == "kind"
    carita.gives(kind="informaticians")
    assert carita.asked()[0] == "length"
    assert carita.last.form
    told = {one.name: carita.spoken(one.answer) for one in carita.last.answered}
    assert "Pargas" in told["host"] or "Paraisten" in told["host"]
    assert "14.4.2026" in told["day"]
    carita.moves(Move.EDIT, "day")
    assert carita.asked()[0] == "day"


def test_words_that_fit_nothing_are_dropped(meet: Meet, sqlite_house: House) -> None:
    """A month is no day, and a neighbour is no guest: both are asked."""
    for name in ("Inka", "Sven"):
        hire(sqlite_house, name)
    publish(sqlite_house)
    aino = settled(meet, "aino")
    aino.says("/varaa-vierailu Paraisille toukokuussa")
    aino.gives(kind="informaticians")
    assert aino.asked()[0] == "day"
    assert "joined_by" not in {one.name for one in aino.last.answered}
