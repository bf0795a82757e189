"""Phrases and conversations as plain JSON, to be kept and read again."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from bot.dialog import Euros, Part, Phrase
from bot.domain.names import Name

from .turns import Draft, Talk

JSON = dict[str, Any]


def talk_to_json(talk: Talk) -> JSON:
    return {
        "current": talk.current and draft_to_json(talk.current),
        "waiting": talk.waiting and draft_to_json(talk.waiting),
        "parked": [draft_to_json(draft) for draft in talk.parked],
    }


def talk_from_json(kept: JSON) -> Talk:
    return Talk(
        current=kept["current"] and draft_from_json(kept["current"]),
        waiting=kept["waiting"] and draft_from_json(kept["waiting"]),
        parked=tuple(draft_from_json(draft) for draft in kept["parked"]),
    )


def draft_to_json(draft: Draft) -> JSON:
    return {
        **vars(draft),
        "given": dict(draft.given),
        "doubted": sorted(draft.doubted),
    }


def draft_from_json(kept: JSON) -> Draft:
    return Draft(**{**kept, "doubted": frozenset(kept["doubted"])})


def part_to_json(part: Part) -> JSON:
    """One key says what kind of part it is."""
    match part:
        case str():
            return {"str": part}
        case bool() | int():
            return {"int": part}
        case Decimal():
            return {"decimal": str(part)}
        case Euros():
            return {"cents": part.cents}
        case datetime():
            return {"moment": part.isoformat()}
        case date():
            return {"date": part.isoformat()}
        case time():
            return {"time": part.isoformat()}
        case Phrase():
            return {"phrase": phrase_to_json(part)}
        case tuple():
            return {"list": [part_to_json(each) for each in part]}
        case Name():
            return {"name": vars(part)}
    raise TypeError(f"cannot keep {part!r}")


def part_from_json(kept: JSON) -> Part:
    [(kind, value)] = kept.items()
    match kind:
        case "decimal":
            return Decimal(value)
        case "cents":
            return Euros(value)
        case "moment":
            return datetime.fromisoformat(value)
        case "date":
            return date.fromisoformat(value)
        case "time":
            return time.fromisoformat(value)
        case "phrase":
            return phrase_from_json(value)
        case "list":
            return tuple(part_from_json(each) for each in value)
        case "name":
            return Name(**value)
    return str(value) if kind == "str" else int(value)


def phrase_to_json(phrase: Phrase) -> JSON:
    return {
        **{k: v for k, v in vars(phrase).items() if k != "parts" and v not in (None, False)},
        "parts": [[name, part_to_json(part)] for name, part in phrase.parts],
    }


def phrase_from_json(kept: JSON) -> Phrase:
    parts = tuple((name, part_from_json(part)) for name, part in kept["parts"])
    return Phrase(**{**kept, "parts": parts})
