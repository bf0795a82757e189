"""People are called what the list of a conversation's members says."""

from __future__ import annotations

from bot.app import House
from tests.loops import run

from .connector import GATEWAY, HANGS, Answer
from .posted import AINO, TENANT, activity, by, said
from .world import world

INSTALLER = activity("installed")["from"]["id"]
NAMELESS = {"from": {"id": INSTALLER, "aadObjectId": AINO}}


def called(house: House, person: str = AINO) -> str:
    with house.ledger.unit() as unit:
        return unit.people.by_identity("teams", f"{TENANT}/{person}", "").name


def test_who_installs_the_bot_is_known_by_name(sqlite_house: House) -> None:
    """Teams tells of an installation without a name, so the name comes from the list."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.connector.names[INSTALLER] = "Aino Virtanen"
            await there.posts(activity("installed", **NAMELESS))

    run(once())
    assert called(sqlite_house) == "Aino Virtanen"


def test_a_person_is_looked_up_once(sqlite_house: House) -> None:
    """The list is asked at a person's first turn since the start, and never again."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.connector.names["29:paula"] = "Paula Salo"
            for words in ("moi", "apua", "kiitos"):
                await there.posts(said(words, "channel", **by("Paula", "paula")))
            room = "19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2"
            assert there.connector.looked_up == [f"{room} 29:paula"]

    run(once())
    assert called(sqlite_house, "paula") == "Paula Salo"


def test_nobody_waits_for_a_list_that_does_not_answer(sqlite_house: House) -> None:
    """Where it is slow or closed, the name that came along has to do, and nobody asks again."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            trouble: list[Answer] = [HANGS, GATEWAY, Answer(200, '{"name": 5}'), Answer(200, "<p>")]
            for number, answer in enumerate(trouble):
                there.connector.names[f"29:p{number}"] = answer
                for _time in range(2):
                    answered = await there.posts(said("moi", **by(f"Paula {number}", f"p{number}")))
                    assert answered.status_code == 200
            assert len(there.connector.looked_up) == len(trouble)
            assert len(there.connector.posted()) == 2 * len(trouble)

    run(once())
    assert [called(sqlite_house, f"p{number}") for number in range(4)] == [
        f"Paula {number}" for number in range(4)
    ]


def test_a_name_that_was_not_told_at_first_is_kept_when_it_is(sqlite_house: House) -> None:
    """Who was met without a name is called by it from their first word on."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(activity("installed", **NAMELESS))
            assert called(sqlite_house) == ""
            await there.posts(said("moi"))

    run(once())
    assert called(sqlite_house) == "Aino Virtanen"


def test_addresses_of_people_are_not_kept(sqlite_house: House) -> None:
    """The list tells e-mail addresses; none of them reaches the database."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.connector.names[INSTALLER] = "Aino Virtanen"
            await there.posts(said("moi"))

    run(once())
    with sqlite_house.ledger.engine.connect() as connection:
        kept = "\n".join(connection.connection.iterdump())
    assert "Aino Virtanen" in kept
    assert "aino@example.fi" not in kept
