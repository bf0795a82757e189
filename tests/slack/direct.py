"""Slack with nothing in between: what a person does reaches the bot's reception in one call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from sqlite3 import Connection
from typing import TypeVar

from sqlalchemy import event

from bot.app import House, Workers
from bot.channels.slack.desk import Desk
from bot.channels.slack.reception import Reception
from bot.channels.slack.web_api import WRITES, flat
from bot.channels.slack.workspace import Refused, Slack

from .bounds import faults_of_post, faults_of_view
from .people import Actor, met
from .web_api import Api
from .workspace import BOT, JSON, SlackError, Workspace
from .world import EVENTS, SCOPES

T = TypeVar("T")


@dataclass
class Line:
    """One workspace's Web API, called without a server. Conforms to `Slack`."""

    api: Api
    token: str
    bot: str = BOT
    good: bool = True
    faults: list[str] = field(default_factory=list)
    """What Slack would not have taken."""

    async def call(self, method: str, arguments: JSON, *, patient: bool = False) -> JSON:
        asked = arguments if method.startswith(WRITES) else flat(arguments)
        try:
            if planned := self.api.refusals[method]:
                raise SlackError(planned.popleft().error)
            return self.api.call(method, self.token, dict(asked))
        except SlackError as error:
            self.faults += error.answer.get("errors", ())
            raise Refused(str(error.answer["error"])) from None

    async def fetch(self, url: str, most: int) -> bytes:
        [workspace] = self.api.workspaces.values()
        return workspace.files[url.rpartition("/")[2]][: most + 1]

    async def upload(self, channel: str, name: str, title: str, content: bytes) -> None:
        raise NotImplementedError


@dataclass
class OneLine:
    slack: Slack

    async def of(self, team: str) -> Slack | None:
        return self.slack


@dataclass
class Direct:
    """Stands where the fake Slack's server stands for a person of these tests."""

    api: Api
    workspace: Workspace
    reception: Reception
    line: Line

    @classmethod
    def to(cls, house: House) -> Direct:
        api = Api(base="http://127.0.0.1")
        workspace = Workspace("T0AKE", "xoxb", set(SCOPES), set(EVENTS))
        workspace.post_faults = lambda blocks: faults_of_post("-", blocks)
        workspace.view_faults = faults_of_view
        api.workspaces[workspace.id] = workspace
        line = Line(api, workspace.token)
        return cls(api, workspace, Reception.at(Desk(house, OneLine(line))), line)

    def meet(self, name: str) -> Actor:
        return met(self, self.workspace, name)

    async def rests(self) -> None:
        await self.reception.finish()

    async def deliver(self, kind: str, payload: JSON, retry: int = 0) -> JSON:
        """As the door hands it on. What it does is done when this returns."""
        answer = await self.handed(kind, payload)
        await self.reception.finish()
        return answer

    async def handed(self, kind: str, payload: JSON) -> JSON:
        match kind, payload.get("type"):
            case "events_api", _:
                if not await self.reception.keep(payload):
                    await self.reception.happened(payload)
            case _, "view_submission":
                return await self.reception.submitted(payload)
            case _, "block_suggestion":
                return {"options": await self.reception.searched(payload)}
            case _, told:
                await self.taken(str(told))(payload)
        return {}

    def taken(self, told: str) -> Callable[[JSON], Awaitable[None]]:
        reception = self.reception
        return {
            "block_actions": reception.acted,
            "view_closed": reception.closed,
            "shortcut": reception.called,
            "message_action": reception.called,
        }.get(told, reception.commanded)


@dataclass(frozen=True)
class AtOnce(Workers):
    """No thread to wait for."""

    async def __call__(self, work: Callable[[], T], /) -> T:
        return work()


def quick(house: House) -> House:
    """The house without threads, and with a database that outlives no power cut."""
    event.listen(house.ledger.engine, "connect", forget)
    house.ledger.engine.dispose()
    return replace(house, workers=AtOnce(house.workers.pool))


def forget(connection: Connection, _record: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")
