"""What is said in words, in either language."""

from __future__ import annotations

from tests.houses import Meet


def test_a_command_carries_what_it_tells(meet: Meet) -> None:
    """/kieli ruotsi asks nothing more: the language is named already."""
    aino = meet("aino")
    assert "talar jag svenska" in aino.says("/kieli ruotsi")


def test_a_mistyped_command_offers_what_it_is_near_to(meet: Meet) -> None:
    """What it offers is the person's to hold; in the middle of a form no answer is made of it."""
    carita, aino = meet("carita"), meet("aino")
    carita.says("/mitarit")
    assert carita.buttons() == ["Mittarit"]
    aino.says("/mittari")
    assert "Mittarit" not in aino.buttons()
    aino.opens("profile", language="fi")
    aino.says("/vieralu")
    assert "Varaa AKE-vierailu" in aino.buttons()


def test_the_desk_has_a_command_in_each_language(meet: Meet) -> None:
    """/poyta and /bord show a coordinator what waits, and nobody else."""
    carita, aino = meet("carita"), meet("aino")
    for command in ("/poyta", "/pöytä", "/bord"):
        assert "Paripöytä" in carita.says(command) + " ".join(carita.buttons())
    assert "Paripöytä" not in aino.says("/poyta") + " ".join(aino.buttons())


def test_the_words_of_a_button_do_what_it_does(meet: Meet) -> None:
    """Who types a title instead of pressing it comes to the same place, in either language."""
    for said in ("Omat tiedot", "mina uppgifter"):
        somebody = meet(said)
        somebody.says(said)
        assert somebody.asked()


def test_the_language_changes_in_the_middle(meet: Meet) -> None:
    """The question that was open is asked again in the other language, and nothing is lost."""
    aino = meet("aino")
    aino.opens("profile", language="fi")
    heard = aino.says("på svenska")
    assert "talar jag svenska" in heard
    assert "På vilket bibliotek" in heard
    assert "Missä kirjastossa" in aino.says("suomeksi")


def test_places_are_understood_in_any_form(meet: Meet) -> None:
    """A library is found by its town, bent in Finnish or named in Swedish."""
    for said, place in (("Paraisilla", "445-main"), ("Åbo", "853-main"), ("raumalla", "684-main")):
        aino = meet(said)
        aino.opens("profile", language="fi")
        aino.says(said)
        assert aino.asked()[0] == "networks"
        aino.says("ohita")
        aino.says("en")
        aino.says("kyllä")
        with aino.house.ledger.unit() as unit:
            assert unit.people.by_identity("test", said, "").home == place


def test_what_is_not_understood_is_said_with_the_ways_on(meet: Meet) -> None:
    """Words that mean nothing here are answered with what can be done."""
    aino = meet("aino")
    assert "En ymmärtänyt" in aino.says("asdf qwerty")
    assert "Omat tiedot" in aino.buttons()


def test_an_answer_to_change_is_named_by_its_number(meet: Meet) -> None:
    """Muuta 2 and muuta kirjasto ask the same answer again."""
    aino = meet("aino")
    aino.opens("profile", language="fi", home="853-main", networks="", directs="no")
    assert "En löytänyt sitä vastausta" in aino.says("muuta kirjasto")
    aino.says("muuta 2")
    assert aino.asked() == ["home"]
    aino.says("Rauma")
    assert "Rauman pääkirjastossa" in aino.says("kyllä")


def test_a_plain_wish_opens_its_dialog_with_what_it_tells(meet: Meet) -> None:
    """The first words settle the language and open what they wish for."""
    saga = meet("saga", language="sv")
    saga.opens("profile", language="sv", home="445-main", networks="", directs="no")
    saga.sends()
    assert "kaffestund" in saga.says("när är nästa kaffestund?").lower()


def test_a_newcomer_is_answered_in_the_language_they_write(meet: Meet) -> None:
    """Nobody has to choose a language before they can be understood."""
    assert "Menade du" in meet("ny").says("Hej, jag undrar om ett besök")
    assert "Tarkoititko" in meet("uusi").says("Hei, miten on vierailun laita")


def test_who_wants_something_else_has_not_agreed(meet: Meet) -> None:
    """What was read back is sent by a yes; a sentence of what one wants is asked about."""
    aino = meet("aino")
    aino.opens("profile", language="fi", home="853-main", networks="", directs="no")
    for words in ("haluaisin vielä miettiä", "vi vill utveckla bokprat", "haluan sen huomenna"):
        assert "Kiitos!" not in aino.says(words)
    assert "Kiitos!" in aino.says("joo haluan")
    aino.opens("profile", language="fi", home="684-main", networks="", directs="no")
    assert "Mitään ei lähetetty." in aino.says("haluan perua")
