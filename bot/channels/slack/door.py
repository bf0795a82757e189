"""The door to Slack: Bolt takes what comes in, by Socket Mode or by signed HTTP."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, cast

from aiohttp import ClientSession
from slack_bolt import BoltResponse
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.adapter.starlette.async_handler import (
    AsyncSlackRequestHandler,
    to_async_bolt_request,
    to_starlette_response,
)
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from .bodies import TooLarge, body_of, event_in, readable
from .installed import ManyWorkspaces
from .keys import Keys
from .reception import Reception
from .workspace import JSON

# Bolt tells of what it does not like, word by word: nothing that people write belongs into a log.
QUIET = logging.getLogger("slack_bolt.quiet")
QUIET.setLevel(logging.CRITICAL)
SOCKET = logging.getLogger("slack.socket")
SOCKET.setLevel(logging.ERROR)

ANY = re.compile("")
SIGNED = ("x-slack-request-timestamp", "x-slack-signature")


class Known(AsyncAuthorize):
    """Lets in whoever has installed the bot. Bolt's own way asks Slack at every event."""

    def __init__(self, reception: Reception) -> None:
        self.reception = reception

    async def __call__(self, **of: Any) -> AuthorizeResult | None:
        slack = await self.reception.let_in(of["team_id"] or "")
        here = {"enterprise_id": of["enterprise_id"], "team_id": of["team_id"]}
        return AuthorizeResult(**here, bot_user_id=slack.bot) if slack else None


class Store(AsyncInstallationStore):
    """Bolt's way to our installations; users' own tokens are never asked for."""

    def __init__(self, workspaces: ManyWorkspaces) -> None:
        self.workspaces = workspaces

    async def async_save(self, installation: Installation) -> None:
        team, token, bot = installation.team_id, installation.bot_token, installation.bot_user_id
        if team and token and bot:
            await self.workspaces.keep(team, token, bot)

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        await self.workspaces.drop(team_id or "")

    async def async_delete_installation(self, **_whose: str | None) -> None:
        """There is none of a user."""


class States(AsyncOAuthStateStore):
    def __init__(self, workspaces: ManyWorkspaces) -> None:
        self.workspaces = workspaces

    async def async_issue(self, *_args: object, **_more: object) -> str:
        return self.workspaces.seal.proof("install", self.workspaces.house.clock.now())

    async def async_consume(self, state: str) -> bool:
        return self.workspaces.seal.proved(state, self.workspaces.house.clock.now(), seconds=600)


def oauth(keys: Keys, workspaces: ManyWorkspaces) -> AsyncOAuthSettings:
    return AsyncOAuthSettings(
        client_id=keys.client_id,
        client_secret=keys.client_secret,
        scopes=list(keys.scopes),
        redirect_uri=f"{keys.public_url}/slack/oauth_redirect",
        installation_store=Store(workspaces),
        installation_store_bot_only=True,
        state_store=States(workspaces),
        logger=QUIET,
    )


@dataclass
class Door:
    keys: Keys
    reception: Reception
    app: AsyncApp
    socket: AsyncSocketModeHandler | None = None

    @classmethod
    def of(cls, keys: Keys, reception: Reception, session: ClientSession) -> Door:
        workspaces = reception.desk.workspaces
        many = workspaces if isinstance(workspaces, ManyWorkspaces) else None
        app = AsyncApp(
            name="ake",
            logger=QUIET,
            client=AsyncWebClient(base_url=keys.api, session=session, logger=QUIET),
            signing_secret="",
            request_verification_enabled=False,  # `signed` has looked before
            authorize=cast("Any", Known(reception)),
            oauth_settings=oauth(keys, many) if many else None,
            user_facing_authorize_error_message=reception.not_here(),
            attaching_function_token_enabled=False,
            attaching_conversation_kwargs_enabled=False,
        )
        door = cls(keys, reception, app)
        door.listen()
        return door

    def listen(self) -> None:
        """To everything that Slack may send: what nobody listens to would be sent again."""
        app, reception = self.app, self.reception
        if app.installation_store is not None:
            app.enable_token_revocation_listeners()
        app.middleware(self.kept)
        app.event(ANY)(reception.acknowledged(reception.happened))
        app.command(ANY)(reception.acknowledged(reception.commanded))
        app.shortcut(ANY)(reception.acknowledged(reception.called))
        app.action(ANY)(reception.acknowledged(reception.acted))
        app.view_closed(ANY)(reception.acknowledged(reception.closed))
        app.view_submission(ANY)(self.submitted)
        app.options(ANY)(self.searched)

    async def kept(self, body: JSON, next_: Callable[[], Awaitable[None]]) -> BoltResponse | None:
        """An event is written down before Slack hears that it arrived; more need not be done."""
        if body.get("type") == "event_callback" and await self.reception.keep(body):
            return BoltResponse(status=200, body="")
        await next_()
        return None

    async def submitted(self, ack: AsyncAck, body: JSON) -> None:
        await ack(**await self.reception.submitted(body))

    async def searched(self, ack: AsyncAck, body: JSON) -> None:
        await ack(options=await self.reception.searched(body))

    # Ways in

    def routes(self) -> list[Route]:
        flow, handle = self.app.oauth_flow, AsyncSlackRequestHandler(self.app).handle
        pages = [flow.install_path, flow.redirect_uri_path] if flow else []
        routes = [Route(path, handle, methods=["GET"]) for path in pages]
        signed = Route("/slack/events", self.signed, methods=["POST"])
        return [*routes, signed] if self.keys.signing_secret else routes

    async def signed(self, request: Request) -> Response:
        """What Slack did not sign goes no further, and nothing of it into a log."""
        try:
            body = await body_of(request)
        except TooLarge:
            return PlainTextResponse("too large", 413)
        if not proved(self.keys.signing_secret, request, body):
            return PlainTextResponse("not signed by Slack", 401)
        if (told := event_in(body)) is not None and await self.reception.keep(told):
            return Response()  # Bolt would look at it for longer than all of this takes
        read = to_async_bolt_request(request, readable(body))
        return to_starlette_response(await self.app.async_dispatch(read))

    async def connect(self) -> None:
        """By Socket Mode; tried until it is there, and again however often it breaks."""
        client, token = self.app.client, self.keys.app_token
        self.socket = AsyncSocketModeHandler(self.app, token, logger=SOCKET, web_client=client)
        await self.socket.connect_async()  # type: ignore[no-untyped-call]

    async def connected(self) -> bool:
        return self.socket is not None and await self.socket.client.is_connected()

    async def close(self) -> None:
        if self.socket is not None:
            await self.socket.close_async()  # type: ignore[no-untyped-call]


def proved(secret: str, request: Request, body: bytes) -> bool:
    """Whether Slack signed it, in the last five minutes."""
    at, signature = (request.headers.get(name, "") for name in SIGNED)
    try:
        return bool(SignatureVerifier(secret).is_valid(body, at, signature))
    except (ValueError, TypeError):  # no number, no text: the SDK looks for neither
        return False
