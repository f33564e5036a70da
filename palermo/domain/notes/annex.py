"""The annex of a note that stands alone: for each query in it, the statements it rests on."""

from collections.abc import Iterator

from palermo.domain.measures import Query
from palermo.domain.needs import Source, Statement
from palermo.domain.notes.reference import Reference
from palermo.domain.papers import Annex, Paper
from palermo.domain.snapshots import Snapshot


def annexes(paper: Paper, snapshot: Snapshot, reference: Reference) -> tuple[Annex, ...]:
    """Return one annex for each query in the paper, in the order in which they first appear.

    What a State withholds is counted in the paper and has no line here, only its number.
    """
    regions = reference.register.regions
    return tuple(
        Annex(
            query,
            _title(query, paper, reference),
            tuple(
                _line(told, paper, reference)
                for told in snapshot.statements
                if told.visibility == "public" and query.matches(told, regions)
            )
            or _printed(query, paper, snapshot, reference),
        )
        for query in paper.queries()
    )


def _printed(
    query: Query, paper: Paper, snapshot: Snapshot, reference: Reference
) -> tuple[str, ...]:
    """Return the States of a printed list, each with the document and paragraph of the list."""
    language = paper.language
    return tuple(
        f"{reference.register.name(state, language)} · {_place(listing.source, paper)}"
        for listing in snapshot.listings
        if listing.kind == query.listing
        for state in reference.register.ordered(listing.states, language)
    )


def _title(query: Query, paper: Paper, reference: Reference) -> str:
    """Return what a query asks for in words, most general first."""
    language = paper.language
    named = []
    if query.instrument in reference.words:
        named.append(reference.words[query.instrument][language].short)
    if query.region:
        groups = reference.register.group_names[language]
        named.append(groups.get(query.region, "–"))
    if query.state:
        named.append(reference.register.name(query.state, language))
    named.extend(_kinds(query, language, reference))
    topics = () if query.topics.startswith("~") else tuple(filter(None, query.topics.split(",")))
    named.extend(reference.taxonomy.topic(topic, language) for topic in topics)
    return " · ".join(named) or paper.labels.statements


def _kinds(query: Query, language: str, reference: Reference) -> Iterator[str]:
    taxonomy = reference.taxonomy
    known = {*taxonomy.subcategories, *taxonomy.members}
    for code in filter(None, (query.code or query.category).split(",")):
        yield taxonomy.name(code, language) if code in known else code


def _place(source: Source, paper: Paper) -> str:
    cited = paper.labels.place.replace("{document}", source.document)
    return cited.replace("{paragraph}", source.paragraph)


def _line(told: Statement, paper: Paper, reference: Reference) -> str:
    language = paper.language
    name = reference.register.name(told.state, language)
    short = reference.words[told.instrument][language].short
    return f"{name} · {short} · {_place(told.source, paper)}\n{told.words}"
