"""Every kind of question has a field of its own, and everything a message holds is drawn."""

from __future__ import annotations

import pytest

from bot.local_page import LocalPage

from .browsing import Visitor
from .conftest import Visit

PDF = b"%PDF-1.7 a plan"


def filled(visitor: Visitor, guests: str = "120") -> Visitor:
    """The fair's form, filled in as people write."""
    visitor.says("/messut")
    visitor.fills("Millä nimellä messut pidetään?", "Saariston kirjapäivä")
    visitor.fills("Mistä iloitsette?", "Kirjaauto on uusi.\nLapset odottavat sitä!")
    visitor.fills("Minä päivänä?", "2026-12-01")
    visitor.fills("Mihin aikaan?", "09:30")
    visitor.fills("Montako vierasta tulee?", guests)
    visitor.fills("Mitä pöytä maksaa?", "1 250,50 €")
    visitor.fills("Kuinka pitkä matka on?", "57,5")
    visitor.picks("Mikä sali?", "Suuri")
    visitor.fills("Missä?", "Pori")
    visitor.picks("Mitkä kylät kutsutaan?", "Turku", "Kylä 3")
    visitor.picks("Tarjotaanko kahvia?", "Kyllä")
    return visitor


def test_each_answer_is_read_as_it_was_meant(visit: Visit) -> None:
    """Text, day, time, numbers, money, choices and yes come through as they were given."""
    seen = filled(visit("aino")).presses("Lähetä vastaukset")
    for told in (
        "Saariston kirjapäivä",
        "ti 1.12.2026",
        "Mihin aikaan? 9.30",
        "Montako vierasta tulee? 120",
        "1 250,50 €",
        "57,5 km",
        "Mikä sali? Suuri",
        "Missä? Pori",
        "Turku ja Kylä 3",
        "Tarjotaanko kahvia? Kyllä",
        "Messut on sovittu.",
    ):
        assert told in seen.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("label", "tag", "attributes"),
    [
        ("Millä nimellä messut pidetään?", "input", {"type": "text"}),
        ("Mistä iloitsette?", "textarea", {}),
        ("Minä päivänä?", "input", {"type": "date"}),
        ("Mihin aikaan?", "input", {"type": "time"}),
        ("Montako vierasta tulee?", "input", {"inputmode": "numeric"}),
        ("Mitä pöytä maksaa?", "input", {"inputmode": "decimal"}),
        ("Missä?", "select", {"data-search": ""}),
        ("Liitä suunnitelma", "input", {"type": "file", "multiple": ""}),
    ],
)
def test_each_kind_has_its_field(
    visit: Visit, label: str, tag: str, attributes: dict[str, str]
) -> None:
    """A short text is a line, a long one an area, a day a date field, and so on."""
    aino = visit("aino")
    aino.says("/messut")
    field = aino.field(label)
    assert field.tag == tag
    assert attributes.items() <= field.attributes.items()


def test_lists_are_searched_in_both_languages(visit: Visit) -> None:
    """Each option carries its name in the other language, too."""
    aino = visit("aino")
    aino.says("/messut")
    options = {o.text: o.attributes.get("data-also") for o in aino.field("Missä?").all("option")}
    assert options["Pori"] == "Björneborg"
    towns = aino.question("Mitkä kylät kutsutaan?").all("label", class_="choice")
    assert {town.text: town.attributes["data-also"] for town in towns}["Turku"] == "Åbo"


def test_a_form_with_one_thing_wrong_stays_as_it_was_sent(visit: Visit) -> None:
    """Nothing that was filled in has to be filled in again, files neither."""
    aino = filled(visit("aino"), guests="13")
    aino.attaches("Liitä suunnitelma", ("suunnitelma.pdf", PDF))
    assert "Kolmetoista ei käy." in aino.presses("Lähetä vastaukset")
    assert aino.value("Montako vierasta tulee?") == "13"
    assert aino.value("Mitä pöytä maksaa?") == "1250,50"
    assert aino.value("Mistä iloitsette?") == "Kirjaauto on uusi. Lapset odottavat sitä!"
    assert aino.picked("Tarjotaanko kahvia?") == ["Kyllä"]
    assert "suunnitelma.pdf" in aino.sees
    aino.fills("Montako vierasta tulee?", "14")
    assert "Liitä suunnitelma Yksi tiedosto" in aino.presses("Lähetä vastaukset")


def test_a_file_is_kept_for_what_it_is(visit: Visit, local: LocalPage) -> None:
    """Its content tells its kind, and its name keeps no folders."""
    aino = filled(visit("aino"))
    aino.attaches("Liitä suunnitelma", ("C:\\temp\\suunnitelma.exe", PDF))
    aino.presses("Lähetä vastaukset")
    with local.house.ledger.unit() as unit:
        person = unit.people.by_identity("web", "aino", "")
        key = unit.files.add(person.id, "suunnitelma.exe", PDF, local.page.now())
        kept = unit.files.find(key)
    assert kept is not None
    assert (kept.media_type, kept.size) == ("application/pdf", len(PDF))


