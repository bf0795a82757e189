"""What this machine lacks, told loudly: a test that was not tried promises nothing."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

Lacking = dict[str, str]
LACKING = pytest.StashKey[Lacking]()


def not_tried(config: pytest.Config, what: str, remedy: str) -> NoReturn:
    """Skip what this machine cannot try. CI may not do without it, and fails."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} cannot be tried here. {remedy}", pytrace=False)
    lacking(config)[what] = remedy
    pytest.skip(remedy)


def lacking(config: pytest.Config) -> Lacking:
    """What was not tried in this run, and what to do about it."""
    return config.stash.setdefault(LACKING, {})
