"""What a link opens, in a real browser: on a phone, in both languages, for everyone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from bot.app import House, web_app
from tests.chat import Chat
from tests.claims.test_receipt_files import PDF
from tests.claims.travelling import DAY, begun, meeting
from tests.domain.claims.trips import drive
from tests.visits.acting import TURKU, settle
from tests.web.test_once import AINO, link

from .site import running, tab

Barriers = Callable[[Page], list[str]]
OPEN = {"fi": "Avaa", "sv": "Öppna"}
ANSWER = {"fi": "Vastaa", "sv": "Svara"}


@pytest.fixture
def site(sqlite_house: House) -> Iterator[str]:
    with running(web_app(sqlite_house)) as address:
        yield address


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [(320, "light", "fi"), (390, "dark", "sv"), (1280, "light", "sv"), (1280, "dark", "fi")],
)
def test_receipts_are_handed_in_by_anyone(
    site: str,
    sqlite_house: House,
    browser: Browser,
    barriers: Barriers,
    width: int,
    scheme: str,
    language: str,
) -> None:
    """From the button to the last word axe finds no barrier and nothing sticks out."""
    house = sqlite_house
    settle(house, "aino", TURKU)
    claim = begun(house, "aino", meeting(house), drive("10", day=DAY))
    chat = Chat(house, "aino")
    chat.opens("language", language=language)
    chat.opens("attach_receipts", claim=claim.id)
    address = link(house, AINO)
    found: list[str] = []

    def look() -> None:
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("html").get_attribute("lang") == language
        found.extend(barriers(page))

    how = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    with tab(browser, **how) as page:
        page.goto(f"{site}{address}")
        look()
        page.get_by_role("button", name=OPEN[language]).click()
        page.locator("form.card").wait_for()
        look()
        receipt = {"name": "kuitti.pdf", "mimeType": "application/pdf", "buffer": PDF}
        page.locator("input[type=file]").set_input_files(receipt)  # type: ignore[arg-type]
        page.get_by_role("button", name=ANSWER[language], exact=True).click()
        page.get_by_text("kuitti.pdf").wait_for()
        look()
    assert found == []


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_everyone_can_read_what_the_bot_is(
    site: str, browser: Browser, barriers: Barriers, width: int, scheme: str
) -> None:
    """The page that Teams leads to is for everyone too."""
    how = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    with tab(browser, **how) as page:
        page.goto(f"{site}/about")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert barriers(page) == []
