"""The page is for this machine and for itself, whatever somebody sends."""

from __future__ import annotations

import logging

import pytest
from starlette.testclient import TestClient

from bot.app import web_app
from bot.local_page import LocalPage

from .browsing import HERE
from .conftest import Visit

TURN = "/turn?who=aino&room=chat"


@pytest.fixture
def client(local: LocalPage) -> TestClient:
    app = web_app(local.house, local.door.app())
    return TestClient(app, HERE, raise_server_exceptions=False)


def test_the_headers_keep_it_to_itself(client: TestClient) -> None:
    """Nothing is kept, framed, guessed, referred to or run but what the page brings along."""
    told = client.get("/?who=aino&room=chat").headers
    policy = told["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert told["x-content-type-options"] == "nosniff"
    assert told["cache-control"] == "no-store"
    assert told["referrer-policy"] == "no-referrer"
    assert "samesite=strict" in told["set-cookie"].lower()
    assert "httponly" in told["set-cookie"].lower()


def test_the_script_runs_by_a_word_used_once(client: TestClient) -> None:
    """The page's own script carries a nonce, a new one each time; nothing stands in attributes."""
    pages = [client.get("/?who=aino&room=chat").text for _time in range(2)]
    nonces = [page.split('nonce="')[1].split('"')[0] for page in pages]
    assert nonces[0] != nonces[1]
    assert pages[0].count("<script") == 1
    assert " onclick" not in pages[0]
    assert "<style" not in pages[0]
    assert " style=" not in pages[0]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:3978", ""]
)
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    """A name that leads here is not this machine's own."""
    assert client.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:3978", "localhost:3978", "localhost", "[::1]:3978"])
def test_this_machine_is_let_in(client: TestClient, host: str) -> None:
    """By each of its own names."""
    assert client.get("/page.css", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:4000"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": HERE},
    ],
)
def test_another_sites_form_is_refused(
    client: TestClient, visit: Visit, headers: dict[str, str]
) -> None:
    """What another page makes a browser send changes nothing."""
    assert client.post(TURN, data={"text": "terve"}, headers=headers).status_code == 403
    assert "terve" not in visit("aino").sees


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": HERE},
        {"origin": "null", "sec-fetch-site": "same-origin"},
        {},
    ],
)
def test_its_own_form_is_taken(client: TestClient, visit: Visit, headers: dict[str, str]) -> None:
    """Also where the browser hides where it came from, as our own policy tells it to."""
    assert client.post(TURN, data={"text": "terve"}, headers=headers).status_code == 200
    assert "terve" in visit("aino").sees


def test_what_is_written_is_text_and_nothing_else(visit: Visit) -> None:
    """Markup that somebody writes stands there as they wrote it."""
    aino = visit("aino", "varsat")
    aino.says("<script>alert(1)</script> & <b>'\"</b>")
    assert "<script>alert" not in aino.response.text
    assert "<script>alert(1)</script> & <b>'\"</b>" in aino.sees


def test_nothing_written_reaches_the_log(
    visit: Visit, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Words, answers and names stay between the person and the bot."""
    with caplog.at_level(logging.DEBUG, logger="bot"):
        aino = visit("aino")
        aino.says("SALAINEN sana")
        aino.says("/messut")
        aino.fills("Mistä iloitsette?", "SALAINEN ilo")
        aino.presses("Lähetä vastaukset")
        aino.goes("/paper/1/0?who=SALAINEN")
    out, err = capfd.readouterr()
    assert "SALAINEN" not in caplog.text + out + err


def test_an_unknown_somebody_is_somebody(client: TestClient) -> None:
    """Who and where nobody knows is the first of those there are."""
    page = client.get("/?who=nobody&room=nowhere").text
    assert "Aino Lehtonen" in page
    assert "<h1>Oma keskustelu</h1>" in page


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/paper/1/0",
        "/paper/x/y",
        "/paper/99999999999999999999/0",
        "/templates/page.html",
    ],
)
def test_what_is_not_there_is_told_in_both_languages(client: TestClient, path: str) -> None:
    """An error page says in a sentence what is so."""
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Tässä osoitteessa ei ole enää mitään." in answer.text
    assert "Det finns inte längre något på den här adressen." in answer.text


def test_a_form_button_cannot_be_forged_into_more(client: TestClient, visit: Visit) -> None:
    """What only a coordinator may do nobody else does, whatever they send."""
    for given in ("{}", "[1]", "{", '{"a": 1}', '{"draft": "x"}', "[" * 5000):
        for opens in ("resume", "desk", "nothing", "profile", "\0", "x" * 5000):
            assert client.post(TURN, data={"opens": opens, "given": given}).status_code == 200
    assert "meni jokin vikaan" not in visit("aino").sees


def test_a_bug_is_told_kindly(local: LocalPage, visit: Visit) -> None:
    """Where the page itself breaks, it says so with a reference, and logs no words."""
    aino = visit("aino")
    local.house.ledger.engine.dispose()
    with local.house.ledger.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE web_posts")
    seen = aino.goes("/?who=aino&room=chat")
    assert aino.response.status_code == 500
    assert "meni jokin vikaan" in seen


def test_it_lives_and_is_ready(client: TestClient, local: LocalPage) -> None:
    """Whoever watches over the bot sees that it lives, and whether it can work."""
    assert (client.get("/healthz").status_code, client.get("/healthz").text) == (200, "ok")
    assert client.get("/readyz").status_code == 200
    with local.house.ledger.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001_house'")
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200


def test_without_the_page_only_health_is_told(local: LocalPage) -> None:
    """Where the bot is in Teams or Slack there is no page, and any host may ask how it is."""
    client = TestClient(web_app(local.house), "http://ake.example")
    assert client.get("/").status_code == 404
    assert client.get("/readyz").status_code == 200
