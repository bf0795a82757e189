"""What may not stand in any file: where packages come from, and whose machine this was."""

from __future__ import annotations

import re

import pytest

from .sources import named, tracked

# Written so that this file does not hold what it looks for.
FORBIDDEN = re.compile(
    r"""
    [p]ypi\.org | [p]ythonhosted\.org | [r]egistry\.npmjs | [r]egistry\.yarnpkg
    | [d]eb\.debian\.org | [s]ecurity\.debian\.org | [a]rchive\.ubuntu\.com
    | https?://[^\s"'`]*/[s]imple/?(?=[\s"'`]|$)
    | (?<![\w.~-])/(?:[w]ork|[r]oot|[h]ome/\w+|[U]sers/\w+|[f]arm)/
    | [f]ile:///[h]ome
    """,
    re.VERBOSE,
)


def test_no_file_names_a_package_host_or_somebodys_machine() -> None:
    """A clone installs from wherever its own machine is set to, and runs anywhere."""
    found = [
        f"{named(file)}: {match.group()}"
        for file in tracked()
        for match in FORBIDDEN.finditer(file.read_bytes().decode("utf-8", "ignore"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "https://" + "files.python" + "hosted.org/packages/x.whl",
        '"resolved": "https://' + "registry." + 'npmjs.org/axe-core"',
        "--index-url https://mirror.example/" + "simple/",
        "open('/" + "home/aino/notes')",
        "cd /" + "work/somewhere",
    ],
)
def test_an_address_is_recognised(line: str) -> None:
    """The search above finds what it is there to find."""
    assert FORBIDDEN.search(line)


@pytest.mark.parametrize("line", ["/groundwork/", "a homework/ folder", "https://example.fi/page"])
def test_other_paths_may_stand(line: str) -> None:
    """A word that looks like one of them is no address."""
    assert not FORBIDDEN.search(line)
