"""The eye that looks at our pages sees what it should."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

GOOD = """<!doctype html><html lang="fi"><title>Vierailu</title>
<main><h1>Vierailu</h1><label>Päivä <input name="day"></label><button>Jatka</button></main>"""


def test_a_field_without_a_name_is_a_barrier(
    page: Page, barriers: Callable[[Page], list[str]]
) -> None:
    """A field that a screen reader cannot name is found."""
    page.set_content(GOOD.replace("<label>Päivä", "").replace("</label>", ""))
    assert barriers(page) == ['label: <input name="day">']


def test_a_plain_form_is_none(page: Page, barriers: Callable[[Page], list[str]]) -> None:
    """A form that all can use is passed over in silence."""
    page.set_content(GOOD)
    assert barriers(page) == []
