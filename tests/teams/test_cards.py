from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.channels.teams.draw import Drawing
from bot.dialog import (
    Amount,
    Answered,
    Ask,
    Attach,
    Button,
    Choose,
    ChooseMany,
    Count,
    Day,
    Form,
    Kilometres,
    Message,
    Move,
    Option,
    Paper,
    Question,
    Row,
    Table,
    Text,
    TimeOfDay,
    Weight,
    YesNo,
    _,
    as_is,
    just,
    say,
)
from bot.language.speak import Speech

from .card_check import against_schema, faults, parts, size
from .chat import texts

JSON = dict[str, Any]
FINNISH = Speech("fi", ZoneInfo("Europe/Helsinki"))
SWEDISH = Speech("sv", ZoneInfo("Europe/Helsinki"))
GO = Button(as_is("Nappi"), "trip")
FORM = Form("trip", as_is("Retki"), "5f0c", 2)


def named(question: Question[Any], name: str) -> Question[Any]:
    question.name = name
    return question


def ask(question: Question[Any], name: str = "q", **told: Any) -> Ask:
    return Ask("trip", named(question, name), **told)


def asking(*asks: Ask) -> Message:
    return Message(asks=asks, moves=(Move.BACK, Move.CANCEL), form=FORM)


def drawn(message: Message, speech: Speech = FINNISH, **told: Any) -> JSON:
    card = Drawing(speech, "aa11", **told).card(message)
    assert faults(card) == []
    assert against_schema(card) == []
    return card


def one(card: JSON, kind: str) -> JSON:
    [found] = [part for part in parts(card) if part["type"] == kind]
    return found


def options(count: int, long: str = "") -> tuple[Option, ...]:
    return tuple(Option(f"v{n}", as_is(f"Kirjasto {n}{long}")) for n in range(count))


PROMPT = as_is("Mitä?")
KINDS: list[tuple[Question[Any], str, str, object]] = [
    (Text(PROMPT, most=80), "Input.Text", "sana", "sana"),
    (Text(PROMPT), "Input.Text", "sana", "sana"),
    (Count(PROMPT, least=1, most=9), "Input.Number", "4", 4),
    (Amount(PROMPT), "Input.Text", "12.50", "12,50"),
    (Kilometres(PROMPT), "Input.Text", "57.5", "57,5"),
    (Day(PROMPT), "Input.Date", "2026-05-12", "2026-05-12"),
    (TimeOfDay(PROMPT), "Input.Time", "09:30", "09:30"),
    (YesNo(PROMPT), "Input.ChoiceSet", "yes", "yes"),
    (Choose(PROMPT), "Input.ChoiceSet", "v1", "v1"),
    (ChooseMany(PROMPT), "Input.ChoiceSet", "v1,v2", "v1,v2"),
]


@pytest.mark.parametrize(("question", "kind", "given", "value"), KINDS)
def test_each_kind_of_question_has_its_input(
    question: Question[Any], kind: str, given: str, value: object
) -> None:
    """Every kind is answered by the input made for it, which shows what was given before."""
    found = one(drawn(asking(ask(question, given=given, options=options(3)))), kind)
    assert (found["label"], found["value"], found["isRequired"]) == ("Mitä?", value, True)
    assert found["errorMessage"]


@pytest.mark.parametrize(("question", "kind", "_given", "_value"), KINDS)
def test_an_answer_that_cannot_be_says_why_at_its_input(
    question: Question[Any], kind: str, _given: str, _value: object
) -> None:
    """The problem stands right before the input, the hint right after it, in one language."""
    hinted = named(question, "q")
    hinted.hint = _("Please choose from these.")
    card = drawn(asking(ask(hinted, problem=_("Please answer yes or no."), options=options(3))))
    [container] = [part for part in card["body"] if part["type"] == "Container"]
    first, second, third = container["items"]
    assert first["text"] == "Vastaa kyllä tai ei."
    assert second["type"] == kind
    assert third["text"] == FINNISH(_("Please choose from these."))


class Fare(Amount):
    """A question made of another."""


def test_what_cannot_be_is_told_by_the_kind_of_question() -> None:
    """Of a sum the client tells what one looks like, whatever question a sum is asked by."""
    asked = (Amount(PROMPT), Fare(PROMPT), Text(PROMPT))
    told = [one(drawn(asking(ask(each))), "Input.Text")["errorMessage"] for each in asked]
    assert "12,50" in told[0]
    assert told[0] == told[1] != told[2]


