"""The annex of a note that stands alone: for each query in it, the statements it rests on."""

from collections.abc import Iterator
from typing import Any

from palermo.domain.measures import Query
from palermo.domain.needs import Statement
from palermo.domain.notes.reference import Reference
from palermo.domain.papers import Annex, Paper
from palermo.domain.snapshots import Snapshot


def annexes(paper: Paper, snapshot: Snapshot, reference: Reference) -> tuple[Annex, ...]:
    """Return one annex for each query in the paper, in the order in which they first appear.

    What a State withholds is counted in the paper and has no line here, only its number.
    """
    regions = reference.regions
    return tuple(
        Annex(
            query,
            _title(query, paper.language, reference),
            tuple(
                _line(told, paper.language, reference)
                for told in snapshot.statements
                if told.visibility == "public" and query.matches(told, regions)
            ),
        )
        for query in dict.fromkeys(_queries(paper))
    )


def _queries(part: Any) -> Iterator[Query]:
    if isinstance(part, Query):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _queries(one)
    elif hasattr(part, "__dataclass_fields__"):
        for name in part.__dataclass_fields__:
            yield from _queries(getattr(part, name))


def _title(query: Query, language: str, reference: Reference) -> str:
    """Return what a query asks for in words, most general first."""
    named = []
    if query.instrument:
        named.append(reference.words[query.instrument][language].short)
    if query.region:
        named.append(reference.register.group_name(query.region, language))
    if query.state:
        named.append(reference.register.name(query.state, language))
    if query.code or query.category:
        named.append(reference.taxonomy.name(query.code or query.category, language))
    topics = () if query.topics.startswith("~") else tuple(filter(None, query.topics.split(",")))
    named.extend(reference.taxonomy.topic(topic, language) for topic in topics)
    return " · ".join(named) or reference.words["UNTOC"][language].title


def _line(told: Statement, language: str, reference: Reference) -> str:
    name = reference.register.name(told.state, language)
    short = reference.words[told.instrument][language].short
    return f"{name} · {short} · {told.source.document}, {told.source.paragraph}\n{told.words}"
