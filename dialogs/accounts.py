"""One person in two channels: their accounts made one by a code."""

from collections.abc import Callable

from bot.dialog import Button, Dialog, Message, Text, Weight, _, say
from bot.domain.accounts import Entangled, NoSuchCode, OwnCode, TooOften
from bot.domain.joining import Accounts
from bot.domain.people import Person

ANEW = (Button(_("Write the code again"), "link"),)


class JoinAccounts(Dialog, name="link", confirm=False):
    """Codes are looked up only when they are sent: each wrong one counts."""

    accounts: Accounts

    title = _("Join my accounts")
    commands = ("yhdista", "koppla")
    wishes = ("link",)

    code = Text(
        _("Which code did I show you in the other app?"),
        default="",
        most=20,
        hint=_(
            "For one who talks with me both in Teams and in Slack. If you have no code yet, leave "
            "this empty: I make one, and you write it in the other app."
        ),
    )

    def submit(self) -> Message:
        if not self.code:
            return say(
                _("Your code is {code}.", code=self.accounts.code()),
                _("Write /yhdista in the other app within ten minutes, and then this code."),
            )
        return judged(lambda: self.found(self.accounts.owner(self.code)))

    def found(self, owner: Person) -> Message:
        yes = Button(_("Yes, join them"), "join_accounts", {"code": self.code}, Weight.MAIN)
        return say(
            _("I showed this code to {name}. Are both accounts yours?", name=owner.name),
            _("If they are not, do nothing: then nothing is joined."),
            buttons=(yes,),
        )


class JoinThese(Dialog, name="join_accounts", confirm=False):
    accounts: Accounts

    title = _("Join my accounts")

    code = Text(_("Which code did I show you in the other app?"), most=20)

    def submit(self) -> Message:
        return judged(self.joined)

    def joined(self) -> Message:
        self.accounts.join(self.code)
        return say(_("Done: here and there I know you as one person now."))


def judged(act: Callable[[], Message]) -> Message:
    """What an act with a code comes to, or why it came to nothing."""
    try:
        return act()
    except TooOften:
        return say(_("So many wrong codes in a row: please wait an hour, and get a new code then."))
    except NoSuchCode:
        return say(
            _("There is no such code, or its ten minutes are over. Please check it."), buttons=ANEW
        )
    except OwnCode:
        return say(_("That is the code I showed you here. Write it in the other app."))
    except Entangled:
        return say(
            _(
                "Both accounts have something of the same matter, so I cannot join them by "
                "myself. Please ask AKE."
            )
        )
