"""A turn's input and the conversation so far in; the conversation to keep and the reply out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.dialog import Attach, Closed, Move, Question, _, say
from bot.domain.people import NotAllowed

from . import replies
from .endings import Endings, joined, park
from .hear import Answer, Ear, Help, Offer, Unclear, Wish
from .stage import Stage
from .turns import (
    Attached,
    Draft,
    Filled,
    FormId,
    Gave,
    Greeted,
    Input,
    Moved,
    Opened,
    Outcome,
    Said,
    Talk,
)

LONGEST = 300
"""So much is kept of the words that a dialog began with."""


@dataclass(frozen=True)
class Respond(Endings):
    """Carries one turn. `fresh` is the id a draft begun in this turn will have."""

    ear: Ear
    fresh: str

    def __call__(self, given: Input, talk: Talk) -> Outcome:
        try:
            return self.carry(given, talk)
        except Closed as closed:
            return Outcome(park(talk), closed.message, private=True)
        except NotAllowed:
            return Outcome(replace(talk, current=None), replies.not_allowed())

    def carry(self, given: Input, talk: Talk) -> Outcome:
        match given:
            case Said(text):
                return self.said(text, talk)
            case Gave():
                return self.gave(given, talk)
            case Attached():
                return self.handed_in(given, talk)
            case Opened():
                return self.opened(given, talk)
            case Moved():
                return self.moved(given, talk)
            case Greeted():
                return self.beside(replies.help_with(self.catalogue, self.occasion, None), talk)

    # Words

    def said(self, text: str, talk: Talk) -> Outcome:
        stage = self.stage(talk.current)
        match self.ear.hear(text, stage):
            case Moved() as move:
                return self.moved(move, talk)
            case Answer(name, value) if stage is not None:
                stage.give({name: value})
                self.ear.fill_later(stage)
                return self.go_on(stage, talk, typed=True)
            case Unclear(why, asked) if stage is not None and asked:
                asks = tuple(replace(a, problem=why) if a.name == asked else a for a in stage.asks)
                return Outcome(talk, replace(stage.message(), asks=asks), stage.dialog.private)
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

    def gave(self, gave: Gave, talk: Talk) -> Outcome:
        if talk.current is None or stale(talk.current, gave.form):
            return self.late(self.stage(talk.current), talk, gave.answers)
        stage = self.stage(talk.current, gave.answers)
        if stage is None:
            return self.late(None, talk, gave.answers)
        self.ear.fill_later(stage)
        if gave.filled is Filled.SO_FAR:
            return self.kept(stage, talk)
        if gave.filled is Filled.WHOLE and any(ask.problem for ask in stage.asks):
            return Outcome(talk, stage.unkept(), stage.dialog.private)
        return self.go_on(stage, talk, typed=bool(stage.draft.doubted))

    def handed_in(self, given: Attached, talk: Talk) -> Outcome:
        outcome = self.attached(given.files, talk)
        if not given.left_out:
            return outcome
        told = replies.files_left_out(given.left_out)
        return replace(outcome, message=joined(told, outcome.message))

    def attached(self, files: tuple[str, ...], talk: Talk) -> Outcome:
        """Files answer the question that is open for some; else they begin with what takes them."""
        joined, stage = ",".join(files), self.stage(talk.current)
        open_for = next(attaching(ask.question for ask in stage.asks), None) if stage else None
        if stage is not None and open_for is not None:
            stage.give({open_for: joined})
            return self.go_on(stage, talk, typed=True)
        kind = self.catalogue.get(replies.RECEIPTS)
        for name in attaching(kind.questions if kind else ()):
            return self.opened(Opened(replies.RECEIPTS, {name: joined}), talk)
        return self.beside(replies.files_unasked(self.catalogue, self.occasion), talk)

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
        return Outcome(talk, stage.message(replies.cannot(moved.move)), stage.dialog.private)

    def late(self, stage: Stage | None, talk: Talk, answers: Mapping[str, str]) -> Outcome:
        """Something pressed or sent too late changes nothing and says what is so now."""
        if stage is None:
            return Outcome(talk, replies.nothing_open(self.catalogue, self.occasion))
        message = stage.message(_("That form was an earlier one. This is where we are now."))
        asks = tuple(replace(a, given=answers.get(a.name, a.given)) for a in message.asks)
        return Outcome(talk, replace(message, asks=asks), stage.dialog.private)

    # Dialogs begun, set aside and taken up

    def opened(self, opened: Opened, talk: Talk) -> Outcome:
        if opened.dialog == replies.RESUME:
            return self.resumed(opened.given.get("draft", ""), talk)
        kind = self.catalogue.get(opened.dialog)
        if kind is None:
            return self.beside(replies.nothing_open(self.catalogue, self.occasion), talk)
        draft = Draft(self.fresh, kind.name, kind.version, opened.given)
        if opened.rest:
            draft = self.filled(draft, opened.rest)
        if kind.home_first and self.occasion.who.home is None:
            profile = Draft(f"{self.fresh}p", "profile", self.catalogue["profile"].version)
            asked = self.begun(profile, replace(park(talk), waiting=draft), typed=False)
            return replace(asked, message=joined(replies.first_the_profile(), asked.message))
        if (current := talk.current) is not None and current.dialog == kind.name:
            if draft.given.items() <= current.given.items():
                return self.shown(talk)
            talk = park(talk)
        return self.begun(draft, talk, typed=opened.words)

    def filled(self, draft: Draft, words: str) -> Draft:
        """The draft with the answers that the words of the wish give for sure."""
        try:
            stage = self.stage(draft)
        except (Closed, NotAllowed):
            return draft
        if stage is None:
            return draft
        self.ear.fill(stage, words)
        return replace(stage.kept(), revision=draft.revision, rest=words[:LONGEST])

    def resumed(self, wanted: str, talk: Talk) -> Outcome:
        draft = next((d for d in talk.parked if d.id == wanted), None)
        if draft is None:
            return self.shown(talk)
        left = replace(talk, parked=tuple(d for d in talk.parked if d is not draft))
        went_on = self.begun(draft, left, typed=True)
        return went_on if went_on.talk.current else replace(went_on, talk=talk)


def attaching(questions: Iterable[Question[Any]]) -> Iterator[str]:
    """The names of the questions that files answer."""
    return (question.name for question in questions if isinstance(question, Attach))


def stale(draft: Draft, form: FormId | None) -> bool:
    return form is not None and (form.draft, form.revision) != (
        draft.id,
        draft.revision,
    )
