"""The real Postgres that tests ask for."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.pool import NullPool


@pytest.mark.parametrize("turn", ["first", "second"])
def test_each_test_has_a_database_of_its_own(postgres: str, turn: str) -> None:
    """What one test leaves behind no other finds."""
    engine = create_engine(postgres, poolclass=NullPool)
    assert inspect(engine).get_table_names() == []
    with engine.begin() as connection:
        connection.execute(text(f"CREATE TABLE {turn} (id int)"))
