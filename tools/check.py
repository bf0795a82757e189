"""All checks of the code but its tests, side by side: a line each, and in full what fails."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from os import cpu_count
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
CHECKS = {
    "types": ["mypy", "bot", "dialogs", "tests", "tools", "bench"],
    "imports": ["lint-imports", "--no-logo"],
    "words": ["python", "-m", "tools.words", "check"],
    "rules": ["ruff", "check", "--quiet"],
    "form": ["ruff", "format", "--check", "--quiet"],
}
"""The slowest stands first."""


def main() -> int:
    with ThreadPoolExecutor(cpu_count()) as pool:
        running = [pool.submit(check, name) for name in CHECKS]
        return max(report(*done.result()) for done in as_completed(running))


def check(name: str) -> tuple[str, float, subprocess.CompletedProcess[str]]:
    """The name, the seconds it took and what came of it."""
    started = time.monotonic()
    program, *words = CHECKS[name]
    ended = subprocess.run(
        [PROGRAMS / program, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return name, time.monotonic() - started, ended


def report(name: str, seconds: float, ended: subprocess.CompletedProcess[str]) -> int:
    verdict = "not right" if ended.returncode else "fine"
    print(f"{name:8} {verdict:10} {seconds:4.1f} s   {' '.join(CHECKS[name])}", flush=True)
    if ended.returncode:
        print(ended.stdout + ended.stderr, flush=True)
    return bool(ended.returncode)


if __name__ == "__main__":
    sys.exit(main())
