"""Counting: the query behind every figure, and the overview that the figures are read from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import ROUND_HALF_UP, Decimal
from operator import itemgetter
from typing import Final, NamedTuple, Protocol

NO_GROUP: Final = "none"  # the region of States in no regional group of the United Nations


class Coded(Protocol):
    """Anything that says who asked what: a statement, or a line of a tally."""

    @property
    def state(self) -> str:
        """Return the code of the State."""
        ...

    @property
    def instrument(self) -> str:
        """Return the code of the instrument."""
        ...

    @property
    def code(self) -> str:
        """Return the code of the kind of assistance."""
        ...

    @property
    def basis(self) -> str:
        """Return the code of the basis."""
        ...


Request = tuple[str, str, str]  # State, instrument, code


class Line(NamedTuple):
    """One line of a tally: State, instrument, code, basis, and its number of statements."""

    state: str
    instrument: str
    code: str
    basis: str
    statements: int = 1


@dataclass(frozen=True)
class Query:
    """What a number counts and a list shows; an empty field asks for all.

    `code` is `category/subcategory`. `topics` narrows to one subject within a code; `~` before
    them means all but these. Several codes, topics or `sources` (document symbols) are joined by
    a comma. `region` is NO_GROUP for States that belong to no regional group. `listing` asks for a
    list that a document prints ("silent", "reporting_help") and then for no statement.
    """

    basis: str = "need"
    instrument: str = ""
    category: str = ""
    code: str = ""
    region: str = ""
    state: str = ""
    topics: str = ""
    sources: str = ""
    listing: str = ""

    def parameters(self) -> dict[str, str]:
        """Return the fields that ask for something, as they stand in an address."""
        named = {part.name: getattr(self, part.name) for part in fields(self)}
        return {name: value for name, value in named.items() if value}

    def matches(self, told: Coded, regions: Mapping[str, str]) -> bool:
        """Say whether a statement is asked for; `regions` gives each State's group."""
        return (
            not self.listing
            and self.basis in ("", told.basis)
            and self.instrument in ("", told.instrument)
            and self.category in ("", told.code.partition("/")[0])
            and (not self.code or told.code in self.code.split(","))
            and self.state in ("", told.state)
            and self.region in ("", regions.get(told.state, NO_GROUP))
            and self._names_topic(getattr(told, "topic", ""))
            and self._names_source(getattr(told, "source", None))
        )

    def _names_topic(self, topic: str) -> bool:
        if not self.topics:
            return True
        listed = set(self.topics.removeprefix("~").split(","))
        return (topic in listed) != self.topics.startswith("~")

    def _names_source(self, source: object) -> bool:
        if not self.sources:
            return True
        return getattr(source, "document", "") in self.sources.split(",")


@dataclass(frozen=True)
class Share:
    """A share of all requests: `percent` has one decimal, `n` of `of` requests."""

    code: str
    n: int
    of: int
    percent: Decimal


@dataclass(frozen=True)
class Rate:
    """A response rate: Parties on the cut-off date that replied, of all Parties that day.

    `measure` says which of the two counts of Parties is meant (`consented` or `bound`). `recorded`
    is the percentage printed in the source, kept beside the computed one; `source` names it.
    """

    instrument: str
    cycle: str
    n: int | None
    of: int | None
    measure: str
    recorded: int | None
    source: str

    @property
    def percent(self) -> Decimal | None:
        """Return the computed percentage, one decimal, or None without a denominator."""
        if self.n is None or not self.of:
            return None
        return percentage(self.n, self.of)


@dataclass(frozen=True)
class Recorded:
    """A percentage printed in a document, kept as recorded and never mixed with computed ones."""

    code: str
    percent: int
    source: str


@dataclass(frozen=True)
class Overview:
    """Everything the figures, the table and the note read, counted once.

    The unit is the request (one State, one instrument, one subcategory). Each mapping goes from a
    code to a count of requests and adds up to `requests`, except `by_legal_subcategory`, which
    adds up to the count of the category `legal`.
    """

    statements: int
    requests: int
    states: int
    by_category: Mapping[str, int]
    by_code: Mapping[str, int]
    by_legal_subcategory: Mapping[str, int]
    by_region: Mapping[str, int]
    by_region_and_category: Mapping[tuple[str, str], int]
    by_instrument: Mapping[str, int]
    by_state: Mapping[str, int]
    shares: tuple[Share, ...]
    by_basis: Mapping[str, int]


def requests_of(told: Iterable[Coded]) -> frozenset[Request]:
    """Return the requests that statements make: one State, one instrument, one code, as a need."""
    return frozenset((one.state, one.instrument, one.code) for one in told if one.basis == "need")


def percentage(n: int, of: int) -> Decimal:
    """Return n of `of` in per cent with one decimal, halves rounded up."""
    return (Decimal(100 * n) / Decimal(of)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def shares_of(counts: Mapping[str, int]) -> tuple[Share, ...]:
    """Return the share of each code; the percentages add up to 100.0 where anything was counted.

    The tenths left over by rounding down go to the largest remainders, in the order given.
    """
    of = sum(counts.values())
    if not of:
        return ()
    tenths = {code: 1000 * n // of for code, n in counts.items()}
    left = 1000 - sum(tenths.values())
    by_remainder = sorted(counts, key=lambda code: -(1000 * counts[code] % of))
    for code in by_remainder[:left]:
        tenths[code] += 1
    return tuple(
        Share(code, n, of, (Decimal(tenths[code]) / 10).quantize(Decimal("0.1")))
        for code, n in counts.items()
    )


def overview(
    lines: Iterable[Line],
    *,
    categories: Mapping[str, tuple[str, ...]],
    instruments: tuple[str, ...],
    regions: Mapping[str, str],
    region_order: tuple[str, ...],
) -> Overview:
    """Return the overview of a tally.

    `categories` gives the codes of each category in printed order, `regions` the group of each
    State (missing: counted under NO_GROUP), `region_order` and `instruments` the printed orders.
    """
    by_basis: Counter[str] = Counter()
    requests: set[Request] = set()
    for state, instrument, code, basis, statements in lines:
        by_basis[basis] += statements
        if basis == "need":
            requests.add((state, instrument, code))
    by_state, named, codes = (Counter(map(itemgetter(place), requests)) for place in range(3))
    places = Counter(
        (regions.get(state, NO_GROUP), code.partition("/")[0]) for state, _, code in requests
    )
    by_category = {
        category: sum(codes[code] for code in members) for category, members in categories.items()
    }
    by_region: dict[str, int] = dict.fromkeys(region_order, 0)
    for (region, _), n in places.items():
        by_region[region] = by_region.get(region, 0) + n
    return Overview(
        statements=by_basis.total(),
        requests=len(requests),
        states=len(by_state),
        by_category=by_category,
        by_code={code: codes[code] for members in categories.values() for code in members},
        by_legal_subcategory={code: codes[code] for code in categories.get("legal", ())},
        by_region=by_region,
        by_region_and_category={
            (region, category): places[region, category]
            for region in by_region
            for category in categories
            if (region, category) in places
        },
        by_instrument={code: named[code] for code in instruments},
        by_state=dict(sorted(by_state.items())),
        shares=shares_of(by_category),
        by_basis=dict(by_basis),
    )
