"""The part of a page's address that says which number is open, and what opening it asks for."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from palermo.apps.accounts.viewers import page_language
from palermo.apps.needs.queries import Shown, address
from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.measures import NO_GROUP, Query
from palermo.domain.needs import Statement
from palermo.engines.knowledge_instruments import load_words
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy

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
    def names(self) -> tuple[str, ...]:
        """Return in words what is counted: kind, regional group, instrument, State."""
        if self.query is None:
            return ()
        taxonomy, register, language = load_taxonomy(), load_register(), page_language()
        query, names = self.query, []
        if query.category or query.code:
            names.append(taxonomy.name(query.code or query.category, language))
        if query.region and query.region != NO_GROUP:
            names.append(register.group_name(query.region, language))
        if query.instrument:
            names.append(load_words(query.instrument, language).short)
        if query.state:
            names.append(register.name(query.state, language))
        return tuple(names)

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


def one_each(ordered: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return statements with one of each State first, then the second of each, and so on."""
    heard: Counter[str] = Counter()
    turns = []
    for told in ordered:
        turns.append(heard[told.state])
        heard[told.state] += 1
    places = sorted(range(len(turns)), key=turns.__getitem__)
    return tuple(ordered[place] for place in places)


def read(words: str, within: Query) -> Query | None:
    """Return the query that an address opens within the page's own, or None where it is no number.

    What the page itself narrows to, the address cannot widen.
    """
    if words == "all":
        return within
    asked: dict[str, str] = {}
    for part in words.split(","):
        name, _, value = part.partition(":")
        if name in asked or value not in _known(name):
            return None
        asked[name] = value
    own = within.parameters()
    if any(own.get(name, value) != value for name, value in asked.items()):
        return None
    return replace(within, **asked)


def _known(name: str) -> Collection[str]:
    """Return the values that a part of an address may have."""
    taxonomy, register = load_taxonomy(), load_register()
    known: dict[str, Collection[str]] = {
        "category": [category.code for category in taxonomy.categories],
        "code": taxonomy.subcategories,
        "region": (*register.regional_groups, NO_GROUP),
        "instrument": INSTRUMENTS,
        "state": register.participants,
    }
    return known.get(name, ())
