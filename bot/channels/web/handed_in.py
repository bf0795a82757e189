"""Files handed in with a form, kept for their person."""

from __future__ import annotations

from bot.conversation.turns import Sender
from bot.dialog import Attach

from .house import House
from .page import own_files
from .read import Fields, asked
from .uploads import Upload


def with_files(house: House, sender: Sender, fields: Fields, files: tuple[Upload, ...]) -> Fields:
    """The ids of the files handed in now or before; those of somebody else are passed over."""
    questions = asked(fields, house.inbox.catalogue).items()
    now, values = house.inbox.clock.now(), dict(fields.values)
    with house.ledger.unit() as unit:
        person = unit.people.by_identity(sender.channel, sender.id, sender.name).id
        for name in [name for name, each in questions if isinstance(each, Attach)]:
            kept = own_files(sender, unit, fields.many(f"a.{name}"))
            new = [file for file in files if file.question == name]
            ids = [unit.files.add(person, f.name, f.content.read(), now) for f in new]
            values[f"a.{name}"] = (*kept, *ids)
        unit.commit()
    return Fields(values)
