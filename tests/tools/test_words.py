"""What a translator is told, and what becomes of the catalogues."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import words

HEADER = 'msgid ""\nmsgstr "Language: fi\\nContent-Type: text/plain; charset=utf-8\\n"\n\n'


class Project:
    """A small project with one file of code and two catalogues."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.capsys = root, capsys

    def says(self, *lines: str, file: str = "bot/greet.py") -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines), "utf-8")

    def translates(self, entry: str, language: str = "fi") -> None:
        path = words.catalogue_file(self.root, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER + entry, "utf-8")

    def written(self) -> str:
        """The Finnish catalogue after `make words`."""
        assert words.main([], self.root) == 0
        return words.catalogue_file(self.root, "fi").read_text("utf-8")

    def faults(self, about: str = "fi") -> list[str]:
        """What `check` says of one language, from behind the place and the sentence."""
        failed = words.main(["check"], self.root)
        lines = self.capsys.readouterr().out.splitlines()
        assert failed == bool(lines)
        return [line for line in lines if line.startswith(f"locales/{about}/")]


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Project:
    return Project(tmp_path, capsys)


def po(msgid: str, msgstr: str) -> str:
    return f'msgid "{msgid}"\nmsgstr "{msgstr}"\n'


def test_catalogues_are_made_from_the_code(project: Project) -> None:
    """Each sentence is there once, in order, and nothing else that could change from day to day."""
    project.says('_("Which day?")', 'n_("one seat", "{count} seats", 3)', '_("Hello!")')
    project.says('_("Hello!")', file="dialogs/visit.py")
    assert project.written() == (
        'msgid ""\n'
        'msgstr ""\n'
        '"Language: fi\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        "\n"
        'msgid "Hello!"\nmsgstr ""\n'
        "\n"
        'msgid "Which day?"\nmsgstr ""\n'
        "\n"
        '#, python-brace-format\nmsgid "one seat"\nmsgid_plural "{count} seats"\n'
        'msgstr[0] ""\nmsgstr[1] ""\n'
    )


def test_translations_stay_and_those_of_gone_sentences_go(project: Project) -> None:
    """A sentence that has left the code leaves the catalogues; the others keep their words."""
    project.says('_("Hello!")')
    project.translates(po("Hello!", "Hei!") + "\n" + po("Goodbye!", "Hei hei!"))
    written = project.written()
    assert 'msgstr "Hei!"' in written
    assert "hei hei" not in written.lower()


def test_a_long_sentence_stays_on_its_line(project: Project) -> None:
    """Changing one word changes one line."""
    project.says(f'_("{"word " * 60}end")')
    assert f'msgid "{"word " * 60}end"' in project.written()


def test_writing_twice_changes_nothing(project: Project) -> None:
    """What `make words` has written it leaves alone."""
    project.says('_("Hello!")', 'n_("one seat", "{count} seats", 3)')
    once = project.written()
    assert project.written() == once


def test_all_is_well(project: Project) -> None:
    """Complete catalogues are passed over in silence."""
    project.says('_("Welcome to {place}!", place=place)', 'n_("one seat", "{count} seats", free)')
    for language in words.LANGUAGES:
        project.translates(
            po("Welcome to {place}!", "Tervetuloa {place:lative}!") + "\n"
            'msgid "one seat"\nmsgid_plural "{count} seats"\n'
            'msgstr[0] "{count} paikka"\nmsgstr[1] "{count} paikkaa"\n',
            language,
        )
    words.main([], project.root)
    assert words.main(["check"], project.root) == 0


