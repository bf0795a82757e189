"""The door of Teams: botbuilder's adapter, with what is slow or broken in it done our own way.

botbuilder-core has come to its end upstream. It is known in this file and nowhere else, so that
another library can take its place by this file being written anew.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

import orjson
from botbuilder.core import CloudAdapterBase, InvokeResponse, TurnContext
from botbuilder.schema import Activity, ResourceResponse
from botframework.connector.auth import (
    AuthenticateRequestResult,
    BotFrameworkAuthentication,
    ClaimsIdentity,
)
from starlette.requests import Request
from starlette.responses import Response

from .hosts import Hosts
from .place import JSON, Malformed
from .proof import Proof, Unproved
from .read import Event, Unknown, read

LARGEST = 256 * 1024
"""Bytes of one activity."""
log = logging.getLogger(__name__)


class Refused(Exception):
    """The request is answered with a status and nothing else."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


class Proved(BotFrameworkAuthentication):  # type: ignore[misc]
    """In botbuilder's place: who sends is proved before, and nobody writes through its clients.

    Its own way logs in anew in each turn, asks for keys while the loop waits, and cannot tell a
    bad token from a broken program.
    """

    async def authenticate_request(self, activity: Activity, auth_header: str) -> Any:
        raise PermissionError

    async def authenticate_streaming_request(self, auth_header: str, channel_id: str) -> Any:
        raise PermissionError

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> Any:
        return self

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> Any:
        return None

    async def create(self, service_url: str, audience: str) -> Any:
        """Its client for writing to Teams, which nothing uses."""
        return self

    def result(self) -> AuthenticateRequestResult:
        result = AuthenticateRequestResult()
        result.claims_identity = ClaimsIdentity({}, is_authenticated=True)
        result.connector_factory = self
        return result


class Adapter(CloudAdapterBase):  # type: ignore[misc]
    """Runs a turn through botbuilder's middleware. Activities stay the JSON that they are."""

    def __init__(self) -> None:
        super().__init__(Proved())
        self.proved = self.bot_framework_authentication.result()

    async def carry(
        self, activity: JSON, work: Callable[[], Awaitable[JSON | None]]
    ) -> InvokeResponse | None:
        async def logic(context: TurnContext) -> None:
            body = await work()
            answer = InvokeResponse(status=HTTPStatus.OK, body=body)
            context.turn_state[self._INVOKE_RESPONSE_KEY] = Activity(value=answer)

        bare = Activity(type=activity["type"], id=activity.get("id"))
        return await self.process_activity(self.proved, bare, logic)

    async def send_activities(
        self, context: TurnContext, activities: list[Activity]
    ) -> list[ResourceResponse]:
        raise NotImplementedError("everything is written by the connector")


Carry = Callable[[Event], Awaitable[JSON | None]]
Sorry = Callable[[Event, Exception], Awaitable[JSON | None]]


class Door:
    """`proof` is None only where the bot is tried out on one's own machine."""

    def __init__(
        self,
        take: Carry,
        sorry: Sorry,
        *,
        proof: Proof | None,
        hosts: Hosts,
        tenants: frozenset[str],
        now: Callable[[], Any],
    ) -> None:
        self.adapter = Adapter()
        self.take, self.sorry, self.proof, self.now = take, sorry, proof, now
        self.hosts, self.tenants = hosts, tenants

    async def __call__(self, request: Request) -> Response:
        try:
            activity = await received(request)
            event = await self.admitted(activity, request.headers.get("authorization", ""))
        except Refused as refused:
            return Response(status_code=refused.status)
        if isinstance(event, Unknown):
            return Response(status_code=HTTPStatus.NOT_IMPLEMENTED)
        answer = await self.adapter.carry(activity, lambda: self.carried(event))
        if answer is None or answer.body is None:
            return Response(status_code=HTTPStatus.OK)
        content = orjson.dumps(answer.body)
        return Response(content, status_code=answer.status, media_type="application/json")

    async def admitted(self, activity: JSON, header: str) -> Event:
        """What the activity means, once it is proved who sent it. Raises Refused."""
        if self.proof is not None:
            try:
                await self.proof.check(header, activity, self.now())
            except Unproved as unproved:
                log.info("a request was turned away: %s", unproved)
                raise Refused(HTTPStatus.UNAUTHORIZED) from None
        try:
            event = read(activity)
        except Malformed:
            raise Refused(HTTPStatus.BAD_REQUEST) from None
        if not self.hosts.serves(event.place.service):
            raise Refused(HTTPStatus.FORBIDDEN)
        if self.tenants and event.place.tenant not in self.tenants:
            raise Refused(HTTPStatus.FORBIDDEN)
        return event

    async def carried(self, event: Event) -> JSON | None:
        try:
            return await self.take(event)
        except Exception as error:  # noqa: BLE001 (the door: a person waits for a word)
            return await self.sorry(event, error)


async def received(request: Request) -> JSON:
    """The activity of a request. Raises Refused."""
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        activity = whole(content)
    except (ValueError, RecursionError):
        raise Refused(HTTPStatus.BAD_REQUEST) from None
    if not isinstance(activity, dict) or not isinstance(activity.get("type"), str):
        raise Refused(HTTPStatus.BAD_REQUEST)
    return activity


def whole(content: bytearray) -> object:
    """The JSON, in which half a character, as some clients cut one, is a question mark: it could
    be shown on no card. Raises ValueError, RecursionError.
    """
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        told = json.dumps(json.loads(content), ensure_ascii=False)
        return orjson.loads(told.encode(errors="replace"))
