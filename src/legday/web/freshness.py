"""Answers that a client need not fetch again: entity tags (RFC 9110, section 8.8.3), and long answers compressed."""

import gzip
import hashlib
from collections.abc import Iterable

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPResponseStartEvent, Message, Receive, Scope, Send

_SHORT = 1024
_PACKABLE = (b"application/json", b"application/problem+json")
_GZIP_LEVEL = 5


def tagged(app: ASGIApp) -> ASGIApp:
    """Give every answer to a GET below /api a tag of its content; one that the client has becomes 304."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP or scope["method"] != "GET" or not scope["path"].startswith("/api/"):
            await app(scope, receive, send)
            return
        asked = dict(scope["headers"])
        start: HTTPResponseStartEvent | None = None
        body = b""

        async def hold(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
            elif message["type"] == "http.response.body":
                body += message["body"]
                if start is not None and not message["more_body"]:
                    start, body = _finished(start, body, asked)
                    await send(start)
                    await send({"type": "http.response.body", "body": body, "more_body": False})

        await app(scope, receive, hold)

    return answer


def _finished(
    start: HTTPResponseStartEvent, body: bytes, asked: dict[bytes, bytes]
) -> tuple[HTTPResponseStartEvent, bytes]:
    headers = [(name, value) for name, value in start["headers"] if name.lower() != b"content-length"]
    named = {name.lower(): value for name, value in headers}
    status = start["status"]
    if b"cache-control" not in named:
        headers.append((b"cache-control", b"private, no-cache"))
    headers.append((b"vary", b"accept-encoding, cookie"))
    if status == 200:
        tag = f'W/"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'.encode()
        headers.append((b"etag", tag))
        if _has(asked.get(b"if-none-match", b"").split(b","), tag):
            kept = [(name, value) for name, value in headers if name.lower() != b"content-type"]
            return {**start, "status": 304, "headers": kept}, b""
    packable = named.get(b"content-type", b"").partition(b";")[0] in _PACKABLE
    if packable and len(body) > _SHORT and b"gzip" in asked.get(b"accept-encoding", b""):
        body = gzip.compress(body, _GZIP_LEVEL, mtime=0)
        headers.append((b"content-encoding", b"gzip"))
    headers.append((b"content-length", str(len(body)).encode()))
    return {**start, "headers": headers}, body


def _has(tags: Iterable[bytes], tag: bytes) -> bool:
    return any(each.strip() in (tag, b"*") for each in tags)
