"""Words as an answer to a question that has been asked, in the one form answers travel in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.dialog import (
    Amount,
    Ask,
    Attach,
    Choose,
    ChooseMany,
    Chosen,
    Count,
    Day,
    Kilometres,
    Rejected,
    Text,
    TimeOfDay,
    YesNo,
    _,
)

from .amounts import cents, kilometres
from .choices import Listed, could_be, many, one
from .days import days, found_days, named_day
from .people import count, passengers
from .times import clock
from .vocabulary import Vocabulary
from .yes_no import yes_no

PASSENGERS = "passengers"
"""A count by this name leaves out the driver, whom people count in or not."""


def answer(
    ask: Ask, text: str, *, language: str | None, now: datetime, vocabulary: Vocabulary
) -> str:
    """The wire form of an answer: ISO date, digits, `yes`, an option's value, commas between many.

    Raises Rejected, which says what was not understood and how to write it. Never guesses.
    """
    if isinstance(ask.question, Text):
        return text.strip()
    today = now.astimezone(vocabulary.zone).date()
    return READERS[kind_of(ask)](Answering(ask, text, language, today, vocabulary))


@dataclass(frozen=True)
class Answering:
    """A question, what was said to it, and when."""

    ask: Ask
    text: str
    language: str | None
    today: date
    vocabulary: Vocabulary

    @property
    def options(self) -> list[Listed]:
        says = self.vocabulary.say.values()
        return [
            Listed(option.value, tuple(say(option.label) for say in says))
            for option in self.ask.options
        ]

    def hints(self, text: str) -> frozenset[str]:
        """The places and the days that a text names, to tell options apart by."""
        places = {f"place {key}" for key in self.vocabulary.places.all(text)}
        named = found_days(text, today=self.today)
        return frozenset(places | {f"day {each.span[0]}" for each in named if each.span})


def kind_of(ask: Ask) -> type:
    return next(kind for kind in READERS if isinstance(ask.question, kind))


def chosen(said: Answering) -> str:
    value = one(said.text, said.options, said.hints)
    if value is None:
        raise unlisted(said)
    return value


def several(said: Answering) -> str:
    values = many(said.text, said.options, said.hints)
    if values is None:
        raise unlisted(said)
    return ",".join(values)


def unlisted(said: Answering) -> Rejected:
    """Which options it may have been, where it may have been several."""
    near = set(could_be(said.text, said.options))
    labels = tuple(option.label for option in said.ask.options if option.value in near)
    if 1 < len(labels) < len(said.ask.options):
        return Rejected(_("Which of these do you mean: {options}?", options=labels))
    if isinstance(said.ask.question, Chosen) and said.ask.question.search:
        return Rejected(_("I did not find that in the list. Write a name, or part of one."))
    return Rejected(_("I did not find that among the options. Write a number or a name."))


def a_day(said: Answering) -> str:
    question = said.ask.question
    behind = isinstance(question, Day) and question.past
    span = days(said.text, today=said.today, prefer="past" if behind else "future")
    if span and span[0] == span[1]:
        return span[0].isoformat()
    if span:
        raise Rejected(_("I need one day, for example {day:short}", day=span[0]))
    if named_day(said.text, today=said.today):
        raise Rejected(_("There is no such day in the calendar."))
    raise Rejected(_("I did not recognise that day. Write it for example like this: 12.5."))


def a_time(said: Answering) -> str:
    at = clock(said.text)
    if at is None:
        raise Rejected(_("I did not recognise that time. Write it for example like this: 9.30"))
    return f"{at:%H:%M}"


def a_sum(said: Answering) -> str:
    euros = cents(said.text)
    if euros is None:
        raise Rejected(_("Please give a sum in euros, for example 12,50."))
    return f"{euros // 100}.{euros % 100:02}"


def a_distance(said: Answering) -> str:
    distance = kilometres(said.text)
    if distance is None:
        raise Rejected(_("Please give the distance in kilometres, for example 57,5."))
    return str(distance)


def a_count(said: Answering) -> str:
    read = passengers if said.ask.name == PASSENGERS else count
    number = read(said.text, language=said.language)
    if number is None:
        raise Rejected(_("Please answer with a number, for example 4."))
    return str(number)


def agreed(said: Answering) -> str:
    yes = yes_no(said.text, language=said.language)
    if yes is None:
        raise Rejected(_("Please answer yes or no."))
    return "yes" if yes else "no"


def a_file(_said: Answering) -> str:
    raise Rejected(_("I am waiting for a file here. Send it as an attachment."))


READERS: dict[type, Callable[[Answering], str]] = {
    Choose: chosen,
    ChooseMany: several,
    Day: a_day,
    TimeOfDay: a_time,
    Amount: a_sum,
    Kilometres: a_distance,
    Count: a_count,
    YesNo: agreed,
    Attach: a_file,
}
