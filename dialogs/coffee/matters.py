"""The coffee hours that a person comes to, and those their library hosts."""

from collections.abc import Iterator

from bot.dialog import Phrase, _
from bot.domain.coffee.corner import CoffeeCorner
from bot.domain.occasion import Occasion
from dialogs.coffee.words import coming_button, named
from dialogs.matter import Matter


def coffee_matters(occasion: Occasion) -> Iterator[Matter]:
    corner, home = CoffeeCorner(occasion), occasion.who.home
    attended = corner.attended()
    for hour in corner.coming():
        hosted = home is not None and hour.host == home
        comes = hour.id in attended
        if hosted or comes:
            yield Matter(named(hour), stands(hosted=hosted), (coming_button(hour, comes=comes),))


def stands(*, hosted: bool) -> Phrase:
    return _("Your library hosts it") if hosted else _("You are coming")
