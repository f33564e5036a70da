"""`palermo serve`: the production server and the worker, on this machine's own address only."""

import argparse
import errno
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from importlib import import_module
from types import FrameType

from palermo.domain.mistakes import Mistake

WORKERS = 2
THREADS = 4
PORTS = range(1, 65536)
WORK = [sys.executable, "-m", "palermo.cli.main", "work"]


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `serve`."""
    parser = nouns.add_parser("serve", help="start the site and its worker")
    parser.add_argument("--port", type=int, default=8000, help="port on 127.0.0.1 (8000)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Bring the installation up to date, then serve until stopped."""
    _ask_for_port(options.port)
    import_module("palermo.web.settings")  # a server needs a key of its own
    installation = import_module("palermo.cli.installation")  # starts Django
    installation.upgrade()
    installation.refuse()
    signal.signal(signal.SIGTERM, _stop)
    children = {"server": _start(_server(options.port)), "worker": _start(WORK)}
    _welcome(options.port, installation.sign_ins())
    try:
        while children["server"].poll() is None:
            if children["worker"].poll() is not None:
                installation.tell("the worker ended by itself and is started again")
                children["worker"] = _start(WORK)
            time.sleep(1)
        status = children["server"].returncode
        installation.tell(f"the server ended by itself, with status {status}")
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        for child in children.values():
            child.terminate()
        for child in children.values():
            child.wait(timeout=20)


def _server(port: int) -> list[str]:
    return [
        sys.executable, "-m", "gunicorn", "palermo.web.wsgi:application",
        "--bind", f"127.0.0.1:{port}",
        "--workers", str(WORKERS), "--threads", str(THREADS), "--worker-class", "gthread",
        "--log-level", "warning", "--no-control-socket",
    ]  # fmt: skip


def _start(command: list[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command, env=os.environ.copy())  # noqa: S603 - our own words only


def _ask_for_port(port: int) -> None:
    if port not in PORTS:
        raise Mistake(f"there is no port {port}; ports go from {PORTS[0]} to {PORTS[-1]}")
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", port))
        except OSError as trouble:
            taken = trouble.errno == errno.EADDRINUSE
            reason = "is taken" if taken else f"cannot be used ({trouble.strerror})"
            raise Mistake(f"port {port} {reason}; choose another with --port") from trouble


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _welcome(port: int, sign_ins: Iterable[tuple[str, str, str, str]]) -> None:
    print(f"Palermo: http://localhost:{port}  (stop with Ctrl-C)")
    for place, (name, role, state, passphrase) in enumerate(sign_ins):
        if not place:
            print("Demonstration sign-ins (account, passphrase):")
        print(f"  {name:15} {passphrase:28} {role}{' of ' + state if state else ''}")
    sys.stdout.flush()
