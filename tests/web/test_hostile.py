"""Whatever is sent, a page comes back, and nothing of the draft is lost."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from bot.app import web_app
from bot.channels.web.read import MOST_WORDS
from bot.local_page import LocalPage

from .browsing import HERE
from .conftest import Visit
from .fair import HoldFair

TURN = "/turn?who=aino&room=chat"
MEGABYTE = 1024 * 1024
NAMES = st.sampled_from(
    [
        *("text", "turn", "do", "opens", "given", "draft", "revision", "dialog", "asked", "from"),
        *("by", "to", "a.town", "a.guests", "a.plans", "a.day", "f.plans", "a.", ""),
    ]
)
WORTHS = st.one_of(
    st.sampled_from(
        [
            *("fair", "profile", "language", "edit:home", "send", "back", "answer", "0" * 40),
            *("name_of,town,guests,plans,day", "9" * 40, "-1", '{"town": "pori"}', "1e9", "null"),
        ]
    ),
    st.text(max_size=80),
)
FIELDS = st.lists(st.tuples(NAMES | st.text(max_size=10), WORTHS), max_size=12)
calm = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def client(local: LocalPage, caplog: pytest.LogCaptureFixture) -> Iterator[TestClient]:
    """Whatever it sends, nothing breaks inside either."""
    app = web_app(local.house, local.door.app())
    yield TestClient(app, HERE, raise_server_exceptions=False)
    assert "mishap" not in caplog.text


@calm
@given(FIELDS, st.sampled_from(["/turn", "/clock"]), st.booleans())
def test_any_fields_are_answered(
    client: TestClient, fields: list[tuple[str, str]], where: str, parts: bool
) -> None:
    """Missing fields, wrong kinds, other people's values: a page comes back each time."""
    where += "?who=saga&room=digi"
    pairs: dict[str, list[str]] = {}
    for name, value in fields:
        pairs.setdefault(name, []).append(value)
    if parts:
        files = [("f.plans", ("x", b"1"))]
        answer = client.post(where, data=pairs, files=files)
    else:
        kind = {"content-type": "application/x-www-form-urlencoded"}
        answer = client.post(where, content=urlencode(fields, errors="replace"), headers=kind)
    assert answer.status_code in (200, 400)


@calm
@given(
    st.dictionaries(st.sampled_from([q.name for q in HoldFair.questions]), WORTHS),
    st.sampled_from(["answer", "back", "skip", "edit:joy", "edit:x", "send", "cancel", ""]),
)
def test_any_answers_to_an_open_form_are_answered(
    client: TestClient, local: LocalPage, answers: dict[str, str], do: str
) -> None:
    """Whatever is given to the very questions that are open, what follows is a page."""
    client.post(TURN, data={"opens": "fair"})
    form = local.page.present(local.page.company.viewer({"who": "aino"})).message.form
    assert form is not None
    fields = {f"a.{name}": value for name, value in answers.items()}
    fields |= {"dialog": "fair", "asked": ",".join(answers), "do": do}
    fields |= {"draft": form.draft, "revision": str(form.revision)}
    answer = client.post(TURN, data=fields)
    assert answer.status_code == 200
    assert "meni jokin vikaan" not in answer.text


@calm
@given(
    st.binary(max_size=300),
    st.sampled_from(
        [
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=x; charset=unicode_escape",
            "multipart/form-data; boundary=x; charset=idna",
            "multipart/form-data; boundary=\xff",
            "application/json",
            "",
        ]
    ),
)
def test_any_body_is_answered(client: TestClient, body: bytes, kind: str) -> None:
    """What is no form at all is told in a sentence."""
    answer = client.post(TURN, content=body, headers={b"content-type": kind.encode("latin-1")})
    assert answer.status_code in (200, 400)


