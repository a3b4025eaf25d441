"""Refuse bodies that are too large before they are read into memory."""

from typing import Final

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .problems import problem_document

MAX_BODY_BYTES: Final = 2_000_000  # a long article is 200 kB; a batch of 1,000 questions is under 1 MB


class BodyTooLarge(Exception):
    """The body went over the limit while it was read."""


class BodyLimit:
    """ASGI middleware that answers 413 as soon as a body is known to be too large."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting the bytes of its body."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > MAX_BODY_BYTES:
                raise BodyTooLarge
            return message

        declared = dict(scope["headers"]).get(b"content-length", b"0")
        try:
            if declared.isdigit() and int(declared) > MAX_BODY_BYTES:
                raise BodyTooLarge
            await self._app(scope, counted, send)
        except BodyTooLarge:
            detail = f"The body must have at most {MAX_BODY_BYTES} bytes. Send less at once."
            body = problem_document(413, "body_too_large", "Body too large", detail)
            await JSONResponse(body, 413, media_type="application/problem+json")(scope, receive, send)
