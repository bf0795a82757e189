"""The system's own Chromium, driven as a person would, and axe to judge what it shows."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.machine import not_tried

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Also as root and without a screen, asking nothing of the network."""

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if chromium is None:
        not_tried(request.config, "The page in a browser", "Debian: sudo apt install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty tab of someone who reads Finnish."""
    context = browser.new_context(locale="fi-FI", timezone_id="Europe/Helsinki")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def barriers(request: pytest.FixtureRequest) -> Callable[[Page], list[str]]:
    """What keeps someone from using a page, by axe: the rule and the element, a line each."""
    if not AXE.exists():
        not_tried(request.config, "The page with axe", "Install Node.js and npm, then: make test")
    axe = AXE.read_text("utf-8")

    def found(page: Page) -> list[str]:
        page.evaluate(axe)  # not a script tag, which the page's own policy would refuse
        judged = page.evaluate(
            "rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES
        )
        return [
            f"{violation['id']}: {node['html']}"
            for violation in judged["violations"]
            for node in violation["nodes"]
        ]

    return found
