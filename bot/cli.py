"""The `ake` command: what can be told to the bot from a terminal."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.branches import bring_in
from bot.chat import chat
from bot.doctor import doctor
from bot.local_page import PEOPLE
from bot.regions import RegionError
from bot.serve import CannotServe, serve
from bot.settings import Settings, SettingsError, read_settings
from bot.store.migrate import NoDatabase

WRONG = 2
"""What the shell is told when the bot cannot begin as it is set up."""


def main(words: Sequence[str] | None = None) -> int:
    given = parser().parse_args(words)
    try:
        settings = read_settings()
        logging.basicConfig(level=settings.log_level, format="%(levelname)s %(name)s: %(message)s")
        logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of each step
        return COMMANDS[given.command](settings, given)
    except OSError as wrong:
        print(f"{wrong.filename}: {wrong.strerror}", file=sys.stderr)
        return WRONG
    except (SettingsError, RegionError, NoDatabase, CannotServe) as wrong:
        print(wrong, file=sys.stderr)
        return WRONG
    except (KeyboardInterrupt, BrokenPipeError):
        return 0


def parser() -> argparse.ArgumentParser:
    told = argparse.ArgumentParser(prog="ake", description=__doc__)
    commands = told.add_subparsers(dest="command", required=True, metavar="command")
    commands.add_parser("serve", help="answer by HTTP: the local page, and whatever is set up")
    talk = commands.add_parser("chat", help="talk with the bot here, in the terminal")
    talk.add_argument("--as", dest="who", choices=PEOPLE, default=PEOPLE[0], help="who you are")
    talk.add_argument("--language", choices=("fi", "sv"), help="which language you speak")
    commands.add_parser("doctor", help="tell what is set up, and whether it works")
    bring = commands.add_parser("import", help="bring in branches and mobile libraries")
    bring.add_argument("file", type=Path, help="a CSV list, or the library directory as JSON")
    bring.add_argument("--swedish", type=Path, help="the directory's answer in Swedish")
    made = commands.add_parser("manifest", help="write what a platform makes the app from")
    made.add_argument("platform", choices=("slack", "teams"))
    made.add_argument("--to", type=Path, default=Path("ake-teams.zip"), help="the Teams package")
    made.add_argument("--version", default="", help="the Teams package's, such as 1.0.1")
    return told


def manifest_here(settings: Settings, given: argparse.Namespace) -> int:
    if given.platform == "teams":
        return teams_package(settings, given.to, given.version)
    from bot.slack import manifest_of  # noqa: PLC0415 (heavy, and most do without)

    say(json.dumps(manifest_of(settings), ensure_ascii=False, indent=1))
    return 0


def teams_package(settings: Settings, to: Path, version: str) -> int:
    from bot.teams_package import package_of  # noqa: PLC0415 (as above)

    to.write_bytes(package_of(settings, version))
    say(f"{to}: upload it in the Teams admin centre, under Manage apps.")
    return 0


def serve_here(settings: Settings, _given: argparse.Namespace) -> int:
    return serve(settings, say)


def chat_here(settings: Settings, given: argparse.Namespace) -> int:
    return chat(settings, given.who, given.language, lines(), say)


def doctor_here(settings: Settings, _given: argparse.Namespace) -> int:
    return doctor(settings, say)


def import_here(settings: Settings, given: argparse.Namespace) -> int:
    return bring_in(settings, given.file, given.swedish, say)


COMMANDS: Mapping[str, Callable[[Settings, argparse.Namespace], int]] = {
    "serve": serve_here,
    "chat": chat_here,
    "doctor": doctor_here,
    "import": import_here,
    "manifest": manifest_here,
}


def lines() -> Iterator[str]:
    """What is typed, with a prompt where somebody sits at a keyboard."""
    prompt = "> " if sys.stdin.isatty() else ""
    while True:
        try:
            yield input(prompt)
        except EOFError:
            return


def say(words: str) -> None:
    print(words, flush=True)
