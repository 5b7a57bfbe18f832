"""The pages: the built front end and the handbook, each file with the freshness it can bear."""

import gzip
import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from litestar import Request, Response, route
from litestar.params import FromPath

from legday.web.given import Folder

STATIC = Path(__file__).parent / "static"
HANDBOOK = Path(__file__).parent / "docs"

_INDEX = "index.html"
_FOREVER = "public, max-age=31536000, immutable"  # the names of built assets hold a hash of their content
_ASK_FIRST = "no-cache"
_ASSETS = "assets/"
_TYPES = {".webmanifest": "application/manifest+json", ".js": "text/javascript", ".woff2": "font/woff2"}
_UNPACKABLE = ("image/png", "image/jpeg", "image/webp", "font/woff2")
_NOT_BUILT = b"""<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>legday</title>
<h1>legday is running, but its pages are not built</h1>
<p>Stop it and say <code>make run</code>, which builds them. The API is at
<a href="/api/openapi.json">/api/openapi.json</a>.</p></html>
"""
_NO_HANDBOOK = b"""<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>legday</title>
<h1>The handbook is not built</h1>
<p>Say <code>make docs</code> where legday is, which builds it, and load this page again.</p></html>
"""


class _Page(msgspec.Struct, frozen=True):
    body: bytes
    packed: bytes
    media_type: str
    tag: str


@route(["/", "/{path:path}"], http_method=["GET", "HEAD"], include_in_schema=False, sync_to_thread=False)
def page(request: Request[Any, Any, Any], folder: Folder, path: FromPath[str] = "") -> Response[bytes]:
    """Serve a file of the front end; any address without a file is a page of the app."""
    name = path.strip("/") or _INDEX
    if name.startswith("api/") or not (file := _file(folder, name)):
        return Response(b"there is nothing here\n", status_code=404, media_type="text/plain")
    if not file.is_file():
        return Response(_NOT_BUILT, status_code=503, media_type="text/html")
    return _answer(request, file, _FOREVER if name.startswith(_ASSETS) else _ASK_FIRST)


@route(["/docs", "/docs/{path:path}"], http_method=["GET", "HEAD"], include_in_schema=False, sync_to_thread=False)
def handbook_page(request: Request[Any, Any, Any], handbook: Folder, path: FromPath[str] = "") -> Response[bytes]:
    """Serve a file of the handbook; what it does not have is a page that says so."""
    name = path.strip("/")
    if not (handbook / _INDEX).is_file():
        return Response(_NO_HANDBOOK, status_code=503, media_type="text/html")
    if not name:
        to_first = {"Location": f"/docs/{_INDEX}", "Cache-Control": _ASK_FIRST}
        return Response(b"", status_code=307, headers=to_first, media_type="text/html")
    file = (handbook / name).resolve()
    if file.is_relative_to(handbook.resolve()) and file.is_file():
        return _answer(request, file, _ASK_FIRST)
    return Response((handbook / "404.html").read_bytes(), status_code=404, media_type="text/html")


def _answer(request: Request[Any, Any, Any], file: Path, freshness: str) -> Response[bytes]:
    found = _read(file, file.stat().st_mtime_ns)
    headers = {"ETag": found.tag, "Cache-Control": freshness, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == found.tag:
        return Response(b"", status_code=304, headers=headers)
    packs = found.packed and "gzip" in request.headers.get("accept-encoding", "")
    if packs:
        headers["Content-Encoding"] = "gzip"
    return Response(found.packed if packs else found.body, media_type=found.media_type, headers=headers)


def _file(folder: Path, name: str) -> Path | None:
    """The file of a name, the app's own page for a name that is no file's, None for a file that is not there."""
    file = (folder / name).resolve()
    if file.is_relative_to(folder.resolve()) and file.is_file():
        return file
    return None if "." in name.rpartition("/")[2] and name != _INDEX else folder / _INDEX


@lru_cache(maxsize=256)
def _read(file: Path, _changed: int) -> _Page:
    body = file.read_bytes()
    media_type = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    packed = b"" if media_type in _UNPACKABLE else gzip.compress(body, 9, mtime=0)
    tag = f'W/"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
    return _Page(body, packed if len(packed) < len(body) else b"", media_type, tag)
