"""A turn's input and the conversation so far in; the conversation to keep and the reply out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.dialog import Closed, Message, Move, Rejected, _, say
from bot.domain.occasion import Occasion
from bot.domain.people import NotAllowed

from . import replies
from .hear import Answer, Ear, Help, Offer, Unclear, Wish
from .stage import Catalogue, Stage
from .turns import Draft, FormId, Gave, Input, Moved, Opened, Outcome, Said, Talk

PARKED = 5
"""How many dialogs may lie set aside in one conversation; the oldest gives way."""


@dataclass(frozen=True)
class Respond:
    """Carries one turn. `fresh` is the id a draft begun in this turn will have."""

    catalogue: Catalogue
    occasion: Occasion
    ear: Ear
    fresh: str

    def __call__(self, given: Input, talk: Talk) -> Outcome:
        try:
            return self.carry(given, talk)
        except Closed as closed:
            return Outcome(park(talk), closed.message)
        except NotAllowed:
            return Outcome(replace(talk, current=None), replies.not_allowed())

    def carry(self, given: Input, talk: Talk) -> Outcome:
        match given:
            case Said(text):
                return self.said(text, talk)
            case Gave(answers, form):
                return self.gave(answers, form, talk)
            case Opened():
                return self.opened(given, talk)
            case Moved():
                return self.moved(given, talk)

    # Words

    def said(self, text: str, talk: Talk) -> Outcome:
        stage = self.stage(talk.current)
        match self.ear.hear(text, stage):
            case Moved() as move:
                return self.moved(move, talk)
            case Answer(name, value) if stage is not None:
                stage.give({name: value})
                return self.go_on(stage, talk, typed=True)
            case Unclear(why, asked) if stage is not None and asked:
                asks = tuple(replace(a, problem=why) if a.name == asked else a for a in stage.asks)
                return Outcome(talk, replace(stage.message(), asks=asks))
            case Unclear(why):
                return self.beside(say(why), talk)
            case Wish(opened):
                return self.opened(opened, talk)
            case Offer(dialogs):
                return self.beside(replies.offer(self.catalogue, dialogs), talk)
            case Help():
                return self.beside(replies.help_with(self.catalogue, self.occasion, stage), talk)
        return self.beside(replies.not_understood(self.catalogue, self.occasion), talk)

    # Answers and steps

    def gave(self, answers: Mapping[str, str], form: FormId | None, talk: Talk) -> Outcome:
        stage = self.stage(talk.current)
        if stage is None or stale(stage.draft, form):
            return self.late(stage, talk, answers)
        stage.give(answers)
        return self.go_on(stage, talk, typed=bool(stage.draft.doubted))

    def moved(self, moved: Moved, talk: Talk) -> Outcome:
        stage = self.stage(talk.current)
        if stage is None or stale(stage.draft, moved.form):
            return self.late(stage, talk, {})
        match moved.move:
            case Move.CANCEL:
                return self.cancelled(stage, talk)
            case Move.SEND if stage.complete:
                return self.submitted(stage, talk)
            case Move.SKIP if not stage.complete and stage.asks[0].question.optional:
                stage.give({stage.asks[0].name: ""})
                return self.go_on(stage, talk, typed=True)
            case Move.EDIT if stage.doubt(moved.at):
                return self.kept(stage, talk)
            case Move.BACK if stage.back():
                return self.kept(stage, talk)
        return Outcome(talk, stage.message(replies.cannot(moved.move)))

    def late(self, stage: Stage | None, talk: Talk, answers: Mapping[str, str]) -> Outcome:
        """Something pressed or sent too late changes nothing and says what is so now."""
        if stage is None:
            return Outcome(talk, replies.nothing_open(self.catalogue, self.occasion))
        message = stage.message(_("That form was an earlier one. This is where we are now."))
        asks = tuple(replace(a, given=answers.get(a.name, a.given)) for a in message.asks)
        return Outcome(talk, replace(message, asks=asks))

    # Dialogs begun, set aside and taken up

    def opened(self, opened: Opened, talk: Talk) -> Outcome:
        if opened.dialog == replies.RESUME:
            return self.resumed(opened.given.get("draft", ""), talk)
        kind = self.catalogue.get(opened.dialog)
        if kind is None:
            return self.beside(replies.nothing_open(self.catalogue, self.occasion), talk)
        draft = Draft(self.fresh, kind.name, kind.version, opened.given)
        if kind.home_first and self.occasion.who.home is None:
            profile = Draft(f"{self.fresh}p", "profile", self.catalogue["profile"].version)
            return self.begun(profile, replace(park(talk), waiting=draft), typed=False)
        if (current := talk.current) is not None and current.dialog == kind.name:
            if opened.given.items() <= current.given.items():
                return self.shown(talk)
            talk = park(talk)
        return self.begun(draft, talk, typed=opened.words)

    def begun(self, draft: Draft, talk: Talk, *, typed: bool) -> Outcome:
        try:
            stage = self.stage(draft)
        except Closed as closed:
            return self.beside(closed.message, talk)
        except NotAllowed:
            return self.beside(replies.not_allowed(), talk)
        if stage is None:
            return self.shown(talk)
        stage.let_go()
        if stage.complete and not (typed and stage.dialog.confirm and stage.dialog.given):
            return self.submitted(stage, talk)
        return self.kept(stage, park(talk) if talk.current else talk)

    def resumed(self, wanted: str, talk: Talk) -> Outcome:
        draft = next((d for d in talk.parked if d.id == wanted), None)
        if draft is None:
            return self.shown(talk)
        left = replace(talk, parked=tuple(d for d in talk.parked if d is not draft))
        went_on = self.begun(draft, left, typed=True)
        return went_on if went_on.talk.current else replace(went_on, talk=talk)

    def shown(self, talk: Talk) -> Outcome:
        """The state of things, unchanged."""
        stage = self.stage(talk.current)
        if stage is None:
            return Outcome(talk, replies.nothing_open(self.catalogue, self.occasion))
        return Outcome(talk, stage.message())

    # Ways a turn ends

    def go_on(self, stage: Stage, talk: Talk, *, typed: bool) -> Outcome:
        if not stage.complete or (typed and stage.dialog.confirm):
            return self.kept(stage, talk)
        return self.submitted(stage, talk)

    def kept(self, stage: Stage, talk: Talk) -> Outcome:
        return Outcome(replace(talk, current=stage.kept()), stage.message())

    def submitted(self, stage: Stage, talk: Talk) -> Outcome:
        try:
            message = stage.dialog.submit()
        except Rejected as rejected:
            return self.refused(stage, talk, rejected)
        except Closed as closed:
            message = closed.message
        except NotAllowed:
            message = replies.not_allowed()
        if talk.current is not None and talk.current.id != stage.draft.id:
            return self.beside(message, talk)
        return self.after(message, replace(talk, current=None))

    def refused(self, stage: Stage, talk: Talk, rejected: Rejected) -> Outcome:
        if rejected.at is None:
            if not stage.dialog.given:
                return self.beside(say(rejected.why), talk)
            talk = replace(talk, current=stage.kept())
            return Outcome(talk, stage.message(rejected.why))
        stage.blame(rejected.at.name, rejected.why)
        if talk.current is not None and talk.current.id != stage.draft.id:
            talk = park(talk)
        return self.kept(stage, talk)

    def cancelled(self, stage: Stage, talk: Talk) -> Outcome:
        return self.after(replies.cancelled(stage), replace(talk, current=None))

    def after(self, message: Message, talk: Talk) -> Outcome:
        """What comes when a dialog is done: the one that waited for it, or those set aside."""
        if talk.waiting is not None:
            now_known = replace(self, occasion=self.occasion.anew())
            went_on = now_known.begun(talk.waiting, replace(talk, waiting=None), typed=True)
            return replace(went_on, message=joined(message, went_on.message))
        return Outcome(talk, replies.with_parked(message, talk, self.catalogue))

    def beside(self, message: Message, talk: Talk) -> Outcome:
        """Something said in the middle of a dialog, which then goes on."""
        stage = self.stage(talk.current)
        return Outcome(talk, message if stage is None else joined(message, stage.message()))

    def stage(self, draft: Draft | None) -> Stage | None:
        if draft is None or draft.dialog not in self.catalogue:
            return None
        return Stage(draft, self.catalogue[draft.dialog], self.occasion)


def stale(draft: Draft, form: FormId | None) -> bool:
    return form is not None and (form.draft, form.revision) != (
        draft.id,
        draft.revision,
    )


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
