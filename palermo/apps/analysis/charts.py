"""The charts of the overview and of the replies, from what was counted.

Figures 1 to 3 are the note's.
"""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import override

from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.measures import Overview, Query
from palermo.domain.papers import Bar, Chart
from palermo.engines.knowledge_instruments import load_words
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy


def of_needs(overview: Overview, language: str) -> dict[str, Chart]:
    """Return the charts of the overview by name, in the order of the page."""
    with override(language):
        return {
            "categories": _categories(overview, language),
            "legal": _legal(overview, language),
            "regions": _regions(overview, language),
            "instruments": _instruments(overview, language),
        }


def of_silence(silent: Iterable[str], groups: Mapping[str, str], language: str) -> Chart:
    """Return the chart of the States recorded as silent, by regional group."""
    register = load_register()
    placed = [groups.get(state, "") for state in silent]
    with override(language):
        return Chart(
            label=_("Figure"),
            title=_("States recorded as having given no information, by regional group"),
            unit=_("Unit: one State."),
            bars=tuple(
                Bar(register.group_name(group, language), placed.count(group), Query(region=group))
                for group in register.regional_groups
            ),
            note=f"N = {len(placed)}",
            axis=_("Regional group"),
        )


def _chart(number: int, title: str, axis: str, n: int, bars: list[Bar], *series: str) -> Chart:
    return Chart(
        label=_("Figure %(number)s") % {"number": number},
        title=title,
        unit=_("Unit: request (one State, one instrument, one kind of assistance)."),
        bars=tuple(bars),
        series=series,
        note=f"N = {n}",
        axis=axis,
    )


def _categories(overview: Overview, language: str) -> Chart:
    taxonomy = load_taxonomy()
    bars = [
        Bar(taxonomy.short(code, language), n, Query(category=code))
        for code, n in overview.by_category.items()
    ]
    return _chart(1, _("Requests by category"), _("Category"), overview.requests, bars)


def _legal(overview: Overview, language: str) -> Chart:
    taxonomy, counts = load_taxonomy(), overview.by_legal_subcategory
    bars = [Bar(taxonomy.name(code, language), n, Query(code=code)) for code, n in counts.items()]
    title = _("Requests for legal assistance by kind")
    return _chart(2, title, _("Kind of legal assistance"), sum(counts.values()), bars)


def _regions(overview: Overview, language: str) -> Chart:
    taxonomy, register = load_taxonomy(), load_register()
    series = {code: taxonomy.short(code, language) for code in overview.by_category}
    bars = [
        Bar(
            register.group_name(group, language) if group else _("Other participants"),
            overview.by_region_and_category.get((group, code), 0),
            Query(region=group or "none", category=code),
            name,
        )
        for group in overview.by_region
        for code, name in series.items()
    ]
    title = _("Requests by regional group and category")
    return _chart(3, title, _("Regional group"), overview.requests, bars, *series.values())


def _instruments(overview: Overview, language: str) -> Chart:
    bars = [
        Bar(load_words(code, language).label, overview.by_instrument[code], Query(instrument=code))
        for code in INSTRUMENTS
    ]
    return _chart(4, _("Requests by instrument"), _("Instrument"), overview.requests, bars)
