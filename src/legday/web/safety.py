"""What keeps strangers out: hosts that may be asked for, requests from other sites, headers, and the login."""

import hashlib
import hmac
import ipaddress
import re
import secrets
import time
from collections import deque
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.cookies import SimpleCookie

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPSendMessage, Message, Receive, Scope, Send

from legday.documents import encode
from legday.web.problems import MEDIA_TYPE, problem

OWN_HEADER = b"x-legday"
COOKIE = "legday"
SESSION_SECONDS = 30 * 86_400
"""How long one stays logged in [s]."""

CONTENT_POLICY = (
    b"default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    b"frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", CONTENT_POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)

_HOST = re.compile(r"(?:\[(?P<address>[^\[\]]*)\]|(?P<name>[^:\[\]]*))(?::[0-9]{1,5})?")
_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
_OPEN_PATHS = ("/api/login", "/api/openapi.json")
_MOST_SESSIONS = 1000
_TRIES, _TRY_SECONDS = 5, 60.0
_MOST_PLACES = 10_000
_SCRYPT = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}  # about 50 ms a try (RFC 7914)


class Login:
    """The password of a server, who is logged in, and how often each place tried.

    Who is logged in is kept in memory: after a restart everybody logs in again.
    """

    def __init__(self, password: str, now: Callable[[], float] = time.monotonic) -> None:
        self._salt = secrets.token_bytes(16)
        self._hash = self._scrypt(password)
        self._now = now
        self._sessions: dict[str, float] = {}
        self._tries: dict[str, deque[float]] = {}

    def wait(self, place: str) -> float:
        """How long a place must wait before it may try again [s], 0 if it need not."""
        tries = self._tries.get(place, deque())
        while tries and tries[0] <= self._now() - _TRY_SECONDS:
            tries.popleft()
        return tries[0] + _TRY_SECONDS - self._now() if len(tries) >= _TRIES else 0.0

    def log_in(self, place: str, password: str) -> str | None:
        """Return the token of a new session, or None if the password is wrong."""
        if len(self._tries) >= _MOST_PLACES:
            self._tries.pop(next(iter(self._tries)))
        self._tries.setdefault(place, deque()).append(self._now())  # before the slow part, so that none slips by
        if not hmac.compare_digest(self._scrypt(password), self._hash):
            return None
        self._tries.pop(place, None)
        if len(self._sessions) >= _MOST_SESSIONS:
            self._sessions.pop(next(iter(self._sessions)))
        token = secrets.token_urlsafe(32)
        self._sessions[_digest(token)] = self._now() + SESSION_SECONDS
        return token

    def log_out(self, token: str) -> None:
        """End a session."""
        self._sessions.pop(_digest(token), None)

    def knows(self, token: str) -> bool:
        """Whether a token is that of a session that lasts."""
        return self._sessions.get(_digest(token), 0.0) > self._now()

    def _scrypt(self, password: str) -> bytes:
        return hashlib.scrypt(password.encode(), salt=self._salt, **_SCRYPT)


def is_known_host(header: str, names: Iterable[str]) -> bool:
    """Whether a Host header names this server.

    Only a name can be made to point elsewhere (DNS rebinding), so addresses and localhost are known to be meant.
    """
    found = _HOST.fullmatch(header)
    if found is None:
        return False
    host = found["address"] or found["name"]
    if host.lower() in ("localhost", *names):
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def token_in(cookies: str) -> str:
    """Find the token of a session in a Cookie header, empty if there is none."""
    found = SimpleCookie(cookies).get(COOKIE) if f"{COOKIE}=" in cookies else None
    return found.value if found else ""


def guard(app: ASGIApp, names: tuple[str, ...], login: Login | None) -> ASGIApp:
    """Let only requests through to an app that are meant for it, and put the safe headers on all it answers.

    Parameters
    ----------
    app
        The app.
    names
        Host names it is known by, in lower case, beside localhost and addresses.
    login
        Who may use the API; everybody if None.
    """

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        headers = dict(scope["headers"])
        refusal = _refusal(scope["method"], scope["path"], headers, names, login)
        if refusal is not None:
            for message in _problem_messages(*refusal):
                await send_safely(message)
        elif scope["method"] == "OPTIONS":  # as asked before a request from another site: nothing is allowed
            await send_safely({"type": "http.response.start", "status": HTTPStatus.NO_CONTENT, "headers": []})
            await send_safely({"type": "http.response.body", "body": b"", "more_body": False})
        else:
            await app(scope, receive, send_safely)

    return guarded


def _refusal(
    method: str, path: str, headers: dict[bytes, bytes], names: tuple[str, ...], login: Login | None
) -> tuple[HTTPStatus, str] | None:
    if not is_known_host(headers.get(b"host", b"").decode("latin-1"), names):
        sentence = "this server is not known by that name; start it with --name to give it another"
        return HTTPStatus.MISDIRECTED_REQUEST, sentence
    if not path.startswith("/api/"):
        return None
    if method not in _SAFE_METHODS and headers.get(OWN_HEADER) != b"1":
        return HTTPStatus.FORBIDDEN, "a request that changes something must carry the header X-Legday: 1"
    if login and path not in _OPEN_PATHS and not login.knows(token_in(headers.get(b"cookie", b"").decode("latin-1"))):
        return HTTPStatus.UNAUTHORIZED, "log in first: POST the password to /api/login"
    return None


def _problem_messages(status: HTTPStatus, sentence: str) -> Iterable[HTTPSendMessage]:
    body = encode(problem(status, sentence))
    length = str(len(body)).encode()
    headers = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", length), (b"cache-control", b"no-store")]
    yield {"type": "http.response.start", "status": status, "headers": headers}
    yield {"type": "http.response.body", "body": body, "more_body": False}


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
