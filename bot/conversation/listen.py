"""What the words of Finnish and Swedish mean in this house: its commands and its wishes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.dialog import Ask, Chosen, Day, Phrase, Rejected, Text
from bot.domain.languages import Language
from bot.domain.regions import Region
from bot.language.understand import answer, commands, moves
from bot.language.understand.choices import Listed, one
from bot.language.understand.tongues import language_named
from bot.language.understand.vocabulary import Called, Vocabulary, vocabulary
from bot.language.understand.wishes import Wished, wished
from bot.language.understand.written_in import language_of
from bot.language.understand.yes_no import yes_no

from .hear import Help, Offer, Wish
from .stage import Catalogue
from .turns import Moved, Opened

SWITCHES = {"suomeksi", "ruotsiksi", "på finska", "på svenska", "finska", "svenska", "in swedish"}
"""Said alone, these change the language, whatever is being asked."""
IN_PASSING = {"greet", "yes", "no", "back", "skip", "cancel"}
"""What people say that is no wish for a dialog. It is known so that it is not taken for one."""
GREETED = Wished(("greet",), sure=True)
WANTING = re.compile(
    r"\b(?:haluan|haluamme|halutaan|haluaisin|haluaisimme|tahdon"
    r"|(?:(?:det|jag|vi) )?vill(?: jag| vi)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Listen:
    """Made once, when the bot starts."""

    catalogue: Catalogue
    vocabulary: Vocabulary
    named: dict[str, str] = field(init=False)
    """Dialogs by their command words."""
    titles: frozenset[tuple[str, str]] = field(init=False)
    """Dialogs by what their buttons say, in each language."""
    for_wish: dict[str, str] = field(init=False)
    """Dialogs by what people wish for."""
    for_coordinators: dict[str, str] = field(init=False)
    """The same, with those that only a coordinator may hold."""

    def __post_init__(self) -> None:
        named = {word: kind.name for kind in self.catalogue.values() for word in kind.commands}
        object.__setattr__(self, "named", named)
        kinds = tuple(self.catalogue.values())
        says = self.vocabulary.say.values()
        titles = frozenset((k.name, say(k.title).casefold()) for k in kinds for say in says)
        object.__setattr__(self, "titles", titles)
        for_wish = {wish: kind.name for kind in kinds for wish in kind.wishes}
        desk = {wish: kind.name for kind in kinds for wish in kind.desk_wishes}
        object.__setattr__(self, "for_wish", for_wish)
        object.__setattr__(self, "for_coordinators", {**for_wish, **desk})

    def step(self, words: str, language: Language) -> Moved | Help | None:
        found = moves.step(words)
        if found is None:
            return None
        return Help() if found.move is None else Moved(found.move, found.at)

    def command(self, words: str, now: datetime) -> Opened | None:
        found = commands.command(words, self.named)
        if found is None:
            return self.switched(words) if words.strip().casefold() in SWITCHES else None
        return Opened(self.named[found.name], words=True, rest=found.rest)

    def mistyped(self, words: str, *, coordinator: bool = False) -> Offer | None:
        meant = self.for_coordinators if coordinator else self.for_wish
        allowed = set(meant.values())
        known = [word for word, dialog in self.named.items() if dialog in allowed]
        near = commands.mistyped(words, known)
        return Offer(tuple(dict.fromkeys(self.named[name] for name in near))) if near else None

    def titled(self, words: str) -> set[str]:
        """The dialogs whose title the words are, as a button has it."""
        said = words.strip(" .!").casefold()
        return {name for name, title in self.titles if title == said}

    def switched(self, words: str) -> Opened | None:
        language = language_named(words)
        return None if language is None else Opened("language", {"language": language})

    def agreed(self, words: str, language: Language) -> bool | None:
        """To want is to agree where nothing else is said: "haluan miettiä" is not."""
        rest = WANTING.sub(" ", words).strip()
        return yes_no(rest or words, language=language)

    def answer(self, ask: Ask, words: str, *, language: Language, now: datetime) -> str:
        return answer.answer(ask, words, language=language, now=now, vocabulary=self.vocabulary)

    def meant(self, words: str, prompts: Mapping[str, Phrase]) -> str | None:
        says = self.vocabulary.say.values()
        listed = [Listed(n, tuple(say(prompt) for say in says)) for n, prompt in prompts.items()]
        return one(words, listed)

    def told(self, ask: Ask, words: str, *, language: Language, now: datetime) -> str | None:
        """An answer that words said in passing give for sure: a place, a day, a language."""
        if isinstance(ask.question, Text) or not words:
            return None
        if {option.value for option in ask.options} == set(Language):
            return language_named(words)
        if not (isinstance(ask.question, Day) or is_searched(ask)):
            return None
        try:
            return self.answer(ask, words, language=language, now=now)
        except Rejected:
            return None

    def wish(
        self, words: str, now: datetime, *, coordinator: bool = False
    ) -> Wish | Offer | Help | None:
        if name := commands.command_word(words, self.named):
            return Wish(Opened(self.named[name], words=True))
        dialogs = self.for_coordinators if coordinator else self.for_wish
        titled = self.titled(words) & set(dialogs.values())
        if len(titled) == 1:
            return Wish(Opened(titled.pop(), words=True))
        today = now.astimezone(self.vocabulary.zone).date()
        allowed = dialogs.keys() | IN_PASSING
        found = wished(
            words,
            today=today,
            places=self.vocabulary.places,
            allowed=allowed,
            own=dialogs.keys() - self.for_wish.keys(),
        )
        if found == GREETED:
            return Help()
        meant = tuple(dict.fromkeys(dialogs[wish] for wish in found.wishes if wish in dialogs))
        if found.sure and meant:
            return Wish(Opened(meant[0], words=True, rest=words))
        return Offer(meant) if meant else None


def written_in(words: str) -> Language | None:
    """The language that somebody seems to write in."""
    found = language_of(words)
    return None if found is None else Language(found)


def learn(region: Region, say: Mapping[Language, Callable[[Phrase], str]]) -> Vocabulary:
    """The names of a region's places and networks, in every form people write them."""
    towns = region.municipalities.values()
    places = [Called(town.code, town.name, town.variants) for town in towns]
    networks = [Called(each.key, each.name, each.aliases) for each in region.networks.values()]
    spoken = {str(language): how for language, how in say.items()}
    return vocabulary(places, networks, spoken, region.zone)


def is_searched(ask: Ask) -> bool:
    return isinstance(ask.question, Chosen) and ask.question.search
