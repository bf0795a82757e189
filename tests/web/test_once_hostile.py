"""Whatever is sent to the page that a link opens, a page comes back and nothing breaks."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from bot.app import House, web_app
from bot.channels.web.uploads import WORDS
from bot.conversation.links import VISIT, Link, offer

from .browsing import HERE
from .test_hostile import FIELDS, calm
from .test_once import AINO

PLACES = st.sampled_from(["/once/", "/once/paper"])


@pytest.fixture
def client(sqlite_house: House, caplog: pytest.LogCaptureFixture) -> Iterator[TestClient]:
    """On a visit to the page; whatever it sends, nothing breaks inside either."""
    client = TestClient(web_app(sqlite_house), HERE, raise_server_exceptions=False)
    with sqlite_house.ledger.unit() as unit:
        visit = Link(AINO, "visit")
        secret = offer(unit.links, visit, sqlite_house.clock.now(), VISIT)
        unit.commit()
    client.cookies.set("visit", secret, path="/once")
    yield client
    assert "mishap" not in caplog.text


@calm
@given(FIELDS, PLACES, st.booleans())
def test_any_fields_are_answered(
    client: TestClient, fields: list[tuple[str, str]], where: str, parts: bool
) -> None:
    """Missing fields, wrong kinds, papers of others: a page comes back each time."""
    pairs: dict[str, list[str]] = {}
    for name, value in fields:
        pairs.setdefault(name, []).append(value)
    files = [("f.plans", ("plan.pdf", b"%PDF"))] if parts else None
    answer = client.post(where, data=pairs, files=files)
    assert answer.status_code in (200, 400, 403, 404)
    assert "<html" in answer.text


@calm
@given(st.binary(max_size=300), st.sampled_from(["multipart/form-data; boundary=x", "a/b", ""]))
def test_any_bytes_are_answered(client: TestClient, content: bytes, kind: str) -> None:
    """What is no form at all is told to be none."""
    answer = client.post("/once/", content=content, headers={"content-type": kind})
    assert answer.status_code in (200, 400)


@calm
@given(st.text(max_size=60))
def test_any_address_is_answered(client: TestClient, secret: str) -> None:
    """An address made up by somebody opens nothing."""
    address = "/once/" + quote(secret)
    for answer in (client.get(address), client.post(address)):
        assert answer.status_code in (200, 400, 404, 405)


def test_too_much_is_let_go_by(client: TestClient) -> None:
    """More words than anybody writes are refused with a sentence."""
    answer = client.post("/once/", data={"text": "x" * (WORDS + 1)})
    assert answer.status_code == 413
    assert "<html" in answer.text
