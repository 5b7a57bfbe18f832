"""Everything an athlete owns, out as one file and in again."""

from typing import Any

from anyio import to_thread
from litestar import Request, Response, get, post

from legday.store import export_all, restore
from legday.web.given import Athlete, Store

MAX_FILE = 256 * 2**20
"""The largest file that is restored [bytes]."""

_ZIP = "application/zip"


@get("/export", sync_to_thread=True, opt={"answers_type": _ZIP, "answer_is": "The file, a zip archive of JSON"})
def export_everything(store: Store, athlete: Athlete) -> Response[bytes]:
    """Write everything the athlete owns to one file: profile, plans, events, imports with every row, and answers."""
    headers = {"Content-Disposition": 'attachment; filename="legday-export.zip"'}
    return Response(export_all(store, athlete), media_type=_ZIP, headers=headers)


@post(
    "/restore",
    status_code=200,
    request_max_body_size=MAX_FILE,
    opt={"takes": bytes, "takes_type": "application/octet-stream"},
)
async def restore_everything(request: Request[Any, Any, Any], store: Store, athlete: Athlete) -> dict[str, int]:
    """Take in what an export holds, where there is nothing yet: all of it or none; tells the rows of each table.

    The body is the file.
    """
    content = await request.body()
    return await to_thread.run_sync(lambda: restore(store, athlete, content))


HANDLERS = (export_everything, restore_everything)
