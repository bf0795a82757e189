from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import House
from bot.channels.teams.door import whole
from bot.channels.teams.hosts import Hosts
from bot.channels.teams.values import pressed
from bot.conversation.turns import Gave
from tests.chat import StillClock
from tests.houses import copied, house
from tests.loops import run

from .openid import APP
from .posted import AINO, TENANT, activity, among, executed, said, submitted
from .world import world

JSON = dict[str, Any]


@pytest.fixture(scope="module")
def quiet_house(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One house for all that is turned away at the door: none of it reaches the house."""
    with house(copied(sqlite_template, tmp_path_factory.mktemp("quiet"))) as built:
        yield built


def status(at: House, posted: JSON, **token: Any) -> tuple[int, int]:
    """What one request is answered with, and how much was written because of it."""

    async def once() -> tuple[int, int]:
        async with world(at) as there:
            told = there.signer.token(**token) if token else None
            answer = await there.posts(posted, told)
            return answer.status_code, len(there.connector.written)

    return run(once())


def test_a_proved_message_is_answered(sqlite_house: House) -> None:
    """A message with a good token gets a reply, which carries the bot's own token."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            assert (await there.posts(said("moi"))).status_code == 200
            [reply] = there.connector.written
            assert reply.headers["authorization"] == "Bearer our-token"
            assert reply.path.startswith("/emea/v3/conversations/a%3A17I0kl8")

    run(once())


BAD_TOKENS: dict[str, JSON] = {
    "expired": {"exp": 1_700_000_000},
    "not yet valid": {"nbf": 4_000_000_000},
    "no end": {"exp": None},
    "an end that is no time": {"exp": "later"},
    "an end beyond time": {"exp": 10**30},
    "for another bot": {"aud": "another"},
    "for nobody": {"aud": None},
    "by somebody else": {"iss": "https://evil.example"},
    "by nobody": {"iss": None},
    "by the emulator": {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"},
    "for another service": {"serviceurl": "https://evil.example/"},
    "for no service": {"serviceurl": None},
    "with an unknown key": {"kid": "k9"},
    "with no key": {"kid": ""},
    "with another key": {"signed_with": 2},
    "in another way": {"alg": "RS384"},
}


@pytest.mark.parametrize("token", BAD_TOKENS.values(), ids=BAD_TOKENS.keys())
def test_a_bad_token_runs_nothing(quiet_house: House, token: JSON) -> None:
    """Whatever is wrong with a token, the answer is 401 and nothing happens."""
    assert status(quiet_house, said("moi"), **token) == (401, 0)


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer abc", "Bearer a.b.c", "Basic YTpi", "bearer \N{BEER MUG}"],
)
def test_what_is_no_token_runs_nothing(quiet_house: House, header: str) -> None:
    """A missing or mangled header is 401 too, and never an error."""

    async def once() -> int:
        async with world(quiet_house) as there:
            headers = {b"Authorization": header.encode()} if header else {}
            answer = await there.client.post("/api/messages", json=said("moi"), headers=headers)
            assert there.connector.written == []
            return answer.status_code

    assert run(once()) == 401


def test_an_unsigned_token_runs_nothing(quiet_house: House) -> None:
    """A token that says itself that it is not signed is worth nothing."""

    async def once() -> None:
        async with world(quiet_house) as there:
            assert (await there.posts(said("moi"), there.signer.unsigned())).status_code == 401
            assert there.connector.written == []

    run(once())


def test_a_key_for_another_channel_is_not_good_here(sqlite_house: House) -> None:
    """Keys are endorsed for channels, and ours has to be among them."""

    async def once() -> int:
        async with world(sqlite_house) as there:
            there.signer.endorsements = ["webchat"]
            sqlite_house.clock.moves(hours=25)  # type: ignore[attr-defined]
            token = there.signer.token(exp=4_000_000_000)
            return (await there.posts(said("moi"), token)).status_code

    assert run(once()) == 401


def test_a_token_is_proved_once_and_good_until_its_end(
    sqlite_house: House, clock: StillClock
) -> None:
    """The same token serves for its hour without being proved anew, and not a moment longer."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            token = there.signer.token()
            for _turn in range(3):
                assert (await there.posts(said("moi"), token)).status_code == 200
            assert there.signer.asked == 2  # the document and the keys, before the first turn
            clock.moves(minutes=64)
            assert (await there.posts(said("moi"), token)).status_code == 200
            clock.moves(minutes=2)
            assert (await there.posts(said("moi"), token)).status_code == 401

    run(once())


def test_a_new_key_is_found_when_it_is_first_used(sqlite_house: House, clock: StillClock) -> None:
    """Keys change without notice: an unknown one is looked up, but not at everybody's bidding."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.signer.keys = {"k2": 2}
            clock.moves(minutes=1)
            assert (await there.posts(said("moi"), there.signer.token("k2"))).status_code == 401
            assert there.signer.asked == 2
            clock.moves(minutes=5)
            assert (await there.posts(said("moi"), there.signer.token("k2"))).status_code == 200
            for _guess in range(5):
                await there.posts(said("moi"), there.signer.token("k9"))
            assert there.signer.asked == 4

    run(once())


def test_keys_that_cannot_be_had_leave_the_old_ones(sqlite_house: House, clock: StillClock) -> None:
    """Where Microsoft cannot be reached for its keys, those at hand stay good."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            there.signer.broken = True
            clock.moves(hours=25)
            token = there.signer.token(exp=int((clock.now() + timedelta(hours=1)).timestamp()))
            assert (await there.posts(said("moi"), token)).status_code == 200

    run(once())


def test_only_allowed_tenants_are_answered(quiet_house: House) -> None:
    """Somebody of another organisation gets no word, and nothing is kept of them."""
    stranger = said("moi")
    stranger["conversation"]["tenantId"] = "another-tenant"
    assert status(quiet_house, stranger) == (403, 0)


def test_only_known_hosts_are_written_to() -> None:
    """The bot's token goes to Microsoft and nowhere else, whatever an activity says."""
    hosts = Hosts()
    assert hosts.serves("https://smba.trafficmanager.net/emea/")
    assert hosts.serves("https://europe.webchat.botframework.com/")
    for url in (
        "https://smba.trafficmanager.net.evil.example/",
        "https://evil.example/smba.trafficmanager.net",
        "https://evilbotframework.com/",
        "http://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net:8443/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://user@smba.trafficmanager.net/",
        "https://[::1/",
        "",
    ):
        assert not hosts.serves(url), url


def test_an_unknown_service_is_refused(quiet_house: House) -> None:
    """An activity that wants its reply elsewhere is refused, even with a good token for there."""

    async def once() -> None:
        async with world(quiet_house) as there:
            elsewhere = "https://evil.example/"
            posted = {**said("moi"), "_service": elsewhere}
            token = there.signer.token(serviceurl=elsewhere)
            assert (await there.posts(posted, token)).status_code == 403
            assert (await there.posts({**posted, "_service": ""}, token)).status_code == 401

    run(once())


def test_another_channel_than_teams_is_refused(quiet_house: House) -> None:
    """A web chat or an emulator is not what the bot is registered for."""
    assert status(quiet_house, said("moi", channelId="webchat")) == (401, 0)


@pytest.mark.parametrize(
    ("content", "kind", "expected"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'"moi"', "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"{}", "application/json", 400),
        (b'{"type": 1}', "application/json", 400),
        (b'{"type": "message"}', "application/json", 401),
        (b'{"type": "message"}', "text/plain", 415),
        (b'{"type": "message"}', "", 415),
        (b'{"x": "' + b"y" * 1_000_000 + b'"}', "application/json", 413),
    ],
)
def test_what_is_no_activity_gets_its_status(
    quiet_house: House, content: bytes, kind: str, expected: int
) -> None:
    """Malformed, far too large or of another kind: each is told apart, and runs nothing."""

    async def once() -> int:
        async with world(quiet_house) as there:
            headers = {"Content-Type": kind} if kind else {}
            answer = await there.client.post("/api/messages", content=content, headers=headers)
            assert there.connector.written == []
            return answer.status_code

    assert run(once()) == expected


def test_a_malformed_activity_with_a_good_token_is_told_so(quiet_house: House) -> None:
    """Even a proved request may hold nothing that can be answered."""
    assert status(quiet_house, said("moi", conversation={})) == (400, 0)


@pytest.mark.parametrize("name", ["task/fetch", "composeExtension/query", "nonsense"])
def test_an_unknown_invoke_is_not_implemented(quiet_house: House, name: str) -> None:
    """Teams is told 501, as it expects of a bot that never offered such a thing."""
    assert status(quiet_house, activity("execute", name=name)) == (501, 0)


@pytest.mark.parametrize("kind", ["edited", "reacted", "member_joined"])
def test_what_is_not_for_the_bot_is_ignored_kindly(quiet_house: House, kind: str) -> None:
    """Edits, reactions and other people who join are taken and left at that."""
    assert status(quiet_house, activity(kind)) == (200, 0)


def test_a_garbled_press_is_answered_with_a_sentence(sqlite_house: House) -> None:
    """A card's value of the wrong shape changes nothing, and the one who waits is told."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            answer = await there.asked(executed({"ake": {"do": "answer"}}))
            assert answer["type"] == "application/vnd.microsoft.activity.message"
            assert "kortista" in answer["value"]
            await there.posts(submitted({"ake": 7}))
            assert "kortista" in there.connector.said()[0]

    run(once())


def test_half_a_character_becomes_a_question_mark() -> None:
    """Where a client cut an emoji in two, the rest of what was written is read all the same."""
    cut = bytearray(rb'{"text": "Hei \ud83d", "name": "\ud83d\ude00"}')
    assert whole(cut) == {"text": "Hei ?", "name": "\N{GRINNING FACE}"}


@pytest.mark.contract
def test_a_zero_in_a_name_breaks_nothing(both_houses: House) -> None:
    """Postgres takes no text with one in it."""

    async def once() -> None:
        async with world(both_houses) as there:
            hello = said("apua")
            hello["from"]["name"] = "Ai\0no"
            await there.posts(hello)
        with both_houses.ledger.unit() as unit:
            who = unit.people.by_identity("teams", f"{TENANT}/{AINO}", "")
            assert who.name == "Aino"

    run(once())


def test_a_zero_in_a_field_is_left_out() -> None:
    """What is pasted from somewhere may have one."""
    form = {"do": "answer", "form": ["d", 1], "asks": ["why"]}
    gave, _whose = pressed({"ake": form, "why": "Bus\0si"})
    assert isinstance(gave, Gave)
    assert gave.answers == {"why": "Bussi"}


def test_somebody_without_an_account_is_told_so(sqlite_house: House) -> None:
    """Who has signed in nowhere cannot be known again, so nothing is done for them."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            guest = {"id": "29:x", "name": "Kuka Lie"}
            await there.posts(said("/kieli", "group", **{"from": guest}))
            assert "kirjautuneet" in there.connector.said()[0]

    run(once())


def test_a_bug_is_a_kind_word_and_tells_the_log_nothing(
    sqlite_house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """A mishap is told with a reference; what was written and by whom is in no log."""

    async def once() -> None:
        async with world(sqlite_house) as there:

            async def breaks(_event: object) -> JSON | None:
                raise ZeroDivisionError("salaisuus")

            assert there.teams.door is not None
            there.teams.door.take = breaks
            await there.posts(said("salaisuus"))
            answer = await there.asked(executed({"ake": {"do": "page"}}))
            assert "pahoillani" in there.connector.said()[0]
            assert "pahoillani" in answer["value"]

    with caplog.at_level(logging.DEBUG):
        run(once())
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    assert any("ZeroDivisionError" in line for line in ours)
    assert not any(word in line for line in ours for word in ("salaisuus", "Aino", APP))


def test_a_forged_sender_changes_nothing_of_another(sqlite_house: House) -> None:
    """Who sends is what Teams says: a name that somebody chose opens nobody else's dialog."""

    async def once() -> None:
        async with world(sqlite_house) as there:
            await there.posts(said("/kieli"))
            card = there.connector.cards()[0]
            press = next(a for a in card["actions"] if a["title"] == "Lähetä vastaukset")["data"]
            eve = {"id": "29:eve", "name": "Aino Virtanen", "aadObjectId": "eve"}
            answer = await there.asked(executed({**press, "language": "sv"}, **{"from": eve}))
            assert "jollekulle toiselle" in answer["value"]
            forged = {**press, "ake": {**press["ake"], "of": ""}, "language": "sv"}
            await there.asked(executed(forged, **{"from": eve}))
            await there.posts(said("moi"))
            assert there.connector.cards()[-1]["lang"] == "fi"

    run(once())


def test_a_door_that_is_not_open_yet_says_so(quiet_house: House) -> None:
    """Before the first login is done there is nobody to answer."""

    async def once() -> int:
        async with world(quiet_house) as there:
            there.teams.door = None
            return (await there.posts(said("moi"))).status_code

    assert run(once()) == 503


def test_unproved_requests_are_answered_only_without_a_registration(sqlite_house: House) -> None:
    """On one's own machine the bot can be tried without Microsoft; then nothing is proved."""

    async def once() -> None:
        async with world(sqlite_house, signed=False) as there:
            assert (await there.posts(said("moi"))).status_code == 200
            assert len(there.connector.written) == 1
            far = {**said("moi", **among("group")), "_service": "https://smba.trafficmanager.net/"}
            assert (await there.posts(far)).status_code == 403

    run(once())
