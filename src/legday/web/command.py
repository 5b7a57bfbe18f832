"""`legday serve`: the app on an address of this machine."""

import contextlib
import gc
import ipaddress
import os
import signal
import socket
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legday.place import DEFAULT_ATHLETE, store_place

if TYPE_CHECKING:
    from sqlalchemy import Engine

PORT = 8421

_LEAST_PASSWORD = 8
_CLOSING_SECONDS = 5
_OBJECTS_BEFORE_COLLECTING = 50_000


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65_535), default=PORT, show_default=True, help="The port; 0: any free.")
@click.option("--open", "open_page", is_flag=True, help="Open the app in the browser.")
@click.option("--athlete", help="Whose app it is; the only athlete there is, else “me”.")
@click.option("--name", "names", multiple=True, help="A host name the server is known by, beside its addresses.")
@click.option("--password-file", type=click.Path(path_type=Path), help="A file with the password to log in with.")
@click.option("--certificate", type=click.Path(path_type=Path), help="A file with the certificate, to serve by https.")
@click.option("--key", type=click.Path(path_type=Path), help="Its key, where it is in a file of its own.")
def command(
    host: str,
    port: int,
    open_page: bool,
    athlete: str | None,
    names: tuple[str, ...],
    password_file: Path | None,
    certificate: Path | None,
    key: Path | None,
) -> None:
    """Serve the app.

    The data is in LEGDAY_HOME, or in the database whose URL is LEGDAY_DATABASE. On another address than this machine's
    own a password is needed, from --password-file or LEGDAY_PASSWORD. A phone keeps the app for use without a network
    only if it comes by https.
    """
    from legday.documents import InputError

    password = _password(password_file)
    if password is None and not _is_loopback(host):
        raise InputError.at(
            "", f"{host} can be reached by others: give a password with --password-file or LEGDAY_PASSWORD"
        )
    _check_certificate(certificate, key)
    listener = _listen(host, port)
    with listener, _store() as store:
        from legday.store import list_athletes
        from legday.web.app import make_app

        known = list_athletes(store)
        whose = athlete or (known[0] if len(known) == 1 else DEFAULT_ATHLETE)
        app = make_app(store, whose, names=(*names, socket.gethostname()), password=password)
        shown = f"[{host}]" if ":" in host else host
        address = f"{'https' if certificate else 'http'}://{shown}:{listener.getsockname()[1]}"
        click.echo(f"legday serves {whose} at {address} (end it with Ctrl+C)", err=True)
        if open_page:
            click.launch(address)
        _run(app, listener, certificate, key)


def _run(app: object, listener: socket.socket, certificate: Path | None, key: Path | None) -> None:
    import uvicorn

    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=_CLOSING_SECONDS,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )
    _calm_collector()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # both ways to end it close the store
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


def _calm_collector() -> None:
    """Keep the garbage collector from walking all that a server holds again and again.

    A log of years is some hundred thousand objects without cycles; only requests leave any behind, and few.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTING, 20, 20)


def _listen(host: str, port: int) -> socket.socket:
    from legday.documents import InputError

    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError as error:
        import errno

        if error.errno == errno.EADDRINUSE:
            sentence = f"port {port} is taken; end what uses it, or choose another with --port"
        else:
            sentence = f"can't listen on {host} port {port}: {error.strerror}"
        raise InputError.at("", sentence) from None
    return listener


def _check_certificate(certificate: Path | None, key: Path | None) -> None:
    import ssl

    from legday.documents import InputError

    if certificate is None:
        if key is not None:
            raise InputError.at(str(key), "a key serves nothing by itself: give its certificate with --certificate")
        return
    try:
        # a password is never asked for: the server must start by itself
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password="")
    except OSError:  # an SSLError is one
        where = f"{certificate} and {key}" if key else str(certificate)
        sentence = "no certificate with its key can be read here; give PEM files, the key without a password"
        raise InputError.at(where, sentence) from None


def _password(file: Path | None) -> str | None:
    from legday.documents import InputError

    if file is None:
        given = os.environ.get("LEGDAY_PASSWORD") or None
    else:
        try:
            given = file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            raise InputError.at(str(file), "this password file can't be read as text") from None
    if given is not None and len(given) < _LEAST_PASSWORD:
        where = str(file) if file else "LEGDAY_PASSWORD"
        raise InputError.at(where, f"a password must have at least {_LEAST_PASSWORD} characters")
    return given


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _store() -> "AbstractContextManager[Engine]":
    from legday.store import open_store

    return open_store(store_place())
