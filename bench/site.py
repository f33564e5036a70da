"""The overview page for 50 readers at once on loopback, against the production server."""

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from statistics import quantiles

from bench.machine import machine_line, table
from palermo.domain.languages import LANGUAGES

READERS = 50
PAGES = 20  # that each reader asks for, one after the other
LIMIT = 90.0  # seconds after which the readers stop
START = 60.0  # seconds the server may take to be ready
WARM_UP = 12


@dataclass
class Tally:
    """What the readers saw: seconds per page, bytes over the wire, what went wrong."""

    seconds: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def free_port() -> int:
    """Return a port on loopback that nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def fetch(connection: http.client.HTTPConnection, path: str) -> tuple[int, int]:
    """Return status and bytes of one page, compressed as a browser asks for it."""
    connection.request("GET", path, headers={"Accept-Encoding": "gzip", "Host": "localhost"})
    answer = connection.getresponse()
    return answer.status, len(answer.read())


def read(port: int, number: int, tally: Tally, until: float) -> None:
    """Read pages as one reader, in one of the six languages, over one connection."""
    path = f"/{LANGUAGES[number % 6]}/overview/"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    for _ in range(PAGES):
        if time.monotonic() > until:
            tally.errors.append("out of time")
            return
        started = time.perf_counter()
        try:
            status, size = fetch(connection, path)
        except (OSError, http.client.HTTPException) as error:
            tally.errors.append(type(error).__name__)
            connection.close()
            continue
        if status == 200:
            tally.seconds.append(time.perf_counter() - started)
            tally.sizes.append(size)
        else:
            tally.errors.append(f"status {status}")
    connection.close()


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    """Return when the server is ready; an error where it ends or takes too long."""
    until = time.monotonic() + START
    while time.monotonic() < until and server.poll() is None:
        try:
            if fetch(http.client.HTTPConnection("127.0.0.1", port, timeout=5), "/ready")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the server did not get ready")


def readers(port: int) -> tuple[Tally, float]:
    """Return what all readers saw together and the seconds from the first page to the last."""
    tally, started = Tally(), time.perf_counter()
    until = time.monotonic() + LIMIT
    threads = [
        threading.Thread(target=read, args=(port, number, tally, until))
        for number in range(READERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally, time.perf_counter() - started


def main() -> int:
    """Start the server, read, print the table; return 1 where a page failed, else 0."""
    port = free_port()
    with tempfile.TemporaryDirectory() as home:
        server = subprocess.Popen(
            [sys.executable, "-m", "palermo.cli.main", "serve", "--port", str(port)],
            env={**os.environ, "PALERMO_DEMO": "1", "PALERMO_HOME": home},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(port, server)
            for number in range(WARM_UP):
                fetch(
                    http.client.HTTPConnection("127.0.0.1", port, timeout=30),
                    f"/{LANGUAGES[number % 6]}/overview/",
                )
            tally, seconds = readers(port)
        finally:
            server.terminate()
            server.wait(timeout=30)
    return report(tally, seconds)


def report(tally: Tally, seconds: float) -> int:
    """Print the table; return 1 where a page failed, else 0."""
    print(f"\n## The overview page, {READERS} readers at once\n")
    print(machine_line("django", "gunicorn"), "- readers on the same machine\n")
    cuts = quantiles(tally.seconds, n=100) if len(tally.seconds) > 1 else [0.0] * 99
    row = (
        str(len(tally.seconds)),
        str(len(tally.errors)),
        f"{cuts[49] * 1000:.0f} ms",
        f"{cuts[94] * 1000:.0f} ms",
        f"{max(tally.seconds, default=0) * 1000:.0f} ms",
        f"{len(tally.seconds) / seconds:.0f}",
        f"{max(tally.sizes, default=0) / 1000:.1f} kB",
    )
    print(table(("pages", "errors", "p50", "p95", "max", "pages/s", "largest page"), [row]))
    for words in sorted(set(tally.errors)):
        print(f"  {words}: {tally.errors.count(words)}")
    print(f"\nTarget {'missed' if tally.errors else 'met'}: no errors.")
    return int(bool(tally.errors))
