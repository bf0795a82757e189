"""The language dialogs are written in."""

from .answers import Answers, Option, Rejected, Unanswered
from .choosing import Choose, ChooseMany, Chosen
from .dialog import Dialog, rule
from .kinds import Amount, Attach, Count, Day, Kilometres, Text, TimeOfDay, YesNo
from .messages import (
    Answered,
    Ask,
    Button,
    Closed,
    Form,
    Message,
    Move,
    Paper,
    Row,
    Table,
    Weight,
    say,
)
from .phrases import Euros, Named, Part, Phrase, _, as_is, just, n_
from .preview import Preview
from .questions import REQUIRED, Question
from .walk import answered, walk

__all__ = [
    "REQUIRED",
    "Amount",
    "Answered",
    "Answers",
    "Ask",
    "Attach",
    "Button",
    "Choose",
    "ChooseMany",
    "Closed",
    "Chosen",
    "Count",
    "Day",
    "Dialog",
    "Euros",
    "Form",
    "Kilometres",
    "Message",
    "Move",
    "Named",
    "Option",
    "Paper",
    "Part",
    "Phrase",
    "Preview",
    "Question",
    "Rejected",
    "Row",
    "Table",
    "Text",
    "TimeOfDay",
    "Unanswered",
    "Weight",
    "YesNo",
    "_",
    "answered",
    "as_is",
    "just",
    "n_",
    "rule",
    "say",
    "walk",
]
