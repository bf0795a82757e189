from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema.validators import validator_for

from bot.cli import main
from bot.language.understand.commands import command
from bot.settings import Settings, SettingsError
from bot.teams_package import package_of
from dialogs import CATALOGUE
from tools.icons import FOLDER, draw

JSON = dict[str, Any]
Official = Callable[[str], JSON]
APP = "1f2e3d4c-0000-1111-2222-333344445555"
REGISTERED = {
    "teams_app_id": APP,
    "teams_tenant_id": "t",
    "teams_app_password": "p",
    "public_url": "https://ake.example.fi",
}
SETTINGS = Settings(**REGISTERED)
MOST = {"name.short": 30, "name.full": 100, "description.short": 80, "description.full": 4000}


@pytest.fixture(scope="module")
def package() -> ZipFile:
    return ZipFile(BytesIO(package_of(SETTINGS)))


@pytest.fixture(scope="module")
def manifest(package: ZipFile) -> JSON:
    made: JSON = json.loads(package.read("manifest.json"))
    return made


@pytest.fixture(scope="module")
def swedish(package: ZipFile) -> dict[str, str]:
    made: dict[str, str] = json.loads(package.read("sv.json"))
    return made


def test_teams_takes_the_manifest(official: Official, manifest: JSON) -> None:
    """It validates against Microsoft's own schema of version 1.25."""
    rules = official("MicrosoftTeams.schema-1.25.json")
    assert [error.message for error in validator_for(rules)(rules).iter_errors(manifest)] == []


def test_teams_takes_the_swedish(official: Official, swedish: dict[str, str]) -> None:
    """The localization file validates against Microsoft's own schema."""
    rules = official("MicrosoftTeams.Localization.schema-1.29.json")
    assert [error.message for error in validator_for(rules)(rules).iter_errors(swedish)] == []


def test_everything_fits(manifest: JSON, swedish: dict[str, str]) -> None:
    """Names, descriptions and commands are as short as Teams wants them, in both languages."""
    finnish = dict(texts(manifest))
    for language in (finnish, swedish):
        assert {name: text for name, text in language.items() if not text.strip()} == {}
        assert {
            name: len(language[name]) for name in MOST if len(language[name]) > MOST[name]
        } == {}
    assert len(manifest["developer"]["name"]) <= 32


def test_everything_is_in_swedish_too(manifest: JSON, swedish: dict[str, str]) -> None:
    """Each text of the manifest has its Swedish, under the name that Teams looks for."""
    finnish = dict(texts(manifest))
    assert swedish.keys() - {"$schema"} == finnish.keys()
    same = {name for name, text in finnish.items() if swedish[name] == text}
    assert same == {"name.short"}


def texts(manifest: JSON) -> Iterator[tuple[str, str]]:
    for part in ("name", "description"):
        yield from ((f"{part}.{size}", text) for size, text in manifest[part].items())
    for which, each in enumerate(manifest["bots"][0]["commandLists"]):
        for number, offered in enumerate(each["commands"]):
            for part, text in offered.items():
                yield f"bots[0].commandLists[{which}].commands[{number}].{part}", text


def test_each_scope_offers_twelve_commands_at_most(manifest: JSON) -> None:
    """Personal chats, teams and group chats have a list of their own, no command twice in it."""
    lists = {tuple(each["scopes"]): each["commands"] for each in commands(manifest)}
    assert sorted(lists) == [("groupChat",), ("personal",), ("team",)]
    for offered in lists.values():
        titles = [each["title"] for each in offered]
        assert 1 <= len(titles) == len(set(titles)) <= 12


def commands(manifest: JSON) -> list[JSON]:
    found: list[JSON] = manifest["bots"][0]["commandLists"]
    return found


def test_what_is_offered_is_understood(manifest: JSON, swedish: dict[str, str]) -> None:
    """Each command, chosen in either language, is one that a dialog goes by."""
    known = {word for kind in CATALOGUE.values() for word in kind.commands}
    offered = [text for name, text in (*texts(manifest), *swedish.items()) if "title" in name]
    assert [text for text in offered if command(text, known) is None] == []