def test_too_large_and_empty_files_are_told_at_their_field(visit: Visit) -> None:
    """A file of 20 MB is refused in a sentence with its name; the form stays as it was sent."""
    aino = filled(visit("aino"))
    aino.attaches("Liitä suunnitelma", ("video.mp4", bytes(20 * 1024 * 1024)))
    seen = aino.presses("Lähetä vastaukset")
    assert "”video.mp4” on yli 10\u00a0Mt" in seen.replace("10 Mt", "10\u00a0Mt")
    assert aino.value("Millä nimellä messut pidetään?") == "Saariston kirjapäivä"
    aino.attaches("Liitä suunnitelma", ("tyhja.pdf", b""))
    assert "”tyhja.pdf” on tyhjä" in aino.presses("Lähetä vastaukset")
    aino.attaches("Liitä suunnitelma", *[(f"{n}.pdf", PDF) for n in range(11)])
    assert "Voit liittää enintään 10 tiedostoa." in aino.presses("Lähetä vastaukset")
    assert "Messut on sovittu." in aino.presses("Lähetä vastaukset")


def test_tables_pictures_and_papers_are_drawn(visit: Visit) -> None:
    """A table has headers and a caption, pictures say what they show, papers are fetched."""
    aino = filled(visit("aino"))
    aino.presses("Lähetä vastaukset")
    table = aino.page.one("table")
    assert table.one("caption").text == "Pöydät"
    assert [head.text for head in table.one("thead").all("th")][:3] == ["Aihe", "Kirjoja", "Paikka"]
    named = table.one("tbody").all("th")
    assert [name.attributes["scope"] for name in named] == ["row"] * 2
    picture = aino.page.one("img", alt="Pylväät: satuja 12, runoja 7")
    assert aino.client.get(picture.attributes["src"]).headers["content-type"] == "image/svg+xml"
    whole = aino.page.one("a", href=picture.attributes["src"])
    assert whole.one("img").attributes["alt"].startswith("Pylväät")
    assert "example.fi" in aino.page.one("main").one("a", rel="noopener noreferrer").text
    assert aino.follows("Kutsu") == "Aino Lehtonen → Ålands bibliotek"
    told = aino.response.headers
    assert told["content-disposition"] == "attachment; filename*=UTF-8''kutsu.txt"


def test_a_button_in_a_row_says_which_row(visit: Visit) -> None:
    """Two buttons that look alike are told apart by a screen reader, and each works."""
    aino = filled(visit("aino"))
    aino.presses("Lähetä vastaukset")
    rows = [b.text for b in aino.page.one("table").all("button")]
    assert rows == ["Siirrä : Satu", "Siirrä : Runo"]
    assert "Millä nimellä messut pidetään?" in aino.presses("Siirrä : Runo")
    assert "Siirrä" in aino.sees


def test_a_button_does_not_say_again_what_its_row_says(visit: Visit) -> None:
    """A button that names the thing of its row shows the verb alone; who hears it hears both."""
    kaisu = visit("kaisu")
    kaisu.says("/kierros")
    first = list(kaisu.page.one("tbody").all("tr"))
    name = first[0].one("th").text
    button = next(iter(first[1].all("button")))
    assert button.text == f"Aseta ajankohta : {name}"
    assert button.one("span").text == f": {name}"


def test_papers_are_for_those_they_are_for(visit: Visit) -> None:
    """Whoever may not have a paper is told so; what is no longer there is told so, too."""
    aino = filled(visit("aino"))
    aino.presses("Lähetä vastaukset")
    told = [a for a in aino.page.one("main").all("a") if a.text]
    links = {a.text.split()[0]: a.attributes["href"] for a in told}
    aino.follows("Budjetti")
    assert aino.response.status_code == 403
    assert "Sinulla ei valitettavasti ole oikeutta" in aino.sees
    aino.goes(links["Vanha"])
    assert aino.response.status_code == 404
    saga = visit("saga")
    saga.goes(links["Kutsu"].replace("who=aino", "who=saga"))
    assert saga.response.status_code == 404


def test_a_step_back_keeps_what_was_typed(visit: Visit) -> None:
    """Whoever goes back finds what stood in the other fields where it was."""
    aino = visit("aino")
    aino.says("/messut")
    aino.says("Saariston kirjapäivä")
    aino.fills("Mistä iloitsette?", "Kaikesta.")
    aino.presses("Takaisin")
    assert aino.value("Millä nimellä messut pidetään?") == "Saariston kirjapäivä"
    assert aino.value("Mistä iloitsette?") == "Kaikesta."
