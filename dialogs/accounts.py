"""One person in two channels: their accounts made one by a code."""

from bot.dialog import Choose, Dialog, Message, Option, Rejected, Text, _, say
from bot.domain.accounts import Entangled, NoSuchCode, OwnCode
from bot.domain.joining import Accounts


class JoinAccounts(Dialog, name="link", confirm=False):
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
    sure = Choose[str](_("Whose account is joined to this one?"))

    @code.check
    def is_good(self, code: str) -> None:
        try:
            self.accounts.owner(code)
        except NoSuchCode:
            raise Rejected(
                _("There is no such code, or its ten minutes are over. Please check it.")
            ) from None
        except OwnCode:
            raise Rejected(
                _("That is the code I showed you here. Write it in the other app.")
            ) from None

    @sure.when
    def has_a_code(self) -> bool:
        return bool(self.code)

    @sure.options
    def owner(self) -> list[Option]:
        name = self.accounts.owner(self.code).name
        return [
            Option("mine", _("{name}, and that is me", name=name)),
            Option("not", _("I do not know this account")),
        ]

    def submit(self) -> Message:
        if not self.code:
            return say(
                _("Your code is {code}.", code=self.accounts.code()),
                _("Write /yhdista in the other app within ten minutes, and then this code."),
            )
        if self.sure == "not":
            return say(_("All right, nothing was joined."))
        try:
            self.accounts.join(self.code)
        except Entangled:
            raise Rejected(
                _(
                    "Both accounts have something of the same matter, so I cannot join them by "
                    "myself. Please ask AKE."
                )
            ) from None
        return say(_("Done: here and there I know you as one person now."))
