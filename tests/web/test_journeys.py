"""People use the page, in both languages, by form and by writing."""

from __future__ import annotations

from bot.app import web_app
from tests.chat import StillClock

from .browsing import Visitor
from .conftest import Visit, opened


def profile(visitor: Visitor) -> None:
    """Fill the profile's form in Finnish, but do not send it."""
    visitor.presses("Omat tiedot")
    visitor.fills("Missä kirjastossa työskentelet?", "Rauman pääkirjasto")
    visitor.picks("Missä verkostoissa ja työryhmissä olet mukana?", "Digityöryhmä")


def test_a_newcomer_is_greeted_in_their_language(visit: Visit) -> None:
    """Aino is welcomed in Finnish, Saga in Swedish, each with something to begin with."""
    aino, saga = visit("aino"), visit("saga")
    assert "Tervetuloa, Aino" in aino.sees
    assert "Omat tiedot" in aino.buttons()
    assert "Välkommen, Saga" in saga.sees
    assert saga.page.one("html").attributes["lang"] == "sv"


def test_a_profile_by_form(visit: Visit) -> None:
    """One form asks what is not known, and what was answered stands in the conversation."""
    aino = visit("aino")
    profile(aino)
    seen = aino.presses("Lähetä vastaukset")
    assert "Missä kirjastossa työskentelet? Rauman pääkirjasto" in seen
    assert "olet töissä Rauman pääkirjastossa" in seen
    assert "Lähetä vastaukset" not in aino.buttons()


def test_the_same_by_writing_in_swedish(visit: Visit) -> None:
    """Whoever would rather write answers the same questions one by one, and is read back to."""
    saga = visit("saga")
    saga.presses("Mina uppgifter")
    saga.says("Pargas huvudbibliotek")
    saga.says("hoppa över")
    seen = saga.says("nej")
    assert "På vilket bibliotek arbetar du? Pargas huvudbibliotek" in seen
    assert "Kontrollera svaren innan du skickar dem." in seen
    assert "Skicka" in saga.buttons()
    assert "du arbetar på Pargas huvudbibliotek" in saga.presses("Skicka")


def test_one_answer_is_changed_before_sending(visit: Visit) -> None:
    """Each answer that is read back has a button that asks it again."""
    aino = visit("aino")
    aino.presses("Omat tiedot")
    for words in ("Turun pääkirjasto", "ohita", "ei"):
        aino.says(words)
    aino.presses("Muuta : Missä kirjastossa työskentelet?")
    aino.fills("Missä kirjastossa työskentelet?", "Porin pääkirjasto")
    assert "Porin pääkirjasto" in aino.presses("Vastaa")
    assert "olet töissä Porin pääkirjastossa" in aino.presses("Lähetä")


def test_what_is_wrong_is_told_at_the_field(visit: Visit) -> None:
    """The summary leads to the field, the field names its problem, and the rest stays filled."""
    aino = visit("aino")
    aino.presses("Omat tiedot")
    aino.picks("Missä verkostoissa ja työryhmissä olet mukana?", "Digityöryhmä")
    aino.presses("Lähetä vastaukset")
    summary = aino.page.one(id="wrong")
    field = aino.field("Missä kirjastossa työskentelet?")
    assert summary.one("a").attributes["href"] == f"#{field.attributes['id']}"
    assert field.attributes["aria-invalid"] == "true"
    told = field.attributes["aria-describedby"].split()
    assert "Tähän tarvitsen vastauksen." in aino.page.one(id=told[-1]).text
    assert aino.picked("Missä verkostoissa ja työryhmissä olet mukana?") == ["Digityöryhmä"]
    assert aino.title.startswith("Ongelma:")


def test_nothing_is_lost_when_the_bot_is_started_anew(sqlite_url: str, clock: StillClock) -> None:
    """The conversation, the open form and what is wrong in it are there after a restart."""
    with opened(sqlite_url, clock) as page:
        aino = Visitor(web_app(page.house, page.door.app()))
        aino.says("hei")
        aino.presses("Omat tiedot")
        aino.picks("Missä verkostoissa ja työryhmissä olet mukana?", "Digityöryhmä")
        aino.presses("Lähetä vastaukset")
        before = aino.sees
    with opened(sqlite_url, clock) as page:
        again = Visitor(web_app(page.house, page.door.app()))
        assert again.sees == before
        again.fills("Missä kirjastossa työskentelet?", "Rauman pääkirjasto")
        assert "Rauman pääkirjastossa" in again.presses("Lähetä vastaukset")


def test_a_form_of_before_shows_what_is_so_now(visit: Visit) -> None:
    """A form left open in another window changes nothing, and what was typed in it is kept."""
    here, there = visit("aino"), visit("aino")
    profile(here)
    there.goes("/?who=aino&room=chat")
    there.presses("Peruuta")
    there.presses("Omat tiedot")
    seen = here.presses("Lähetä vastaukset")
    assert "Tuo lomake on jo vanha." in seen
    assert here.picked("Missä verkostoissa ja työryhmissä olet mukana?") == ["Digityöryhmä"]
    assert "olet töissä Rauman" not in seen
    assert "Rauman pääkirjastossa" in here.presses("Lähetä vastaukset")


def test_a_form_sent_twice_is_one_turn(visit: Visit) -> None:
    """A button pressed twice, or a page sent again, does nothing a second time."""
    aino = visit("aino")
    profile(aino)
    form, button = aino.button("Lähetä vastaukset")
    first = aino.sends(form, button)
    assert aino.sends(form, button) == first
    assert first.count("olet töissä") == 1


def test_the_language_is_switched_in_the_middle(visit: Visit) -> None:
    """The page, the open form and all that was said before are in the new language."""
    aino = visit("aino")
    aino.says("hei")
    profile(aino)
    seen = aino.presses("Svenska")
    assert aino.page.one("html").attributes["lang"] == "sv"
    assert "På vilket bibliotek arbetar du?" in seen
    assert "Berätta vad du vill göra" in seen
    assert "från och med nu talar jag svenska med dig" in seen


def test_help_comes_in_the_middle(visit: Visit) -> None:
    """A question about the dialog is answered and the form stays open."""
    aino = visit("aino")
    aino.presses("Omat tiedot")
    seen = aino.says("apua")
    assert "Omat tiedot" in seen
    assert "Lähetä vastaukset" in aino.buttons()


def test_each_person_has_a_conversation_of_their_own(visit: Visit) -> None:
    """What Aino says in private nobody else reads."""
    visit("aino").says("salaisuus")
    assert "salaisuus" not in visit("saga").sees
    assert "salaisuus" in visit("aino").sees


def test_the_page_remembers_who_one_was(visit: Visit) -> None:
    """The bare address leads on to whoever was here last with this browser."""
    aino = visit("saga", "digi")
    aino.goes("/")
    assert str(aino.response.url).endswith("who=saga&room=digi#now")
    assert aino.page.one("h1").text == "Digiarbetsgruppen"


def test_a_long_conversation_is_read_page_by_page(visit: Visit) -> None:
    """Older messages are a link away."""
    aino = visit("aino")
    for number in range(35):
        aino.says(f"viesti {number}")
    assert "viesti 0 " not in aino.sees
    assert "viesti 0 " in aino.follows("Näytä aiemmat viestit")
