"""What is installed is what was asked for."""

from __future__ import annotations

import re
import tomllib
from typing import cast

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .sources import ROOT

PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)(.*?)(?=^[a-z]|\Z)", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("group", ["run", "dev"])
def test_a_lock_holds_what_pyproject_asks_for(group: str) -> None:
    """Whoever changes what the bot stands on also runs `make lock`."""
    wanted = {canonicalize_name(each.name): each for each in asked(group)}
    locked = {name: version for name, version, why in pinned(group) if "ake-bot" in why}
    assert locked.keys() == wanted.keys()
    assert [name for name in wanted if locked[name] not in wanted[name].specifier] == []


def test_a_server_runs_what_was_tested() -> None:
    """Every pin for a server is one of the pins that the tests ran with."""
    tested = {(name, version) for name, version, _why in pinned("dev")}
    served = {(name, version) for name, version, _why in pinned("run")}
    assert served - tested == set()


def test_uv_installs_what_uv_locked() -> None:
    """The uv that the bootstrap begins with is the one that it ends with."""
    assert {pin[:2] for pin in pinned("uv")} <= {pin[:2] for pin in pinned("dev")}


@pytest.mark.parametrize("group", ["run", "dev", "uv"])
def test_every_pin_is_proved_by_hashes(group: str) -> None:
    """No package is installed that is not the one that was locked."""
    assert [name for name, _version, why in pinned(group) if "--hash=sha256:" not in why] == []


def pinned(lock: str) -> list[tuple[str, str, str]]:
    """Name, version and the rest of the entry: hashes and who asked for it."""
    found = PINNED.findall((ROOT / "requirements" / f"{lock}.lock").read_text("utf-8"))
    assert found
    return found


def asked(group: str) -> list[Requirement]:
    """The group's requirements, those of the groups it takes in with them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    requirements: list[Requirement] = []
    for entry in cast("list[str | dict[str, str]]", project["dependency-groups"][group]):
        if isinstance(entry, str):
            requirements.append(Requirement(entry))
        else:
            requirements += asked(entry["include-group"])
    return requirements
