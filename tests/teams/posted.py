"""Activities as Teams posts them, made from recorded ones."""

from __future__ import annotations

import copy
import json
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

JSON = dict[str, Any]
ACTIVITIES = Path(__file__).parent / "activities"
NUMBERS = count(1_772_434_800_000)
TENANT = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"
AINO = "c5e99701-2a32-49c1-a660-4629ceeb8c61"
BOT = "28:c9e8c047-2a34-40a1-b28a-b162d5f5327c"


@cache
def recorded(name: str) -> str:
    return (ACTIVITIES / f"{name}.json").read_text("utf-8")


def activity(kind: str, **changed: Any) -> JSON:
    """One recorded, with other things in it."""
    found: JSON = json.loads(recorded(kind))
    return found | copy.deepcopy(changed)


def said(words: str, where: str = "personal", **changed: Any) -> JSON:
    """A message typed; among others the bot is mentioned in it."""
    text = words if where == "personal" else f"<at>AKE-botti</at> {words}"
    return activity(where, text=text, **{"id": str(next(NUMBERS)), **changed})


def executed(data: JSON, **changed: Any) -> JSON:
    """A press that the card is changed by."""
    action = {"type": "Action.Execute", "verb": "any", "data": data}
    value = {"action": action, "trigger": "manual"}
    return activity("execute", value=value, **{"id": f"f:{next(NUMBERS)}", **changed})


def submitted(data: JSON, **changed: Any) -> JSON:
    """A press that sends a message."""
    return activity("submit", value=data, **{"id": f"f:{next(NUMBERS)}", **changed})


def by(name: str, person: str) -> JSON:
    """What a message holds when somebody else sends it."""
    return {"from": {"id": f"29:{person}", "name": name, "aadObjectId": person}}


def among(where: str) -> JSON:
    """What a message holds when it is sent in a group or in a channel."""
    found = activity(where)
    return {name: found[name] for name in ("conversation", "channelData")}
