"""The page in a real browser: for everyone, on every screen, with a keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.chat import StillClock
from tests.web.conftest import opened

from .site import Site, served, tab

Barriers = Callable[[Page], list[str]]
SPEAKERS = {"fi": ("aino", "Lähetä vastaukset"), "sv": ("saga", "Skicka svaren")}
"""Who speaks the language, and what they press to send a form."""


@pytest.fixture
def site(sqlite_url: str, clock: StillClock) -> Iterator[Site]:
    with opened(sqlite_url, clock) as local, served(local) as here:
        yield here


def sends(page: Page, button: str) -> None:
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=button, exact=True).click()


def says(page: Page, words: str) -> None:
    page.locator("#text").fill(words)
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")


def fill(page: Page) -> None:
    page.get_by_label("Millä nimellä messut pidetään?").fill("Kirjapäivä")
    page.get_by_label("Mistä iloitsette?").fill("Kaikesta.")
    page.get_by_label("Minä päivänä?").fill("2026-12-01")
    page.get_by_label("Mihin aikaan?").fill("09:30")
    page.get_by_label("Montako vierasta tulee?").fill("120")
    page.get_by_label("Kuinka pitkä matka on?").fill("57,5")
    page.get_by_label("Suuri").check()
    page.get_by_role("group", name="Tarjotaanko kahvia?").get_by_role("radio").first.check()
    page.get_by_role("combobox").fill("pori")
    page.keyboard.press("Enter")


def listens(page: Page) -> None:
    """Wait until the page hears what is new. (A function that is polled would break its CSP.)"""
    for _look in range(200):
        if page.evaluate("news.readyState === 1"):
            return
        page.wait_for_timeout(50)
    raise AssertionError("the page does not listen")


def fits(page: Page) -> bool:
    """Whether nothing has to be scrolled to the side but what may be."""
    within: bool = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return within


@pytest.mark.parametrize(
    ("width", "scheme", "language"),
    [  # each goes with each of the others once
        (320, "light", "fi"),
        (320, "dark", "sv"),
        (1280, "light", "sv"),
        (1280, "dark", "fi"),
    ],
)
def test_nothing_stands_in_anyones_way(
    site: Site, browser: Browser, barriers: Barriers, width: int, scheme: str, language: str
) -> None:
    """From the welcome to the last answer, axe finds no barrier and nothing sticks out."""
    who, send = SPEAKERS[language]
    found: list[str] = []

    def looked(page: Page) -> None:
        found.extend(barriers(page))
        assert fits(page)

    viewport = {"width": width, "height": 800}
    with tab(browser, viewport=viewport, color_scheme=scheme) as page:
        page.goto(site.at(who))
        looked(page)
        says(page, "/messut")
        sends(page, send)
        looked(page)
        fill(page)
        page.get_by_role("combobox").fill("k")
        looked(page)
        page.keyboard.press("Escape")
        sends(page, send)
        looked(page)
        says(page, "/kieli")
        says(page, "messut")
        if width < 1000:
            page.locator(".menu").click()
        looked(page)
    assert found == []


def test_it_works_without_script(site: Site, browser: Browser) -> None:
    """Lists are plain lists, the button sends, and nothing is missing."""
    with tab(browser, java_script_enabled=False) as page:
        page.goto(site.at())
        page.locator("#text").fill("/messut")
        sends(page, "Lähetä")
        page.get_by_label("Missä?").select_option("Pori")
        page.get_by_label("Mistä iloitsette?").fill("Kaikesta.")
        sends(page, "Lähetä vastaukset")
        expect(page.locator("#wrong")).to_contain_text("Minä päivänä?")
        assert page.get_by_label("Missä?").input_value() == "pori"


def test_a_list_is_searched_by_typing_in_either_language(site: Site, browser: Browser) -> None:
    """Björneborg finds Pori; arrows and Enter choose, Escape lets it be."""
    with tab(browser) as page:
        page.goto(site.at())
        says(page, "/messut")
        town = page.get_by_role("combobox", name="Missä?")
        options = page.get_by_role("option")
        town.fill("björ")
        expect(options).to_have_text(["Pori"])
        town.press("Enter")
        expect(town).to_have_value("Pori")
        town.fill("kyl")
        expect(options).to_have_count(8)
        town.press("ArrowDown")
        town.press("ArrowDown")
        town.press("Enter")
        expect(town).to_have_value("Kylä 3")
        town.fill("zzz")
        expect(page.get_by_text("Luettelosta ei löytynyt tällaista.")).to_be_attached()
        town.press("Tab")
        expect(town).to_have_value("Kylä 3")
        town.fill("salo")
        town.press("Escape")
        expect(town).to_have_value("Kylä 3")
        town.fill("")
        town.press("Tab")
        expect(town).to_have_value("")


def test_boxes_are_searched_by_typing(site: Site, browser: Browser) -> None:
    """Of a long list of boxes only those stay that match, and what was marked stays marked."""
    with tab(browser) as page:
        page.goto(site.at())
        says(page, "/messut")
        group = page.get_by_role("group", name="Mitkä kylät kutsutaan?")
        group.get_by_label("Salo").check()
        group.get_by_role("searchbox").fill("åbo")
        expect(group.locator(".choice:visible")).to_have_text(["Turku"])
        expect(group.get_by_text("Yksi osuma")).to_be_visible()
        group.get_by_role("searchbox").fill("")
        assert group.get_by_label("Salo").is_checked()


def test_a_keyboard_is_enough(site: Site, browser: Browser) -> None:
    """From the first Tab to the sent form, and the focus is always seen."""
    with tab(browser) as page:
        page.goto(site.at().removesuffix("#now"))
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        expect(page.locator(".skip")).to_be_in_viewport()
        page.locator("#text").focus()
        page.keyboard.type("/messut")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Kirjamessut")).to_be_visible()
        expect(page.locator("#text")).to_be_focused()
        page.get_by_label("Millä nimellä messut pidetään?").focus()
        page.keyboard.type("Kirjapäivä")
        with page.expect_navigation(wait_until="load"):
            page.keyboard.press("Enter")
        expect(page.locator("#wrong")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_label("Mistä iloitsette?")).to_be_focused()
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"


def test_news_come_while_one_looks(site: Site, browser: Browser) -> None:
    """A post appears in its room, and a mark elsewhere, without loading the page anew."""
    with tab(browser) as here, tab(browser) as there, tab(browser) as somebody:
        here.goto(site.at("aino", "varsat"))
        there.goto(site.at("saga"))
        for page in (here, there):
            listens(page)
        somebody.goto(site.at("pentti", "varsat"))
        says(somebody, "Kahvit alkavat.")
        expect(here.get_by_text("Kahvit alkavat.")).to_be_visible()
        mark = there.locator(".unread[data-place=varsat]")
        expect(mark).to_contain_text("2 nya meddelanden")


def test_another_window_is_told_that_one_went_on(site: Site, browser: Browser) -> None:
    """What one does in one window the other offers to show."""
    with tab(browser) as first:
        second = first.context.new_page()
        for page in (first, second):
            page.goto(site.at())
            listens(page)
        says(first, "/messut")
        expect(second.locator("#status")).to_contain_text("jatkui toisessa ikkunassa")
        second.get_by_role("link", name="Näytä").click()
        expect(second.get_by_role("heading", name="Kirjamessut")).to_be_visible()


def test_a_large_file_is_told_before_it_is_sent(site: Site, browser: Browser) -> None:
    """Nobody waits for twenty megabytes to be refused."""
    content = bytes(11 * 1024 * 1024)
    large = FilePayload(name="video.mp4", mimeType="video/mp4", buffer=content)
    with tab(browser) as page:
        page.goto(site.at())
        says(page, "/messut")
        files = page.get_by_label("Liitä suunnitelma")
        files.set_input_files(large)
        expect(page.get_by_role("alert")).to_contain_text("suurempi kuin")
        assert files.evaluate("input => input.files.length") == 0


def test_lines_are_broken_with_shift(site: Site, browser: Browser) -> None:
    """Enter sends; with Shift it begins a new line."""
    with tab(browser) as page:
        page.goto(site.at())
        page.locator("#text").focus()
        page.keyboard.type("hei")
        page.keyboard.press("Shift+Enter")
        page.keyboard.type("taas")
        expect(page.locator("#text")).to_have_value("hei\ntaas")
        with page.expect_navigation(wait_until="load"):
            page.keyboard.press("Enter")
        expect(page.locator("article.own")).to_contain_text("hei")


def test_it_can_be_printed_and_stands_still(site: Site, browser: Browser) -> None:
    """On paper stands the conversation alone; nothing moves for those who want no movement."""
    with tab(browser, reduced_motion="reduce") as page:
        page.goto(site.at())
        says(page, "/messut")
        moves = "document.getAnimations().length + getComputedStyle(document.body).animationName"
        assert page.evaluate(moves) == "0none"
        page.emulate_media(media="print")
        assert not page.locator(".side").is_visible()
        assert not page.locator(".composer").is_visible()
        assert page.get_by_role("heading", name="Kirjamessut").is_visible()
