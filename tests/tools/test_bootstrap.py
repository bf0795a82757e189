"""A machine on which nothing is set up yet."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import bootstrap

ABSENT = "no-such-package==1.0 --hash=sha256:" + "0" * 64


class Clone:
    """A fresh clone that needs no packages, on a machine without a network."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.needs("")
        (root / "requirements" / "uv.lock").touch()
        (root / "tools").mkdir()
        shutil.copy(bootstrap.__file__, root / "tools")

    def needs(self, lock: str) -> None:
        folder = self.root / "requirements"
        folder.mkdir(exist_ok=True)
        (folder / "dev.lock").write_text(lock)

    def runs(self, code: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, self.root / "tools" / "bootstrap.py", "-c", code],
            env={**os.environ, "PIP_NO_INDEX": "1"},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


def test_a_clone_on_its_first_day(clone: Clone) -> None:
    """What is missing is told in one line; then set-up comes once, and the program just runs."""
    clone.needs(ABSENT)
    failed = clone.runs("print('ran')")
    assert (failed.returncode, failed.stdout) == (1, "")
    setting_up, error = failed.stderr.splitlines()
    assert setting_up.startswith("Setting up .venv")
    assert error.startswith("error: the packages could not be installed. Online? ")
    assert "no-such-package" in error

    clone.needs("")
    mended = clone.runs("import sys; print(sys.prefix)")
    assert mended.stdout.strip() == str(clone.root / ".venv")
    assert mended.stderr.splitlines()[1].startswith("Ready in ")

    again = clone.runs("import sys; sys.exit(7)")
    assert (again.returncode, again.stderr) == (7, "")
