"""Coffee hours, as library people meet them."""

from bot.dialog import Dialog
from dialogs.coffee.following import FollowCoffee, SetReminders
from dialogs.coffee.listed import AttendCoffee, ComingCoffee
from dialogs.coffee.news import CoffeeCancelled, CoffeeHosted, CoffeeMoved, CoffeeReminder
from dialogs.coffee.taking_part import HostCoffee, ProposeCoffee

DIALOGS: tuple[type[Dialog], ...] = (
    ComingCoffee,
    AttendCoffee,
    FollowCoffee,
    SetReminders,
    ProposeCoffee,
    HostCoffee,
    CoffeeReminder,
    CoffeeMoved,
    CoffeeCancelled,
    CoffeeHosted,
)