def test_an_optional_question_may_be_left_empty() -> None:
    """The client does not insist on it, and no button is needed to skip it."""
    message = asking(ask(Text(PROMPT, default="")))
    card = drawn(replace(message, moves=(Move.SKIP, Move.CANCEL)))
    assert "isRequired" not in one(card, "Input.Text")
    assert [action["title"] for action in card["actions"]] == ["Lähetä vastaukset", "Peruuta"]


def test_the_validation_speaks_the_persons_language() -> None:
    """What the client itself complains of is said in Swedish to a Swedish speaker."""
    message = asking(ask(Count(PROMPT, least=1, most=30)))
    assert "mellan 1 och 30" in one(drawn(message, SWEDISH), "Input.Number")["errorMessage"]


@pytest.mark.parametrize(
    ("count", "style"), [(2, "expanded"), (5, "expanded"), (9, "compact"), (126, "filtered")]
)
def test_a_list_is_drawn_as_long_as_it_is(count: int, style: str) -> None:
    """A few options stand open, more in a list, and many are searched by typing."""
    found = one(drawn(asking(ask(Choose(PROMPT), options=options(count)))), "Input.ChoiceSet")
    assert (found["style"], len(found["choices"])) == (style, count)


def test_a_list_too_long_for_a_card_is_asked_for() -> None:
    """Of very many options the card holds only what was chosen; the rest is searched for."""
    given = ask(Choose(PROMPT), options=options(2000), given="v7")
    found = one(drawn(asking(given)), "Input.ChoiceSet")
    assert found["choices"] == [{"title": "Kirjasto 7", "value": "v7"}]
    assert found["choices.data"] == {"type": "Data.Query", "dataset": "q"}


def test_files_are_handed_in_as_messages_or_on_the_page() -> None:
    """A card takes no files: it says how, and where there is a page it leads there."""
    message = asking(ask(Attach(PROMPT, default=()), given="a" * 32))
    card = drawn(message, paged=True)
    assert "Yksi tiedosto on tullut." in list(texts(card))
    assert "Lähetä tiedostot sivullani" in [action["title"] for action in card["actions"]]
    assert "Lähetä tiedostot sivullani" not in list(texts(drawn(message)))
    needed = drawn(asking(ask(Attach(PROMPT))))
    assert "Lähetä vastaukset" not in [action["title"] for action in needed["actions"]]


def test_what_is_answered_is_read_back_and_can_be_changed() -> None:
    """Before sending, every answer stands on the card, and each can be chosen to be changed."""
    told = (Answered("day", as_is("Milloin?"), just(date(2026, 5, 12))),)
    moves = (Move.SEND, Move.EDIT, Move.CANCEL)
    card = drawn(Message(answered=told, moves=moves, form=FORM))
    shown = list(texts(card))
    send = FINNISH(_("Shall I send this?"))
    assert {"Retki", "Milloin?", "ti 12.5.2026", send} <= set(shown)
    change = one(card, "Action.ShowCard")["card"]
    assert change["body"][0]["choices"] == [{"title": "Milloin?", "value": "day"}]
    assert change["actions"][0]["data"]["ake"]["move"] == "edit"


def test_the_steps_do_not_wait_for_the_answers() -> None:
    """Back and cancel work on a card that is not filled in; going on does not."""
    steps = drawn(asking(ask(Text(PROMPT))))["actions"]
    waits = {step["title"]: step.get("associatedInputs") for step in steps}
    assert waits == {"Lähetä vastaukset": None, "Takaisin": "none", "Peruuta": "none"}


def test_buttons_stand_in_rows_with_their_weight() -> None:
    """Many buttons are broken into rows; a grave one looks grave."""
    buttons = [Button(as_is(f"Nappi {n}"), "trip", {"n": str(n)}) for n in range(9)]
    buttons.append(Button(as_is("Poista"), "trip", weight=Weight.GRAVE))
    card = drawn(say(as_is("Hei"), buttons=tuple(buttons)))
    rows = [part["actions"] for part in card["body"] if part["type"] == "ActionSet"]
    assert [len(row) for row in rows] == [4, 4, 2]
    assert rows[2][1]["style"] == "destructive"


