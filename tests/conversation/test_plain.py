"""What is kept reads back as it was."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.messages import message_from_json, message_to_json
from bot.conversation.plain import talk_from_json, talk_to_json
from bot.conversation.turns import Draft, Talk
from bot.dialog import (
    Answered,
    Button,
    Euros,
    Form,
    Message,
    Paper,
    Phrase,
    Row,
    Table,
    Weight,
    as_is,
)
from bot.domain.names import Name

TEXT = st.text(max_size=8)
PLAIN_PARTS = st.one_of(
    TEXT,
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False).map(Decimal),
    st.integers().map(Euros),
    st.dates(),
    st.times(),
    st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.builds(Name, TEXT, TEXT),
)
PARTS = st.recursive(
    PLAIN_PARTS,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.builds(Phrase, TEXT, parts=st.lists(st.tuples(TEXT, inner), max_size=2).map(tuple))
    ),
    max_leaves=4,
)
PHRASES = st.builds(Phrase, TEXT, parts=st.lists(st.tuples(TEXT, PARTS), max_size=2).map(tuple))
WORDS = st.builds(as_is, TEXT)
GIVEN = st.dictionaries(TEXT, TEXT, max_size=2)
BUTTONS = st.builds(Button, PHRASES, TEXT, GIVEN, st.sampled_from(Weight))
PAPERS = st.builds(Paper, WORDS, TEXT, TEXT, GIVEN)


def some(inner: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(inner, max_size=2).map(tuple)


MESSAGES = st.builds(
    Message,
    text=some(PHRASES),
    answered=some(st.builds(Answered, TEXT, WORDS, PHRASES)),
    form=st.none() | st.builds(Form, TEXT, WORDS, TEXT, st.integers()),
    buttons=some(BUTTONS),
    tables=some(
        st.builds(Table, WORDS, some(WORDS), some(st.builds(Row, some(WORDS), some(BUTTONS))))
    ),
    pictures=some(PAPERS),
    documents=some(PAPERS),
)
DRAFTS = st.builds(
    Draft, TEXT, TEXT, st.integers(), GIVEN, st.frozensets(TEXT, max_size=2), st.integers()
)


@given(MESSAGES)
def test_a_message_reads_back_as_it_was_said(message: Message) -> None:
    """Every kind of phrase, button, table and paper survives being kept."""
    kept = json.loads(json.dumps(message_to_json(message)))
    assert message_from_json(kept) == message


@given(st.builds(Talk, st.none() | DRAFTS, st.none() | DRAFTS, some(DRAFTS)))
def test_a_conversation_reads_back_as_it_was(talk: Talk) -> None:
    """Every draft survives being kept, the ones set aside too."""
    assert talk_from_json(json.loads(json.dumps(talk_to_json(talk)))) == talk
