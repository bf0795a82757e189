"""Files that people have handed in, each known for what it is by its content."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from uuid import uuid4

import filetype
from sqlalchemy import Connection, delete, func, insert, select

from bot.domain.files import FileId, KeptFile
from bot.domain.ids import PersonId

from .columns import table
from .tables import FileRow

FILES = table(FileRow)
UNKNOWN = "application/octet-stream"


class SqlFiles:
    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def add(self, person: PersonId, name: str, content: bytes, now: datetime) -> FileId:
        row = {
            "id": uuid4().hex,
            "person": person,
            "name": name[:200],
            "media_type": media_type(content),
            "sha256": sha256(content).hexdigest(),
            "content": content,
            "came_at": now,
        }
        same = (FILES.c[column] == row[column] for column in ("person", "name", "sha256"))
        kept = self.connection.execute(select(FILES.c.id).where(*same)).scalar()
        if kept is None:
            self.connection.execute(insert(FILES), row)
        return FileId(kept or str(row["id"]))

    def find(self, file: str) -> KeptFile | None:
        columns = [FILES.c[name] for name in ("id", "person", "name", "media_type", "sha256")]
        size = func.length(FILES.c.content).label("size")
        found = select(*columns, size).where(FILES.c.id == file)
        row = self.connection.execute(found).first()
        return (
            KeptFile(row.id, row.person, row.name, row.media_type, row.sha256, row.size)
            if row
            else None
        )

    def content(self, file: str) -> bytes:
        found = select(FILES.c.content).where(FILES.c.id == file)
        content: bytes | None = self.connection.execute(found).scalar()
        if content is None:
            raise KeyError(file)
        return content

    def remove(self, file: str) -> None:
        self.connection.execute(delete(FILES).where(FILES.c.id == file))


def media_type(content: bytes) -> str:
    """By the content alone: a name can say anything."""
    found: str | None = filetype.guess_mime(content)
    if found is not None:
        return found
    try:
        content.decode()
    except UnicodeDecodeError:
        return UNKNOWN
    return "text/plain"
