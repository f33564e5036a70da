"""A progress bar on standard error, for long work on a terminal only. Not a noun."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

T = TypeVar("T")

_SHORT: Final = 20_000  # things that are done before anybody wonders
_WIDTH: Final = 30
_EVERY: Final = 0.2  # seconds between two drawings


def followed(things: Iterable[T], of: int, words: str, short: int = _SHORT) -> Iterator[T]:
    """Yield the things, with a bar that says how many of `of` are done; none below `short`."""
    if of < short or not sys.stderr.isatty():
        yield from things
        return
    drawn = 0.0
    for done, thing in enumerate(things, start=1):
        yield thing
        now = time.monotonic()
        if now - drawn > _EVERY or done == of:
            drawn = now
            full = _WIDTH * done // of
            bar = "#" * full + "-" * (_WIDTH - full)
            print(f"\r{words} [{bar}] {done:,} of {of:,}", end="", file=sys.stderr)
    print(file=sys.stderr)
