"""How a turn can end: the dialog goes on, is done, gives way, or is only spoken beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.dialog import Closed, Message, Phrase, Rejected, say
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed

from . import replies
from .stage import Catalogue, Stage
from .turns import Draft, Outcome, Talk

PARKED = 5
"""How many dialogs may lie set aside in one conversation; the oldest gives way."""


@dataclass(frozen=True)
class Endings:
    """What every turn may come to, for the one who acts."""

    catalogue: Catalogue
    occasion: Occasion
    alone: bool = field(default=True, kw_only=True)
    """Whether nobody else reads along. Where others do, what they may read is said without the
    person's own dialogs, which are open or lie set aside elsewhere."""

    def begun(self, draft: Draft, talk: Talk, *, typed: bool) -> Outcome:
        try:
            stage = self.stage(draft)
        except Closed as closed:
            return self.beside(closed.message, talk, private=self.is_private(draft))
        except NotAllowed:
            return self.beside(replies.not_allowed(), talk)
        if stage is None:
            return self.shown(talk)
        stage.let_go()
        told = typed and stage.dialog.confirm and bool(stage.dialog.given)
        if stage.complete and not (told or stage.dialog.review):
            return self.submitted(stage, talk)
        opening = stage.dialog.opening()
        return self.kept(stage, park(talk) if talk.current else talk, *opening)

    def go_on(self, stage: Stage, talk: Talk, *, typed: bool) -> Outcome:
        if not stage.complete or (typed and stage.dialog.confirm):
            return self.kept(stage, talk)
        return self.submitted(stage, talk)

    def kept(self, stage: Stage, talk: Talk, *text: Phrase) -> Outcome:
        private = stage.dialog.private
        return Outcome(replace(talk, current=stage.kept()), stage.message(*text), private)

    def submitted(self, stage: Stage, talk: Talk) -> Outcome:
        try:
            with self.occasion.records.attempt():
                message = stage.dialog.submit()
        except Rejected as rejected:
            return self.refused(stage, talk, rejected)
        except Closed as closed:
            message = closed.message
        except NotAllowed:
            message = replies.not_allowed()
        private = stage.dialog.private
        if talk.current is not None and talk.current.id != stage.draft.id:
            return self.beside(message, talk, private=private)
        return self.after(message, replace(talk, current=None), private=private)

    def refused(self, stage: Stage, talk: Talk, rejected: Rejected) -> Outcome:
        if rejected.at is None:
            if not stage.dialog.given:
                return self.beside(say(rejected.why), talk, private=stage.dialog.private)
            talk = replace(talk, current=stage.kept())
            return Outcome(talk, stage.message(rejected.why), stage.dialog.private)
        stage.blame(rejected.at.name, rejected.why)
        if talk.current is not None and talk.current.id != stage.draft.id:
            talk = park(talk)
        return self.kept(stage, talk)

    def cancelled(self, stage: Stage, talk: Talk) -> Outcome:
        done = replace(talk, current=None)
        return self.after(replies.cancelled(stage), done, private=stage.dialog.private)

    def after(self, message: Message, talk: Talk, *, private: bool) -> Outcome:
        """What comes when a dialog is done: the one that waited for it, or those set aside."""
        if self.occasion.left:
            return Outcome(Talk(), message, private)
        if talk.waiting is not None:
            now_known = replace(self, occasion=self.occasion.anew())
            went_on = now_known.begun(talk.waiting, replace(talk, waiting=None), typed=True)
            both = joined(message, went_on.message)
            return replace(went_on, message=both, private=private or went_on.private)
        shown = tuple(each for each in talk.parked if self.may_show(each, private))
        hidden = private or any(map(self.is_private, shown))
        return Outcome(talk, replies.with_parked(message, shown, self.catalogue), hidden)

    def beside(self, message: Message, talk: Talk, *, private: bool = False) -> Outcome:
        """Something said in the middle of a dialog, which then goes on."""
        stage = self.stage(talk.current)
        if stage is None or not self.may_show(stage.draft, private):
            return Outcome(talk, message, private)
        return Outcome(talk, joined(message, stage.message()), private or stage.dialog.private)

    def stage(self, draft: Draft | None, answers: Mapping[str, str] | None = None) -> Stage | None:
        if draft is None or draft.dialog not in self.catalogue:
            return None
        return Stage(draft, self.catalogue, self.occasion, answers)

    def is_private(self, draft: Draft) -> bool:
        """Whether nobody else may read what its dialog says, why it is closed included."""
        kind = self.catalogue.get(draft.dialog)
        return kind is not None and kind.private

    def may_show(self, draft: Draft, private: bool) -> bool:
        """Whether a dialog may stand beside something that is `private` or not."""
        return self.alone or private or not self.is_private(draft)

    def shown(self, talk: Talk) -> Outcome:
        """The state of things, unchanged."""
        try:
            stage = self.stage(talk.current)
        except Closed as closed:
            return Outcome(talk, closed.message, private=True)
        except NotAllowed:
            return Outcome(talk, replies.not_allowed())
        if stage is None:
            return Outcome(talk, replies.nothing_open(self.catalogue, self.occasion))
        return Outcome(talk, stage.message(), stage.dialog.private)


def park(talk: Talk) -> Talk:
    """Set the current dialog aside, where anything was answered in it."""
    if talk.current is None or not talk.current.given:
        return replace(talk, current=None)
    return replace(talk, current=None, parked=(*talk.parked, talk.current)[-PARKED:])


def joined(first: Message, then: Message) -> Message:
    """Two messages as one: what is open in the second stays open."""
    return replace(
        then,
        text=first.text + then.text,
        buttons=first.buttons + then.buttons,
        tables=first.tables + then.tables,
        pictures=first.pictures + then.pictures,
        documents=first.documents + then.documents,
    )
