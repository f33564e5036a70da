"""Reading statements of need: what a viewer may see, and how much more was counted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from palermo.apps.needs.models import StatementRow
from palermo.domain.access import GUEST, Viewer, may_read
from palermo.domain.measures import NO_GROUP, Query, requests_of
from palermo.domain.needs import Statement
from palermo.engines.knowledge_states import load_register

Mark = tuple[int, str, tuple[int, ...]]


@dataclass(frozen=True)
class Shown:
    """What opening a figure lists: the statements shown, of how many, and how many withheld.

    `requests` and `states` say what all of them count as, the withheld ones too: a request is one
    State, one instrument, one subcategory, stated as a need; `states` are those that requested.
    """

    statements: tuple[Statement, ...]
    of: int
    requests: int = 0
    states: int = 0

    @property
    def withheld(self) -> int:
        """Return how many were counted but are withheld from this reader by their States."""
        return self.of - len(self.statements)


def statements(viewer: Viewer, *, query: Query, published: bool = False) -> Shown:
    """Return the statements a query asks for, as far as the viewer may read them.

    What a State keeps to itself is shown to its own people only and counted for nobody else; with
    `published` it is left out for them too, because no published figure counts it.
    """
    rows = _asked(query).filter(_countable(GUEST if published else viewer))
    counted = [row.value() for row in rows]
    requested = requests_of(counted)
    return Shown(
        statements=tuple(told for told in counted if may_read_one(viewer, told)),
        of=len(counted),
        requests=len(requested),
        states=len({state for state, _, _ in requested}),
    )


def tally(viewer: Viewer, *, query: Query, field: str) -> dict[str, int]:
    """Return how many statements there are for each value of a field, that field left open.

    `field` is `basis`, `instrument`, `category`, `code` or `state`.
    """
    rows = _asked(replace(query, **{field: ""})).filter(_countable(viewer))
    kinds = rows.order_by(field).values(field).annotate(n=Count("pk"))
    return {kind[field]: kind["n"] for kind in kinds}


def ordered(told: Iterable[Statement], language: str) -> tuple[Statement, ...]:
    """Return statements in the order in which that language lists their States."""
    register, found = load_register(), tuple(told)
    known = {one.state for one in found} & set(register.participants)
    places = {code: place for place, code in enumerate(register.ordered(known, language))}
    return tuple(sorted(found, key=lambda one: places.get(one.state, len(places))))


def counted(document: str = "") -> tuple[Statement, ...]:
    """Return every statement that may be counted, for a snapshot; withheld ones without words.

    What a State shares with the Secretariat alone is counted, but its words stay behind.
    """
    rows = StatementRow.objects.exclude(visibility="state")
    if document:
        rows = rows.filter(document=document)
    return tuple(
        told if told.visibility == "public" else replace(told, words="", remark="")
        for told in (row.value() for row in rows)
    )


def mark() -> Mark:
    """Return a cheap mark of what may be counted; it changes whenever a figure could.

    How many statements there are, which came last, and which are withheld.
    """
    rows = StatementRow.objects.exclude(visibility="state")
    last = rows.order_by("-pk").values_list("identity", flat=True).first() or ""
    withheld = rows.filter(visibility="secretariat").order_by("pk").values_list("pk", flat=True)
    return rows.count(), last, tuple(withheld)


def may_read_one(viewer: Viewer, told: Statement) -> bool:
    """Say whether a viewer may read a statement."""
    return may_read(viewer, told.state, told.visibility)


def _countable(viewer: Viewer) -> Q:
    open_to_count = ~Q(visibility="state")
    return open_to_count | Q(state=viewer.state) if viewer.state else open_to_count


def _asked(query: Query) -> QuerySet[StatementRow]:
    rows = StatementRow.objects.all()
    for field in ("basis", "instrument", "category", "state"):
        value = getattr(query, field)
        if value:
            rows = rows.filter(**{field: value})
    if query.code:
        rows = rows.filter(code__in=query.code.split(","))
    regions = load_register().regions
    if query.region == NO_GROUP:
        rows = rows.exclude(state__in=regions)
    elif query.region:
        rows = rows.filter(state__in=[s for s, group in regions.items() if group == query.region])
    if query.topics:
        named = Q(topic__in=query.topics.removeprefix("~").split(","))
        rows = rows.filter(~named if query.topics.startswith("~") else named)
    if query.sources:
        rows = rows.filter(document__in=query.sources.split(","))
    return rows


def address(query: Query) -> str:
    """Return the address of the statements or of the printed list that a query asks for."""
    if query.listing:
        return f"{reverse('responses:list')}#{query.listing}"
    return f"{reverse('needs:list')}?{urlencode(query.parameters())}"
