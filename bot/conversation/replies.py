"""What the bot says of the conversation itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.dialog import Button, Message, Move, Phrase, _, n_, say
from bot.domain.occasion import Occasion

from .stage import Catalogue, Stage
from .turns import MOST_FILES, Draft

RESUME = "resume"
"""What the button that takes up a dialog set aside opens; no dialog has this name."""

RECEIPTS = "attach_receipts"
"""The dialog that takes files nobody asked for; its question for files is the first of the kind."""

MENU = ("visit", "partner", "claim", "coffee", "matters", "profile")
"""What is offered first to somebody who has not said what they want, in this order."""


def menu(catalogue: Catalogue, occasion: Occasion) -> tuple[Button, ...]:
    desk = ("desk",) if occasion.who.coordinator else ()
    return buttons(catalogue, (*MENU, *desk))


def buttons(catalogue: Catalogue, dialogs: Iterable[str]) -> tuple[Button, ...]:
    return tuple(Button(catalogue[name].title, name) for name in dialogs if name in catalogue)


def offer(catalogue: Catalogue, dialogs: tuple[str, ...]) -> Message:
    several = _("Did you mean one of these?") if len(dialogs) > 1 else _("Did you mean this?")
    return say(several, buttons=buttons(catalogue, dialogs))


def not_understood(catalogue: Catalogue, occasion: Occasion) -> Message:
    return say(
        _("I did not understand that. You can write it in other words, or choose from these."),
        buttons=menu(catalogue, occasion),
    )


def nothing_open(catalogue: Catalogue, occasion: Occasion) -> Message:
    return say(
        _("There is nothing open here any more. What would you like to do?"),
        buttons=menu(catalogue, occasion),
    )


def files_unasked(catalogue: Catalogue, occasion: Occasion) -> Message:
    return say(
        _("I got your files, but I do not know what they belong to. What would you like to do?"),
        buttons=menu(catalogue, occasion),
    )


def files_left_out(count: int) -> Message:
    return say(
        n_(
            "I took the first {most} files of your message. One was left out: please send it in "
            "another one.",
            "I took the first {most} files of your message. {count} were left out: please send "
            "them in another one.",
            count,
            most=MOST_FILES,
        )
    )


def first_the_profile() -> Message:
    return say(_("First tell me who you are. I ask it only once, and then we go on."))


def not_allowed() -> Message:
    return say(_("I am sorry, this is not yours to see or change. AKE's coordinators can help."))


def help_with(catalogue: Catalogue, occasion: Occasion, stage: Stage | None) -> Message:
    """What can be said here: in a dialog, how to answer and get out; else, what there is to do."""
    if stage is not None:
        return say(
            _(
                "You are in the dialog “{title}”. Answer the question, or write “back” to change "
                "your previous answer, “skip” to skip a question that is optional, or “cancel” to "
                "stop. Nothing is sent before you say so.",
                title=stage.dialog.title,
            )
        )
    return say(
        _(
            "I help the public libraries of the region with visits, partner libraries, travel "
            "claims and coffee hours. Tell me what you would like to do, or choose from these."
        ),
        buttons=menu(catalogue, occasion),
    )


def cannot(move: Move) -> Phrase:
    match move:
        case Move.BACK:
            return _("This is the first question, so there is nothing to go back to.")
        case Move.SKIP:
            return _("This question cannot be skipped.")
        case Move.SEND:
            return _("There is still a question to answer before this can be sent.")
    return _("I could not find that answer. These are the ones you can change.")


def cancelled(stage: Stage) -> Message:
    """Nothing typed is lost: the button brings it back."""
    text = _("All right, I stopped here. Nothing was sent.")
    again = Button(_("Continue after all"), stage.dialog.name, dict(stage.dialog.given))
    brief = sum(map(len, stage.dialog.given.values())) < 1000
    return say(text, buttons=(again,) if stage.dialog.given and brief else ())


def with_parked(message: Message, parked: tuple[Draft, ...], catalogue: Catalogue) -> Message:
    """Remind of what was set aside."""
    left = tuple(
        Button(_("Continue: {title}", title=kind.title), RESUME, {"draft": draft.id})
        for draft in parked
        if (kind := catalogue.get(draft.dialog)) is not None
    )
    return replace(message, buttons=message.buttons + left)
