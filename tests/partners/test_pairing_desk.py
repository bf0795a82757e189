"""A coordinator forms the pairs at the pairing desk."""

from __future__ import annotations

import pytest

from tests.chat import Chat
from tests.houses import COORDINATOR, Meet

from .mail import Mail
from .people import AURA, EURA, HARJAVALTA, LIETO, MARTTILA, PARGAS, TURKU, at, registered

DESK = ("pairs", "pairs_again", "pair_lock", "pair_ban", "pair_lift", "pair_third", "active_pairs")
DESK_TOO = ("pair_end", "partner_reports", "partner_visits_ahead", "info_session", "indicators")


@pytest.fixture
def carita(meet: Meet) -> Chat:
    """A coordinator, four libraries registered, the round closed."""
    for number, home in enumerate((AURA, MARTTILA, EURA, HARJAVALTA)):
        registered(at(meet, f"worker{number}", home), f"toive {number}")
    return at(meet, COORDINATOR, TURKU)


@pytest.mark.usefixtures("carita")
def test_nobody_else_sees_the_desk(meet: Meet) -> None:
    """Whatever a worker opens, they are told kindly that it is not theirs."""
    worker = meet("worker0")
    for name in (*DESK, *DESK_TOO, "pair_confirm", "read_report", "invite_info"):
        heard = worker.opens(name)
        assert "koordinaattorit auttavat" in heard, name
        assert "toive 1" not in heard


def test_a_wish_is_kept_and_priced_until_it_is_lifted(carita: Chat) -> None:
    """A lock holds in every proposal, and its cost is told; lifted, all is as before."""
    before = carita.opens("pairs")
    assert "Auran pääkirjasto – Marttilan pääkirjasto" in before
    heard = carita.opens("pair_lock", members=f"{AURA},{HARJAVALTA}")
    assert "Nämä on lukittu yhteen: Auran pääkirjasto – Harjavallan pääkirjasto." in heard
    assert "Tämä toive vie" in heard
    assert "Täydellisesti yhteen sopivilla kirjastoilla on 1\u00a0000 pistettä." in heard
    assert "(lukittu)" in heard
    carita.presses("Kumoa toive: Auran pääkirjasto – Harjavallan pääkirjasto")
    assert "Pari: 1. Auran pääkirjasto – Marttilan pääkirjasto" in carita.hears()
    assert "Toiveesi" not in carita.hears()


def test_two_kept_apart_are_not_proposed(carita: Chat) -> None:
    """Seen closely, a pair can be kept apart; then they go with others."""
    carita.opens("pairs")
    carita.presses("Katso pari 1")
    assert "Rinnakkain" in carita.hears()
    heard = carita.presses("Pidä erillään")
    assert "Pari: 1. Auran pääkirjasto – Marttilan pääkirjasto" not in heard
    assert "Nämä pidetään erillään" in heard


def test_wishes_that_clash_are_refused(carita: Chat) -> None:
    """What cannot come true is said why, and one library is no pair."""
    carita.opens("pair_ban", members=f"{AURA},{MARTTILA}")
    heard = carita.opens("pair_lock", members=f"{AURA},{MARTTILA}")
    assert "erillään" in heard
    assert carita.asked() == ["members"]
    assert "Valitse kaksi kirjastoa" in carita.gives(members=AURA)


def test_nothing_is_confirmed_that_was_not_seen(carita: Chat, meet: Meet) -> None:
    """A library that registers meanwhile makes the proposal stale: it is told and shown anew."""
    carita.opens("pairs")
    confirm = carita.button("Vahvista kaikki")
    registered(at(meet, "liisa", LIETO), "kirjavinkkaus")
    carita.opens(confirm.opens, **confirm.given)
    heard = carita.gives(sure="yes")
    assert "Jokin on muuttunut" in heard
    assert "5 kirjastoa odottaa" in heard
    assert "Voimassa olevia pareja ei ole" in carita.opens("active_pairs")


