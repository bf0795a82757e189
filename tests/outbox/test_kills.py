"""Real processes that die by SIGKILL while they send: a short version of bench/kills.py."""

from __future__ import annotations

import pytest

from bench import kills


@pytest.mark.parametrize("asked", [True, False], ids=["can be asked", "cannot be asked"])
def test_nothing_is_lost_when_replicas_are_killed(sqlite_url: str, *, asked: bool) -> None:
    """None lost; none twice where the channel can be asked; no approval twice in any case."""
    outcome = kills.killed(sqlite_url, asked=asked, kills=3, letters=40)
    assert outcome.planned >= 40
    assert (outcome.lost, outcome.approvals_twice) == (0, 0)
    if asked:
        assert (outcome.reminders_twice, outcome.listed) == (0, 0)
