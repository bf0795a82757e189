"""What becomes of what is sent from the page: a turn, and the posts that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.conversation.inbox import Reply
from bot.conversation.posts import Post, Unsettled
from bot.conversation.turns import FormId, Gave, Said
from bot.dialog import Message, Phrase, say

from .handed_in import with_files
from .page import SHOWN, Page
from .people import OWN, Viewer
from .read import Deed, Fields, Shown, TooLong, read
from .uploads import Upload, problems


@dataclass(frozen=True)
class Taken:
    """What was posted, and where the one who sent it reads on."""

    posts: tuple[Post, ...]
    viewer: Viewer
    planned: bool = False
    """Whether something is to be delivered now."""


@dataclass(frozen=True)
class Take:
    """Carries what a form holds. `key` is its one-time name: sent again, it is the same turn."""

    page: Page

    def __call__(
        self, viewer: Viewer, key: str, fields: Fields, files: tuple[Upload, ...] = ()
    ) -> Taken:
        refused = problems(files)
        if files or "draft" in fields.values:
            kept = () if refused else files
            fields = with_files(self.page.house, viewer.who.sender, fields, kept)
        try:
            deed = read(fields, self.shown(viewer))
        except TooLong as long:
            return self.posted(viewer, self.word(viewer, key, say(long.why)))
        if deed is None:
            return Taken((), viewer)
        if refused and isinstance(deed.input, Gave):
            return self.refused(viewer, key, deed, refused)
        return self.carried(viewer, key, deed)[1]

    def shown(self, viewer: Viewer) -> Shown:
        present = self.page.present(viewer).message
        with self.page.house.ledger.unit() as unit:
            said = [post.said for post in unit.posts.latest(viewer.place, SHOWN)]
        buttons = [button for each in (*said, present) for button in each.buttons]
        rows = [row for each in said for table in each.tables for row in table.rows]
        buttons += [button for row in rows for button in row.buttons]
        return Shown(present, tuple(buttons), self.page.house.inbox.catalogue)

    def carried(self, viewer: Viewer, key: str, deed: Deed) -> tuple[Reply, Taken]:
        """The turn, then its posts: if the bot dies in between, the form sent again posts them."""
        reply = self.page.house.answer_now(viewer.turn(key, deed.input, self.page.now()))
        there = viewer.at(OWN) if reply.private else viewer
        heard = viewer if isinstance(deed.input, Said) else there
        own = Post(heard.place, f"{viewer.who.id}/{key}", viewer.who.id, deed.own, self.page.now())
        answer = replace(
            self.word(there, key, reply.message),
            asked=reply.message.asks[0].question.prompt if reply.message.asks else None,
            unsettled=unsettled(reply.message, deed.typed),
        )
        silent = deed.own == Message() or (reply.still and isinstance(deed.input, Gave))
        taken = self.posted(there, *() if silent else (own,), answer)
        return reply, replace(taken, planned=reply.planned)

    def refused(self, viewer: Viewer, key: str, deed: Deed, why: Mapping[str, Phrase]) -> Taken:
        """Files that cannot be taken stop the form before its turn: it is shown again as it was."""
        own = viewer.at(OWN)
        form = self.page.present(viewer).message.form
        sent = deed.input.form if isinstance(deed.input, Gave) else None
        if form is None or sent != FormId(form.draft, form.revision):
            return self.posted(own, self.word(own, key, say(*why.values())))
        again = Unsettled(sent, deed.typed, why)
        return self.posted(own, replace(self.word(own, key, Message()), unsettled=again))

    def word(self, viewer: Viewer, key: str, message: Message) -> Post:
        return Post(viewer.place, f"{viewer.who.id}/{key}/reply", "", message, self.page.now())

    def posted(self, viewer: Viewer, *posts: Post) -> Taken:
        with self.page.house.ledger.unit() as unit:
            added = tuple(post for each in posts if (post := unit.posts.add(each)))
            unit.commit()
        return Taken(added, viewer)


def unsettled(message: Message, typed: Mapping[str, str]) -> Unsettled | None:
    """What has to be corrected in the form that the reply asks for, if anything."""
    if message.form is None:
        return None
    problems = {ask.name: ask.problem for ask in message.asks if ask.problem}
    form = FormId(message.form.draft, message.form.revision)
    return Unsettled(form, typed, problems) if typed or problems else None