def test_a_long_wish_is_short_in_the_list_and_whole_in_the_pair(meet: Meet) -> None:
    """Forty wishes of a thousand letters would bury the pairs; none of it is lost (D-9)."""
    wish = "Digituki " + "ja novellikoukut " * 50 + "loppu."
    registered(at(meet, "aino", AURA), wish)
    registered(at(meet, "maija", MARTTILA), "Digituki")
    carita = at(meet, COORDINATOR, TURKU)
    heard = carita.opens("pairs")
    assert "…" in heard
    assert "loppu." not in heard
    assert "loppu." in carita.presses("Katso pari 1")


def test_one_pair_is_confirmed_by_itself(carita: Chat, meet: Meet) -> None:
    """Only its libraries are told, and the others go on waiting."""
    mail = Mail(carita.house)
    carita.opens("pairs")
    carita.presses("Katso pari 1")
    carita.presses("Vahvista tämä pari")
    assert "ei vahvistettu" in carita.gives(sure="no")
    carita.opens("proposed_pair", members=f"{AURA}+{MARTTILA}")
    carita.presses("Vahvista tämä pari")
    assert "2 kirjastoa odottaa" in carita.gives(sure="yes")
    assert len(mail.read_by(meet("worker0"))) == 1
    assert mail.read_by(meet("worker2")) == []


def test_the_odd_one_waits_or_joins_by_hand(carita: Chat, meet: Meet) -> None:
    """One left over can be put into a group of three, or goes on the waiting list."""
    pia = at(meet, "pia", PARGAS, "sv")
    registered(pia, "digistöd")
    mail = Mail(carita.house)
    assert "Odottaa kumppania" in carita.opens("pairs")
    group = next(label for label in carita.buttons() if label.startswith("Etsi ryhmä"))
    carita.presses(group)
    heard = carita.picks(carita.spoken(carita.last.asks[0].options[0].label))
    assert "Nämä on lukittu yhteen" in heard
    assert "Ehdotan 2 paria." in heard
    lift = next(label for label in carita.buttons() if label.startswith("Kumoa toive"))
    carita.presses(lift)
    carita.presses("Vahvista kaikki")
    carita.gives(sure="yes")
    told = [
        text
        for name in ("pia", "worker0", "worker1", "worker2", "worker3")
        for text in mail.read_by(meet(name))
    ]
    heard = carita.opens("pairs")
    assert "Ehdotettavaa paria ei löydy." in heard
    assert not {"Vahvista kaikki", "Lukitse kirjastoja yhteen"} & set(carita.buttons())
    assert sum("etusijalla" in text or "har förtur" in text for text in told) == 1


def test_an_ended_pair_is_told_and_may_register_again(carita: Chat, meet: Meet) -> None:
    """While a pair is active its library sees the pair; ended, it registers anew (D-5)."""
    carita.opens("pairs")
    carita.presses("Vahvista kaikki")
    carita.gives(sure="yes")
    worker, mail = meet("worker0"), Mail(carita.house)
    assert "Kumppanikirjastoja" in worker.opens("partner")
    mail.read_by(worker)
    carita.opens("active_pairs")
    carita.presses("Päätä kumppanuus: Auran pääkirjasto – Marttilan pääkirjasto")
    assert "Kumppanuus on päättynyt" in carita.gives(sure="yes")
    assert any("kumppanuus on päättynyt" in text for text in mail.read_by(worker))
    assert "on nyt ilmoittautunut" in registered(worker)


def test_the_indicator_counts_municipalities(carita: Chat) -> None:
    """Four of 43 is short of the 13 that 30 % are (D-21, PL-21)."""
    carita.opens("pairs")
    carita.presses("Vahvista kaikki")
    carita.gives(sure="yes")
    heard = carita.says("/mittarit")
    assert "4 / 43 kunnankirjastoa" in heard
    assert "13 kirjastoa" in heard
    assert "Ei vielä saavutettu" in heard


@pytest.mark.parametrize("what", ["", "7", "x.y", "1.999-main+019-main", "1.+", "99999999999."])
def test_a_proposal_that_never_was_confirms_nothing(carita: Chat, what: str) -> None:
    """Whatever is sent in place of a proposal, no pair comes of it without a look."""
    carita.opens("pairs")
    carita.opens("pair_confirm", what=what, sure="yes")
    assert carita.asked() == ["what"]
    assert "Voimassa olevia pareja ei ole" in carita.opens("active_pairs")
