from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.app import House
from bot.domain.rooms import Room
from bot.store.addresses import ADDRESSES
from tests.loops import run

from .connector import BLOCKED
from .posted import JSON, TENANT, activity, among, by, said
from .world import world

DIGI = "19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2"


def rooms(house: House) -> dict[str, str]:
    """The names of the rooms that the bot sits in."""
    with house.ledger.unit() as unit:
        found: tuple[Room, ...] = unit.rooms.all()
        return {room.name: room.channel for room in found}


def test_an_installation_is_greeted_once(sqlite_house: House) -> None:
    """Teams tells of an installation twice; the person is greeted once, with what to do here."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            met = activity("personal", type="conversationUpdate", membersAdded=[{"id": BOT}])
            for each in (activity("installed"), met):
                assert (await there.posts(each)).status_code == 200
            [hello] = there.connector.posted()
            assert "replyToId" not in hello
            assert "Autan alueen" in hello["summary"]

    run(once())


BOT = activity("personal")["recipient"]["id"]


@pytest.mark.parametrize("where", ["installed", "team_joined"])
def test_a_new_version_says_nothing(sqlite_house: House, where: str) -> None:
    """Where the bot is upgraded nobody is greeted again, and it can be written there as before."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(activity(where))
            greeted = len(there.connector.posted())
            sqlite_house.clock.moves(days=2)  # type: ignore[attr-defined]
            upgraded = {"type": "installationUpdate", "action": "add-upgrade"}
            token = there.signer.token(exp=4_000_000_000)
            assert (await there.posts(activity(where, **upgraded), token)).status_code == 200
            assert len(there.connector.posted()) == greeted == 1

    run(once())
    assert (len(rooms(sqlite_house)), len(chats(sqlite_house))) in ((0, 1), (2, 0))


def chats(house: House) -> list[str]:
    """Where people can be written to in private."""
    with house.ledger.engine.connect() as connection:
        return list(connection.execute(select(ADDRESSES.c.conversation)).scalars())


def test_a_team_is_entered_with_its_channels(sqlite_house: House) -> None:
    """Put into a team, the bot says in both languages what it does, and knows the channels."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            for _time in range(2):
                await there.posts(activity("team_joined"))
            [hello] = there.connector.posted()
            assert hello["text"].startswith("Hei!")
            assert "\n\nHej!" in hello["text"]
            assert rooms(sqlite_house) == {"Verkostot": "teams", "Verkostot / Digi": "teams"}

    run(once())


def test_coordinators_are_asked_about_the_room_and_not_about_each_channel(
    sqlite_house: House,
) -> None:
    """What the room is for that the bot was put into; the others are on the coordinators' list."""
    sqlite_house.ledger.appoint("teams", [f"{TENANT}/carita"])

    async def once() -> int:
        async with world(sqlite_house) as there:
            await there.posts(said("moi", **by("Carita", "carita")))
            await there.posts(activity("team_joined"))
        with sqlite_house.ledger.unit() as unit:
            return len(unit.rooms.all())

    assert run(once()) == 2


def test_a_room_is_known_from_the_first_word_in_it(sqlite_house: House) -> None:
    """Where the bot was put before it listened, it finds out when it is spoken to."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            for _time in range(2):
                await there.posts(said("apua", "group"))
            assert rooms(sqlite_house) == {"Ryhmäkeskustelu / Gruppchatt": "teams"}

    run(once())


def test_a_new_channel_is_known_and_a_deleted_one_left(sqlite_house: House) -> None:
    """Channels that come and go are followed."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(activity("team_joined"))
            await there.posts(activity("channel_created"))
            assert "Verkostot / Kahvit" in rooms(sqlite_house)
            await there.posts(activity("channel_deleted"))
            assert "Verkostot / Digi" not in rooms(sqlite_house)

    run(once())


def test_a_team_that_is_renamed_or_comes_back_is_read_anew(sqlite_house: House) -> None:
    """Its rooms are known by their new names, and those of an archived team are left meanwhile."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(activity("team_joined"))
            there.connector.team = "Kirjastot"
            await there.posts(told("teamRenamed"))
            assert rooms(sqlite_house).keys() == {"Kirjastot", "Kirjastot / Digi"}
            await there.posts(told("teamArchived"))
            assert rooms(sqlite_house) == {}
            await there.posts(told("teamUnarchived"))
            assert rooms(sqlite_house).keys() == {"Kirjastot", "Kirjastot / Digi"}
            assert len(there.connector.posted()) == 1
            assert there.connector.looked_up == []

    run(once())


def told(what: str) -> JSON:
    """What Teams tells of a team in which the bot sits."""
    found = activity("team_joined")
    del found["membersAdded"]
    return found | {"channelData": {**found["channelData"], "eventType": what}}


def test_put_out_of_a_team_it_leaves_every_channel_of_it(sqlite_house: House) -> None:
    """Nothing is posted any more where the bot is not; another team's rooms stay."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(activity("team_joined"))
            await there.posts(said("apua", "group"))
            await there.posts(activity("team_left"))
            assert list(rooms(sqlite_house)) == ["Ryhmäkeskustelu / Gruppchatt"]
            await there.posts(said("apua", "channel"))
            assert "Verkostot / Digi" in rooms(sqlite_house)

    run(once())


def test_a_team_that_cannot_be_read_is_entered_all_the_same(sqlite_house: House) -> None:
    """The channel's list is a help, not a need."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.connector.answers.append(BLOCKED)
            await there.posts(said("apua", "channel"))
            assert rooms(sqlite_house) == {"Verkostot / Digi": "teams"}

    run(once())


def test_members_of_a_team_are_coordinators(sqlite_house: House) -> None:
    """The team that the settings name carries AKE's work, all its pages of members."""

    async def once() -> None:
        async with world(sqlite_house, coordinators="19:ake@thread.tacv2", tenant=TENANT) as there:
            there.connector.members = [{"id": f"29:{n}", "aadObjectId": f"p{n}"} for n in range(5)]
            found = there.teams.coordinators
            assert found is not None
            assert await found.read()
            assert sqlite_house.ledger.found == {f"teams:{TENANT}/p{n}" for n in range(5)}
            await there.posts(said("moi", **by("Paula", "p4")))
            with sqlite_house.ledger.unit() as unit:
                assert unit.people.by_identity("teams", f"{TENANT}/p4", "").coordinator
            there.connector.answers.append(BLOCKED)
            assert not await found.read()
            assert f"teams:{TENANT}/p4" in sqlite_house.ledger.found

    run(once())


def test_what_is_said_in_a_group_is_not_lost_to_another(sqlite_house: House) -> None:
    """Two people in one group chat have each their own dialog."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            sven = by("Sven", "sven")
            await there.posts(said("/kieli", "group"))
            await there.posts(said("svenska", "group", **sven))
            assert among("group")["conversation"]["conversationType"] == "groupChat"
            assert "svenska" not in there.connector.said()[-1]

    run(once())