def test_a_long_button_is_words_to_press() -> None:
    """Teams cuts what does not fit on a button, so that stands by itself and takes its lines."""
    names = ("Näytä: Liedon pääkirjasto", "Näytä: Rauman pääkirjasto ja sen vieraat", "Peru")
    long = "Kalenteriin: Kaikki kirjastolaiset, ti 15.12.2026 klo 14.00"
    buttons = tuple(Button(as_is(name), "trip") for name in (names[0], long, *names[1:]))
    card = drawn(say(as_is("Hei"), buttons=buttons))
    rows = [part["actions"] for part in card["body"] if part["type"] == "ActionSet"]
    assert [[each["title"] for each in row] for row in rows] == [[names[0]], list(names[1:])]
    pressed = one(card, "Container")
    assert pressed["selectAction"]["data"]["ake"]["opens"] == "trip"
    assert pressed["items"][0]["text"] == long


def test_where_there_is_nothing_to_choose_that_is_said() -> None:
    """A question with no options has no input, and nothing insists on an answer to it."""
    card = drawn(asking(ask(Choose(PROMPT)), ask(Text(PROMPT), "other")))
    assert "Juuri nyt ei ole mitään, mistä valita." in list(texts(card))
    assert one(card, "Input.Text")["id"] == "other"
    [going_on] = (each for each in card["actions"] if each["title"] == "Lähetä vastaukset")
    assert going_on["data"]["ake"]["asks"] == ["other"]


def test_a_button_speaks_below_or_in_place() -> None:
    """What opens another dialog says it below; on a card that one person sees, in its place."""
    message = say(as_is("Hei"), buttons=(Button(as_is("Nappi"), "trip"),))
    assert one(drawn(message), "ActionSet")["actions"][0]["type"] == "Action.Submit"
    alone = drawn(message, in_place=True)
    assert one(alone, "ActionSet")["actions"][0]["type"] == "Action.Execute"


def test_a_document_is_asked_for_by_a_button() -> None:
    """The button names the paper and what it is about; the link is made when it is pressed."""
    paper = Paper(as_is("Matkalasku"), "lasku.pdf", "claim", {"claim": "7"})
    [button] = one(drawn(say(as_is("Tässä"), documents=(paper,))), "ActionSet")["actions"]
    assert button["data"]["ake"]["facts"] == {"claim": "7"}
    assert button["data"]["ake"]["about"]["kind"] == "claim"


HEAD = (as_is("Kirjasto"), as_is("Päivä"), as_is("Tila"), as_is("Matka"))


def test_a_narrow_table_is_a_table_and_a_wide_one_a_list() -> None:
    """Three columns fit on a phone; more, and rows with buttons, are told one after another."""
    narrow = Table(as_is("Käynnit"), HEAD[:2], (Row((as_is("Turku"), as_is("ti"))),))
    assert one(drawn(say(as_is("x"), tables=(narrow,))), "Table")["rows"]
    row = Row((as_is("Turku"), as_is("ti"), as_is("vahvistettu"), as_is("5 km")))
    wide = Table(as_is("Käynnit"), HEAD, (replace(row, buttons=(Button(as_is("Peru"), "trip"),)),))
    shown = list(texts(drawn(say(as_is("x"), tables=(wide,)))))
    assert {"Turku", "Päivä: ti", "Tila: vahvistettu", "Matka: 5 km", "Peru"} <= set(shown)


def test_a_column_is_as_wide_as_what_stands_in_it() -> None:
    """The numbers of the steps leave the room to the steps."""
    steps = tuple(Row((as_is(n), as_is("Sopikaa päivä yhdessä"))) for n in "123")
    table = Table(as_is("Vaiheet"), (as_is("Vaihe"), as_is("Mitä teette")), steps)
    columns = one(drawn(say(as_is("x"), tables=(table,))), "Table")["columns"]
    assert columns == [{"width": 8}, {"width": 20}]


def test_buttons_of_a_table_look_alike() -> None:
    """Where one is too long for a button, all are words to press; what is grave stays a button."""
    names = ("Näytä: Turku", "Näytä: Kirjastopalvelujohtaja Turun pääkirjastossa")
    grave = Button(as_is("Peru"), "trip", weight=Weight.GRAVE)
    rows = tuple(Row((as_is("x"),), (Button(as_is(name), "trip"), grave)) for name in names)
    body = drawn(say(as_is("x"), tables=(Table(as_is("Käynnit"), HEAD[:1], rows),)))["body"]
    entries = [part["items"] for part in body if part["type"] == "Container"]
    pressed = [[p["items"][0]["text"] for p in e if "selectAction" in p] for e in entries]
    assert pressed == [[name] for name in names]
    assert [e[-1]["actions"][0]["title"] for e in entries] == ["Peru", "Peru"]


