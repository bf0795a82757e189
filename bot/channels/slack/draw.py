"""Messages as Slack shows them: posts in a conversation, modals and the home tab."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.conversation.turns import FormId
from bot.dialog import Ask, Form, Message
from bot.language.speak import Speech

from . import words
from .blocks import JSON, context, heading, paragraphs, plain, texts
from .fields import fields, redraws
from .limits import FALLBACK, POST_BLOCKS, POST_TEXT, TITLE, VIEW_BLOCKS, clip
from .lines import pressable, read_back, steps, told
from .pickers import asked

ASKS, READS_BACK, TELLS = "asks", "reads_back", "tells"
"""What a modal does; its submission is understood by it."""


@dataclass(frozen=True)
class Post:
    """One message in a conversation; `text` is for notifications and screen readers."""

    text: str
    blocks: list[JSON]


# Posts


def posts(message: Message, speech: Speech) -> list[Post]:
    """As many as it takes, one at least; what is asked and can be pressed stands in the last."""
    drawn = list(portions(spoken(message, speech))) or [[*paragraphs(speech(words.DONE))]]
    return [Post(clip(summary(blocks), FALLBACK), blocks) for blocks in drawn]


def summary(blocks: list[JSON]) -> str:
    """What is said; where a post has nothing but buttons, what stands on them."""
    labels = (each["text"]["text"] for block in blocks for each in block.get("elements", ()))
    return "\n".join(texts(blocks)) or ", ".join(labels)


def spoken(message: Message, speech: Speech) -> Iterator[JSON]:
    yield from told(message, speech)
    if message.moves and not message.asks:
        yield from read_back(message.answered, message.form, speech)
        yield heading(speech(words.CHECK))
    if message.asks and message.form is not None:
        yield from asked(message.asks[0], message.form, speech)
    yield from pressable(message.buttons, speech)
    yield from steps(message, speech)


def portions(blocks: Iterable[JSON]) -> Iterator[list[JSON]]:
    portion: list[JSON] = []
    length = 0
    for block in blocks:
        size = sum(map(len, texts([block])))
        if portion and (len(portion) == POST_BLOCKS or length + size > POST_TEXT):
            yield portion
            portion, length = [], 0
        portion.append(block)
        length += size
    if portion:
        yield portion


# Modals


def modal(message: Message, speech: Speech) -> JSON:
    """A modal asks all that is open at once; or it reads back; or it only tells."""
    kind = ASKS if message.asks else READS_BACK if message.form else TELLS
    title = speech(message.form.title if message.form else words.TALK)
    view = {
        "type": "modal",
        "callback_id": kind,
        "private_metadata": metadata(message.form),
        "title": plain(clip(title, TITLE)),
        "close": plain(clip(speech(words.CLOSE), TITLE)),
        "blocks": within(shown(message, speech), speech),
    }
    if kind == TELLS:
        return view
    label = words.GO_ON if any(ask.leads for ask in message.asks) else words.SEND
    return view | {"submit": plain(clip(speech(label), TITLE)), "notify_on_close": True}


def shown(message: Message, speech: Speech) -> Iterator[JSON]:
    yield from told(message, speech)
    if message.asks and message.answered:
        yield heading(speech(words.KNOWN))
    yield from read_back(message.answered, message.form, speech)
    yield from fields(message.asks, speech)
    yield from pressable(message.buttons, speech)


def within(blocks: Iterable[JSON], speech: Speech) -> list[JSON]:
    """No more than a modal takes; where some is left out, it says so."""
    drawn = list(blocks)
    if len(drawn) <= VIEW_BLOCKS:
        return drawn or list(paragraphs(speech(words.DONE)))
    return [*drawn[: VIEW_BLOCKS - 1], context(speech(words.GOES_ON))]


def overflows(message: Message, speech: Speech) -> bool:
    return sum(1 for _block in shown(message, speech)) > VIEW_BLOCKS


def waiting(speeches: Iterable[Speech]) -> JSON:
    """What is opened at once where the answer takes time, in every language: which is the person's
    is not known yet.
    """
    said = [speech(words.MOMENT) for speech in speeches]
    return {
        "type": "modal",
        "callback_id": TELLS,
        "title": plain(words.TALK.text),
        "blocks": [block for each in said for block in paragraphs(each)],
    }


def metadata(form: Form | None) -> str:
    return json.dumps({"f": [form.draft, form.revision], "d": form.dialog}) if form else ""


def form_in(view: JSON) -> FormId | None:
    """The form that a modal was drawn from."""
    kept = json.loads(view.get("private_metadata") or "{}").get("f")
    return FormId(str(kept[0]), int(kept[1])) if kept else None


def redrawn(view: JSON, message: Message, speech: Speech, order: Iterable[str]) -> JSON:
    """The modal anew while it is filled: what was answered in it stays as an input.

    Blocks and actions keep their names, so Slack keeps what is typed and picked in them.
    """
    was, now = form_in(view), message.form
    if was is None or now is None or was.draft != now.draft:
        return modal(message, speech)
    had = inputs(view)
    new = modal(message, speech) | {"callback_id": ASKS}
    fresh = {ask.name: list(fields([ask], speech)) for ask in message.asks}
    kept = {
        each.name: [kept_as(had[each.name], leads=each.leads)]
        for each in message.answered
        if each.name in had
    }
    drawn = {**kept, **fresh}
    names = [name for name in order if name in drawn]
    inner = [block for name in names for block in drawn[name]]
    return new | {"blocks": [*shown(without(message, drawn), speech), *inner]}


def without(message: Message, names: Mapping[str, object]) -> Message:
    """The rest of a message, where these questions are drawn elsewhere."""
    answered = tuple(each for each in message.answered if each.name not in names)
    return Message(message.text, answered=answered, form=message.form, buttons=message.buttons)


def kept_as(block: JSON, *, leads: bool) -> JSON:
    """An input as it was, telling at once what is picked in it where others wait for that."""
    bare = {name: part for name, part in block.items() if name != "dispatch_action"}
    return bare | ({"dispatch_action": True} if leads and redraws(block["element"]) else {})


def inputs(view: JSON) -> dict[str, JSON]:
    """The input blocks of a modal, by the questions they ask."""
    return {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}


def errors(view: JSON, message: Message, speech: Speech) -> dict[str, str] | None:
    """What is wrong, at the inputs that stand in the modal as they would be drawn now.

    None where the modal must be drawn anew instead: it asks something else by now.
    """
    form = message.form
    had = inputs(view)
    wrong = [ask for ask in message.asks if ask.problem is not None]
    same = form is not None and form_in(view) == FormId(form.draft, form.revision)
    if not wrong or not same or not all(stands(ask, had, speech) for ask in wrong):
        return None
    return {ask.name: speech(ask.problem) for ask in wrong if ask.problem}


def stands(ask: Ask, had: Mapping[str, JSON], speech: Speech) -> bool:
    drawn = [block for block in fields([ask], speech) if block["type"] == "input"]
    actions = [block["element"]["action_id"] for block in drawn]
    return ask.name in had and actions == [had[ask.name]["element"]["action_id"]]
