"""The numbers of the overview as files: a JSON tree, and rows for a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext

from palermo.domain.measures import NO_GROUP, Overview
from palermo.domain.snapshots import Snapshot
from palermo.engines.knowledge_instruments import load_words
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy

UNIT: Final = "request: one State, one instrument, one subcategory"
COLUMNS: Final = ("table", "code", "name", "category", "requests", "of", "unit", "source")

Row = tuple[str, str, str, str, int]


def tree(overview: Overview, snapshot: Snapshot, instrument: str) -> dict[str, Any]:
    """Return the overview as a JSON tree, with what it was computed from."""
    return {
        "source": snapshot.quoted,
        "as_of": snapshot.as_of,
        "snapshot": snapshot.digest,
        "instrument": instrument,
        "unit": UNIT,
        "statements": overview.statements,
        "requests": overview.requests,
        "states": overview.states,
        "by_category": dict(overview.by_category),
        "by_legal_subcategory": dict(overview.by_legal_subcategory),
        "by_code": dict(overview.by_code),
        "by_region": dict(overview.by_region),
        "by_region_and_category": {
            f"{region}:{category}": n
            for (region, category), n in overview.by_region_and_category.items()
        },
        "by_instrument": dict(overview.by_instrument),
        "by_state": dict(overview.by_state),
        "shares": {share.code: float(share.percent) for share in overview.shares},
    }


def csv_of(overview: Overview, snapshot: Snapshot, language: str) -> str:
    """Return every number as one row of CSV, with names in one language."""
    text = io.StringIO()
    text.write("\ufeff")  # spreadsheet programs take a file without it for another encoding
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    of = overview.requests
    for table, code, name, category, n in _rows(overview, language):
        rows.writerow((table, code, name, category, n, of, UNIT, snapshot.quoted))
    return text.getvalue()


def _rows(overview: Overview, language: str) -> Iterator[Row]:
    taxonomy, register = load_taxonomy(), load_register()

    def plain(table: str, counts: Mapping[str, int], names: Mapping[str, str]) -> Iterator[Row]:
        return ((table, code, names.get(code, code), "", n) for code, n in counts.items())

    kinds = {code: taxonomy.name(code, language) for code in overview.by_category}
    kinds |= {code: taxonomy.name(code, language) for code in overview.by_code}
    groups = {group: register.group_name(group, language) for group in register.regional_groups}
    groups[NO_GROUP] = gettext("In no regional group")
    states = {code: register.name(code, language) for code in register.participants}
    yield from plain("category", overview.by_category, kinds)
    yield from plain("subcategory", overview.by_code, kinds)
    yield from plain("region", overview.by_region, groups)
    for (group, category), n in overview.by_region_and_category.items():
        yield "region and category", group, groups.get(group, group), category, n
    instruments = {code: load_words(code, language).short for code in overview.by_instrument}
    yield from plain("instrument", overview.by_instrument, instruments)
    yield from plain("state", overview.by_state, states)