@calm
@given(
    st.dictionaries(
        st.sampled_from(["who", "room", "before", "after", "number"]), st.text(max_size=30)
    ),
    st.sampled_from(["/", "/turn", "/paper/1/0", "/paper/-1/99999999999"]),
)
def test_any_address_is_answered(client: TestClient, query: dict[str, str], path: str) -> None:
    """Unknown people, rooms and numbers lead somewhere sensible."""
    answer = client.get(f"{path}?{urlencode(query, errors='replace')}")
    assert answer.status_code in (200, 404, 405)


def test_four_thousand_emojis(visit: Visit) -> None:
    """They are said, and the draft stays as it was."""
    aino = visit("aino")
    aino.presses("Omat tiedot")
    aino.says("📚" * 4000)
    assert "Missä kirjastossa työskentelet?" in aino.sees
    aino.says("/messut")
    aino.fills("Mistä iloitsette?", "🎉" * 4000)
    seen = aino.presses("Lähetä vastaukset")
    assert "600" in seen
    assert aino.value("Mistä iloitsette?") == "🎉" * 4000


def test_a_megabyte_of_words(visit: Visit) -> None:
    """More than the bot reads at once is told in a sentence; the form stays open."""
    aino = visit("aino")
    aino.says("/messut")
    seen = aino.says("a" * MEGABYTE)
    assert "Kirjoita enintään 10 000 merkkiä." in seen.replace("\u00a0", " ")
    aino.fills("Mistä iloitsette?", "b" * MEGABYTE)
    aino.presses("Lähetä vastaukset")
    assert "600" in aino.sees
    assert len(aino.value("Mistä iloitsette?")) == MOST_WORDS


def test_more_than_a_form_may_hold(client: TestClient) -> None:
    """Nobody reads on: a sentence says that it was too much."""
    for answer in (
        client.post(TURN, data={"text": "a" * 5 * MEGABYTE}),
        client.post(TURN, data={"text": "a" * 5 * MEGABYTE}, files={"f.x": ("x", b"1")}),
        client.post(TURN, files=[("f.plans", (f"{n}", bytes(9 * MEGABYTE))) for n in range(13)]),
    ):
        assert answer.status_code == 413
        assert "Lähetit liian paljon kerralla." in answer.text


def test_half_characters_and_zero_bytes(client: TestClient, visit: Visit) -> None:
    """What no database keeps is left out of what is kept."""
    client.post(
        TURN,
        content=b"text=a%00b%ED%A0%80c",
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    client.post(TURN, data={"opens": "fair", "given": '{"joy": "\\ud800\\u0000"}'})
    assert "ab" in visit("aino").sees
    assert "meni jokin vikaan" not in visit("aino").sees


def test_a_turns_name_is_nobody_elses(client: TestClient, visit: Visit) -> None:
    """Whoever sends another person's one-time name gets no reply of theirs."""
    name = "ab" * 16
    client.post("/turn?who=aino&room=chat", data={"turn": name, "opens": "profile"})
    client.post("/turn?who=saga&room=chat", data={"turn": name, "text": "hej"})
    assert "Vilka nätverk" not in visit("saga").sees
    assert "hej" in visit("saga").sees


def test_somebody_elses_file_is_not_handed_in(client: TestClient, local: LocalPage) -> None:
    """The id of another person's file is passed over."""
    with local.house.ledger.unit() as unit:
        saga = unit.people.by_identity("web", "saga", "")
        file = unit.files.add(saga.id, "salainen.pdf", b"%PDF", local.page.now())
        unit.commit()
    client.post(TURN, data={"opens": "fair"})
    present = local.page.present(local.page.company.viewer({"who": "aino"})).message
    assert present.form is not None
    fields = {"dialog": "fair", "asked": "plans", "a.plans": file, "do": "answer"}
    fields |= {"draft": present.form.draft, "revision": str(present.form.revision)}
    page = client.post(TURN, data=fields).text
    assert "salainen.pdf" not in page
    assert "Yksi tiedosto" not in page
