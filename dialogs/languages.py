"""In which language the bot speaks to a person."""

from bot.dialog import Choose, Dialog, Message, Option, _, as_is, say
from bot.domain.languages import Language
from bot.domain.profile import Profile

LANGUAGES = (
    Option(Language.FI, as_is("suomi")),
    Option(Language.SV, as_is("svenska")),
)
"""Each by its own name, so that anyone finds theirs."""


class SwitchLanguage(Dialog, name="language", confirm=False):
    profile: Profile

    title = _("Language")
    commands = ("kieli", "sprak")
    wishes = ("language",)

    language = Choose[Language](_("Which language shall we speak?"), LANGUAGES)

    def submit(self) -> Message:
        self.profile.speak(Language(self.language))
        return say(_("All right, from now on I speak English with you."))
