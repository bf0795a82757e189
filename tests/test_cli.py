"""The `ake` command, as the one who runs the bot meets it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from pydantic import SecretStr

from bot.chat import chat
from bot.cli import main
from bot.doctor import doctor
from bot.serve import CannotServe, serve
from bot.settings import Settings, SettingsError
from tests.loops import aside

ROOT = Path(__file__).parents[1]


def free_port() -> int:
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        port: int = any_port.getsockname()[1]
        return port


def letter(label: str, heard: str) -> str:
    """What to press for the button of that name."""
    return next(line[0] for line in heard.splitlines() if line[1:] == f") {label}")


@contextmanager
def running(words: list[str], **settings: str) -> Iterator[subprocess.Popen[str]]:
    """`python -m bot` as a process of its own, gone afterwards."""
    named = {f"AKE_{name.upper()}": value for name, value in settings.items()}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        env={**os.environ, **named},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_it_serves_until_it_is_told_to_stop(sqlite_url: str) -> None:
    """It says where it is once it can be reached, and an open page does not hold it."""
    port = free_port()
    with running(["serve"], port=str(port), database_url=sqlite_url) as bot:
        assert bot.stdout is not None
        assert bot.stdout.readline() == f"The bot is at http://127.0.0.1:{port}/\n"
        here = f"http://127.0.0.1:{port}"
        assert "Tervetuloa, Aino" in httpx2.get(f"{here}/?who=aino&room=chat").text
        with httpx2.stream("GET", f"{here}/live?who=aino&room=chat") as line:
            assert next(line.iter_lines()) == "retry: 2000"
            bot.send_signal(signal.SIGTERM)
            out, err = bot.communicate(timeout=3)
        assert (out, err) == ("", "")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("AKE_PROT", "80", "AKE_PROT is not a setting"),
        ("AKE_PORT", "eighty", "AKE_PORT"),
        ("AKE_REGION", "nowhere", "nowhere"),
        ("AKE_HOST", "192.0.2.1", "AKE_HOST: the local page is for this machine only"),
        ("AKE_DATABASE_URL", "nonsense", "AKE_DATABASE_URL: the database cannot be opened"),
    ],
)
def test_a_wrong_setting_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
    told: str,
) -> None:
    """The bot does not begin, says what is wrong, and tells the shell."""
    monkeypatch.setenv("AKE_PORT", str(free_port()))
    monkeypatch.setenv(name, value)
    assert main(["serve"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert len(err.splitlines()) == 1


def test_a_port_that_is_taken_is_told(sqlite_url: str) -> None:
    """Somebody else is there already, most likely the bot itself."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        settings = Settings(database_url=sqlite_url, port=taken.getsockname()[1])
        with pytest.raises(CannotServe, match="Is the bot running already"):
            serve(settings, print)


def test_a_chat_is_the_same_conversation(sqlite_url: str) -> None:
    """Letters press buttons, numbers choose, and the language is one's own."""
    heard: list[str] = []

    def typed() -> Iterator[str]:
        yield letter("Omat tiedot", heard[-1])
        assert "Missä kirjastossa työskentelet?" in heard[-1]
        yield from ("Raision pääkirjasto", "ohita", "ei", "kyllä", "", "x" * 20_000)

    settings = Settings(database_url=sqlite_url)
    assert chat(settings, "aino", None, typed(), heard.append) == 0
    assert "Tervetuloa, Aino" in heard[0]
    assert "olet töissä Raision pääkirjastossa" in heard[-2]
    assert "Kirjoita enintään" in heard[-1]
    again: list[str] = []
    chat(settings, "aino", "sv", ["/sprak"], again.append)
    assert "Välkommen, Aino" in again[0]
    assert "1. suomi" in again[1]


def test_a_chat_is_used_by_pipe(sqlite_url: str) -> None:
    """Without a keyboard there is no prompt, and the end of the pipe is the end."""
    with running(["chat", "--as", "saga"], database_url=sqlite_url) as bot:
        out, err = bot.communicate("/sprak\n2\n", timeout=20)
    assert "Vilket språk ska vi tala?" in out
    assert ">" not in out
    assert (err, bot.returncode) == ("", 0)


def test_invented_people_stay_out_of_real_channels(sqlite_url: str) -> None:
    """Where the bot is in Slack there is neither page nor chat."""
    settings = Settings(database_url=sqlite_url, slack_bot_token=SecretStr("xoxb"))
    assert settings.elsewhere
    assert not Settings().elsewhere
    with pytest.raises(CannotServe):
        chat(settings, "aino", None, [], print)


def test_the_doctor_tells_what_works(sqlite_url: str) -> None:
    """A line for each thing, and in the end whether all is well."""
    told: list[str] = []
    settings = Settings(database_url=sqlite_url, port=free_port())
    assert doctor(settings, told.append) == 0
    assert told[1:3] == [
        "region    Lounais-Suomi, 43 municipalities",
        "database  sqlite, answers and is up to date",
    ]
    assert "AKE_DATABASE_URL" in told[0]
    assert sqlite_url not in "".join(told)


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({}, "slack     off"),
        ({"slack_app_token": "xapp"}, "slack     NOT RIGHT: AKE_SLACK_BOT_TOKEN or "),
        ({"teams_unauthenticated": True}, "teams     on"),
    ],
)
def test_the_doctor_looks_at_teams_and_slack(
    sqlite_url: str, settings: dict[str, Any], line: str
) -> None:
    """Each is off, on, or lacks something that is named."""
    told: list[str] = []
    given = Settings(database_url=sqlite_url, port=free_port(), **settings)
    assert aside(lambda: doctor(given, told.append)) == int("NOT RIGHT" in line)
    assert [each for each in told if each.startswith(line)]


@pytest.mark.parametrize("lone", ["slack_app_token", "slack_signing_secret", "slack_api_url"])
def test_a_half_of_slack_stops_the_start(sqlite_url: str, lone: str) -> None:
    """Nobody runs a bot that is set up for Slack and does not answer there."""
    given = Settings(database_url=sqlite_url, port=free_port(), **{lone: "x"})
    with pytest.raises(SettingsError, match="AKE_SLACK_BOT_TOKEN"):
        serve(given, print)


def test_the_doctor_tells_what_does_not(sqlite_url: str) -> None:
    """What is wrong stands in its line, and the rest is looked at all the same."""
    told: list[str] = []
    assert doctor(Settings(database_url=sqlite_url, region="nowhere"), told.append) == 1
    assert told[1].startswith("region    NOT RIGHT: ")
    assert "answers" in told[2]