def test_a_form_stands_apart_from_what_is_said_beside_it() -> None:
    """A line parts it from tables and buttons above; words alone lead into it."""
    asks = asking(ask(Text(PROMPT)))
    led_in = drawn(replace(asks, text=(as_is("Hei"),)))
    assert not any("separator" in part for part in led_in["body"])
    [apart] = (
        part for part in drawn(replace(asks, buttons=(GO,)))["body"] if part.get("separator")
    )
    assert apart["text"] == "Retki"


def test_a_picture_is_told_and_shown_by_a_button() -> None:
    """What is in it stands beside the button, for who sees it and for who does not."""
    map_ = Paper(as_is("Kartalla on yksi pari: Aura – Marttila."), "kartta.png", "map")
    card = drawn(say(as_is("x"), pictures=(map_,)))
    assert "Kartalla on yksi pari: Aura – Marttila." in list(texts(card))
    assert [each["title"] for each in one(card, "ActionSet")["actions"]] == ["Näytä kuva"]


@pytest.mark.parametrize(
    "words", ["*kaikki* paikalla", "[linkki](https://example.fi)", "# otsikko", "- rivi", "a_b_c"]
)
def test_words_are_not_taken_for_formatting(words: str) -> None:
    """What a person wrote is shown as it was written: nobody can hide a link in it."""
    card = drawn(say(as_is(words), buttons=(Button(as_is("Nappi"), "trip"),)))
    assert "".join(run["text"] for run in one(card, "RichTextBlock")["inlines"]) == words


def test_an_address_is_a_link_that_says_where_it_goes() -> None:
    """The link of a coffee hour is pressed where it stands; what surrounds it is not."""
    card = drawn(say(as_is("Tule (https://kokous.example/a_b?c=1)."), buttons=(GO,)))
    before, link, after = one(card, "RichTextBlock")["inlines"]
    assert link["text"] == "https://kokous.example/a_b?c=1"
    assert link["selectAction"]["url"] == link["selectAction"]["title"] == link["text"]
    assert (before["text"], after["text"]) == ("Tule (", ").")
    assert "selectAction" not in before | after


def test_words_alone_are_a_message_and_no_card() -> None:
    """A sentence is sent as a sentence, its formatting taken for nothing."""
    told = Drawing(FINNISH).activity(say(as_is("Hei!"), as_is("Mitä kuuluu?")))
    assert told == {"type": "message", "textFormat": "plain", "text": "Hei!\n\nMitä kuuluu?"}


def test_a_card_is_told_in_text_too() -> None:
    """A notification tells what it is about, and all of it stands in text for a screen reader."""
    message = replace(asking(ask(Text(PROMPT))), text=(as_is("Hei!"),))
    told = Drawing(FINNISH).activity(message)
    card = told["attachments"][0]["content"]
    assert told["summary"] == "Hei! Mitä?"
    assert "Hei!\nMitä?" in card["fallbackText"]
    assert (card["lang"], card["version"]) == ("fi", "1.5")


@pytest.mark.parametrize("rows", [5, 40, 400])
@pytest.mark.parametrize("words", [3, 300, 3000])
def test_a_card_is_never_too_large(rows: int, words: int) -> None:
    """However much there is to say, the card stays under the limit, and says what it left."""
    long = "sana " * words
    cells = (as_is(long), as_is("ti"), as_is("vahvistettu"), as_is("5 km"))
    buttons = (Button(as_is("Siirrä"), "trip", {"visit": "x" * 32}),)
    table = Table(as_is("Käynnit"), HEAD, tuple(Row(cells, buttons) for _row in range(rows)))
    asks = [
        ask(Choose(PROMPT), f"q{n}", options=options(300, " ja sen lähikirjasto")) for n in range(8)
    ]
    message = replace(asking(*asks), text=(as_is(long),) * 3, tables=(table,))
    card = drawn(message)
    assert size(card) <= 20_000
    shown = "\n".join(texts(card))
    assert all(part["choices.data"] for part in parts(card) if part["type"] == "Input.ChoiceSet")
    assert rows < 40 or "riviä jäi tästä pois." in shown


def test_what_others_see_tells_nothing() -> None:
    """A card for one person among others holds no word of theirs, only the way to their view."""
    told = Drawing(FINNISH, "aa11").neutral({"ake": {"do": "view"}}, "29:aino")
    card = told["attachments"][0]["content"]
    assert faults(card) == []
    assert against_schema(card) == []
    assert card["refresh"]["userIds"] == ["29:aino"]
    assert card["refresh"]["action"]["data"] == card["actions"][0]["data"]
