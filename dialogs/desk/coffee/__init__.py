"""Coffee hours, as the AKE coordinators arrange them."""

from bot.dialog import Dialog
from dialogs.desk.coffee.changing import CancelCoffee, HeldCoffee, InviteGuest, MoveCoffee
from dialogs.desk.coffee.creating import NewCoffee
from dialogs.desk.coffee.overview import CoffeeOverview, ProposedCoffee, SeenTo
from dialogs.desk.coffee.repeating import NewSeries

DIALOGS: tuple[type[Dialog], ...] = (
    CoffeeOverview,
    NewCoffee,
    NewSeries,
    MoveCoffee,
    CancelCoffee,
    HeldCoffee,
    InviteGuest,
    ProposedCoffee,
    SeenTo,
)
