"""The part of a page's address that says which number is open, and what opening it asks for."""

from dataclasses import dataclass, replace
from typing import Final

from palermo.apps.needs.queries import Shown, address
from palermo.domain.measures import Query
from palermo.domain.needs import Statement

OPENED: Final = ("category", "code", "region", "instrument", "state")


@dataclass(frozen=True)
class Why:
    """What stands beside a figure: a number, and the first of the statements that make it up.

    `query` and `shown` are None where the address names no number of the page; `first` is what
    there is room for of what the reader may see.
    """

    query: Query | None
    shown: Shown | None
    first: tuple[Statement, ...] = ()

    @property
    def address(self) -> str:
        """Return the address of the whole list."""
        return address(self.query) if self.query else ""


def written(query: Query) -> str:
    """Return the number a query counts as it stands in an address, such as `region:african`.

    The whole is `all`. Basis and source are the page's own and are not repeated.
    """
    asked = query.parameters()
    parts = [f"{name}:{asked[name]}" for name in OPENED if name in asked]
    return ",".join(parts) or "all"


def read(words: str, within: Query) -> Query | None:
    """Return the query that an address opens within the page's own, or None where it is no number.

    What the page itself narrows to, the address cannot widen.
    """
    if words == "all":
        return within
    asked: dict[str, str] = {}
    for part in words.split(","):
        name, _, value = part.partition(":")
        if name not in OPENED or not value or name in asked:
            return None
        asked[name] = value
    own = within.parameters()
    if any(own.get(name, value) != value for name, value in asked.items()):
        return None
    return replace(within, **asked)