def test_a_new_sentence_makes_the_catalogues_stale(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line of code is named, and what to do."""
    project.says('_("Hello!")')
    words.main([], project.root)
    project.says('_("Hello!")', '_("Which day?")')
    assert words.main(["check"], project.root) == 1
    assert "bot/greet.py:2: 'Which day?' is not in the catalogues" in capsys.readouterr().out


def test_a_gone_sentence_makes_the_catalogues_stale(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody translates what is never said."""
    project.says('_("Hello!")')
    words.main([], project.root)
    project.says("")
    assert words.main(["check"], project.root) == 1
    assert "'Hello!' is not in the code any more" in capsys.readouterr().out


def test_hand_made_disorder_is_noticed(project: Project) -> None:
    """A catalogue that `make words` would write otherwise is to be written by it."""
    project.says('_("Hello!")')
    words.main([], project.root)
    project.translates(po("Hello!", "Hei!"))
    assert "locales/fi/LC_MESSAGES/bot.po: not as `make words` leaves it" in project.faults()


@pytest.mark.parametrize(
    ("msgid", "msgstr", "fault"),
    [
        ("Hello!", "", "is not translated"),
        ("See you in {place}.", "Nähdään.", "says nothing in braces where"),
        ("See you in {place}.", "Nähdään {paikka}.", "says {paikka} where"),
        ("Hello!", "Hei {name}!", "says {name} where"),
        ("See you in {place}.", "Nähdään {place:inessive}.", "does not exist: {place:inessive}"),
        ("See you in {place}.", "Nähdään {place.", "cannot be read"),
        ("Hello!", " Hei!", "begins or ends with a space"),
        ("Hello!", "Hei! ", "begins or ends with a space"),
        ("Hello!", "Hei  vaan!", "two spaces"),
        ("Hello!", "Hei vaan !", "a space before a stop"),
        ("Hello! Which day?", "Hei!Mikä päivä?", "no space between"),
        ("Hello!", "Hei - hei!", "a hyphen for a dash"),
        ("Hello!", 'Sano \\"hei\\".', "straight quotation marks"),
        ("Which day?", "Which day?", "still in English"),
    ],
)
def test_a_translation_that_is_not_right_is_shown(
    project: Project, msgid: str, msgstr: str, fault: str
) -> None:
    """The file, the sentence and what is wrong with it stand on one line."""
    project.says(f'_("{msgid}", place=place)')
    project.translates(po(msgid, msgstr))
    words.main([], project.root)
    (line,) = project.faults()
    assert f"bot.po:8: {msgid!r} " in line or f"bot.po:9: {msgid!r} " in line
    assert fault in line


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("{distance} km", "{distance} km"),
        ("Slack", "Slack"),
        ("Open 9–10.", "Auki klo 9.00–10.00, esim. ke."),
        ("See you in {place}.", "Nähdään {place:locative}."),
    ],
)
def test_what_only_looks_wrong_may_stand(project: Project, msgid: str, msgstr: str) -> None:
    """A name, a number or an abbreviation is no fault."""
    project.says(f'_("{msgid}", place=place, distance=distance)')
    project.translates(po(msgid, msgstr))
    words.main([], project.root)
    assert project.faults() == []


@pytest.mark.parametrize(
    ("first", "second", "fault"),
    [
        ("yksi paikka", "", "lacks its plural"),
        ("yksi paikka", "paikkoja", "says nothing in braces where"),
        ("{luku} paikka", "{count} paikkaa", "says {luku} where"),
    ],
)
def test_a_plural_that_is_not_right_is_shown(
    project: Project, first: str, second: str, fault: str
) -> None:
    """Only where there is one may the number be left out."""
    project.says('n_("one seat", "{count} seats", free)')
    project.translates(
        'msgid "one seat"\nmsgid_plural "{count} seats"\n'
        f'msgstr[0] "{first}"\nmsgstr[1] "{second}"\n'
    )
    words.main([], project.root)
    (line,) = project.faults()
    assert fault in line


def test_a_guess_is_no_translation(project: Project) -> None:
    """What is marked fuzzy is to be read by someone first."""
    project.says('_("Hello!")')
    project.translates("#, fuzzy\n" + po("Hello!", "Hei!"))
    words.main([], project.root)
    (line,) = project.faults()
    assert "is marked fuzzy" in line


def test_a_sentence_that_gets_a_plural_is_read_again(project: Project) -> None:
    """Its old translation is kept, as a guess."""
    project.says('n_("one seat", "{count} seats", free)')
    project.translates(po("one seat", "yksi paikka"))
    assert 'msgstr[0] "yksi paikka"' in project.written()
    assert len(project.faults()) == 2


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ('_(f"Hello {name}!")', "_() needs its text written out in it"),
        ("_(text)", "_() needs its text written out in it"),
        ('n_("one seat", free)', "n_() needs its text written out in it"),
        ('n_("one seat")', "n_() lacks a text"),
        ('_("See you in {place}.")', "'See you in {place}.' is not given place"),
        ('_("See you in {place.")', "expected '}' before end of string"),
        ('_("one seat"), n_("one seat", "{count} seats", 3)', "'one seat' has another plural"),
    ],
)
def test_a_sentence_that_cannot_be_said_is_found(
    project: Project, capsys: pytest.CaptureFixture[str], code: str, fault: str
) -> None:
    """A mistake in the code is shown before a person meets it."""
    project.says("", code)
    assert words.main([], project.root) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("bot/greet.py:2: ")
    assert fault in line


def test_parts_that_are_handed_on_are_trusted(project: Project) -> None:
    """Where the code hands parts on with two stars, nobody can tell from outside."""
    project.says('_("See you in {place}.", **parts)')
    assert words.main([], project.root) == 0