def test_it_belongs_to_the_registration(manifest: JSON) -> None:
    """The app, its bot and its domain are those of the settings; no rights in teams are asked."""
    assert manifest["id"] == manifest["bots"][0]["botId"] == APP
    assert manifest["validDomains"] == ["ake.example.fi"]
    assert "authorization" not in manifest
    assert "webApplicationInfo" not in manifest


def test_the_icons_are_what_teams_wants(package: ZipFile, manifest: JSON) -> None:
    """192 pixels in colour with nothing transparent; 32 in white on nothing."""
    color, outline = (package.read(manifest["icons"][each]) for each in ("color", "outline"))
    assert (side(color), side(outline)) == (192, 32)
    assert {alpha for *_rgb, alpha in pixels(color)} == {255}
    seen = [pixel for pixel in pixels(outline) if pixel[3] > 0]
    assert 100 < len(seen) < 32 * 32 / 2
    assert {tuple(rgb) for *rgb, _alpha in seen} == {(255, 255, 255)}


@pytest.mark.parametrize("name", ["color", "outline"])
def test_the_icons_are_drawn_from_their_drawings(name: str) -> None:
    """A drawing that was changed has been drawn anew."""
    assert list(pixels(draw(name))) == list(pixels((FOLDER / f"{name}.png").read_bytes()))


def side(png: bytes) -> int:
    wide, high = struct.unpack(">II", png[16:24])
    assert wide == high
    return int(wide)


def pixels(png: bytes) -> Iterator[tuple[int, ...]]:
    """Red, green, blue and alpha of each, of a PNG with eight bits for each."""
    assert (png[:8], png[24:26]) == (b"\x89PNG\r\n\x1a\n", b"\x08\x06")
    width, content, at = side(png) * 4, b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        content += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    lines, before = zlib.decompress(content), bytes(width)
    for start in range(0, len(lines), width + 1):
        before = unfiltered(lines[start], lines[start + 1 : start + 1 + width], before)
        yield from (tuple(before[each : each + 4]) for each in range(0, width, 4))


def unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    """A line as it is, from what stands for it (PNG, section 9)."""
    found = bytearray(line)
    for at, value in enumerate(line):
        left, up = (found[at - 4] if at >= 4 else 0), above[at]
        corner = above[at - 4] if at >= 4 else 0
        guess = (0, left, up, (left + up) // 2, paeth(left, up, corner))[kind]
        found[at] = (value + guess) % 256
    return bytes(found)


def paeth(left: int, up: int, corner: int) -> int:
    middle = left + up - corner
    return min((left, up, corner), key=lambda each: abs(middle - each))


def test_the_same_settings_make_the_same_package() -> None:
    """Nothing of when or where it was made is in it."""
    assert package_of(SETTINGS) == package_of(SETTINGS)
    with ZipFile(BytesIO(package_of(SETTINGS))) as made:
        assert {each.date_time[0] for each in made.infolist()} == {1980}
        assert all("/" not in name for name in made.namelist())


@pytest.mark.parametrize(
    ("lacking", "told"),
    [
        ({"teams_app_id": "ake"}, "AKE_TEAMS_APP_ID"),
        ({"public_url": None}, "AKE_PUBLIC_URL"),
        ({"public_url": "http://127.0.0.1:3978"}, "AKE_PUBLIC_URL"),
    ],
)
def test_what_is_missing_is_told(lacking: dict[str, str | None], told: str) -> None:
    """Without an app id or a public address there is no package, and a sentence says why."""
    with pytest.raises(SettingsError, match=told):
        package_of(Settings(**{**REGISTERED, **lacking}))


def test_the_command_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`ake manifest teams` writes the file; a version may be told, as Teams wants a new one."""
    for name, value in REGISTERED.items():
        monkeypatch.setenv(f"AKE_{name.upper()}", value)
    written = tmp_path / "ake.zip"
    assert main(["manifest", "teams", "--to", str(written), "--version", "1.2.0"]) == 0
    with ZipFile(written) as made:
        version = json.loads(made.read("manifest.json"))["version"]
    assert version == "1.2.0"
