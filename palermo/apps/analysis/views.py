"""The overview: what States asked for, in figures that open to the statements behind them."""

from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from palermo.apps.accounts.viewers import page_language, viewer
from palermo.apps.analysis import charts, figures, files, queries, tables, why
from palermo.apps.needs import queries as needs
from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.measures import Query
from palermo.domain.snapshots import Snapshot

TABLE: Final = "table"
SHARES: Final = "shares"
FIRST: Final = 5  # statements shown beside a figure; the rest is one link away


def overview(request: HttpRequest) -> HttpResponse:
    """Show the overview, of one instrument where the address names one, with one number open."""
    snapshot, instrument = queries.snapshot(), _instrument(request)
    counted = queries.overview_of(snapshot, instrument)
    everything = queries.overview_of(snapshot)
    opened = _opened(request, snapshot, instrument)
    drawn = _figures(snapshot, instrument, page_language())
    shares = tables.shares(everything, snapshot.recorded_shares, _link("", SHARES))
    at = _place(request, opened, [figure.name for figure in drawn])
    return render(
        request,
        "analysis/overview.html",
        {
            "snapshot": snapshot,
            "overview": counted,
            "instrument": instrument,
            "chips": figures.totals(everything, INSTRUMENTS),
            "foremost": tables.foremost(counted),
            "figures": drawn,
            "rows": tables.categories(counted, _link(instrument, TABLE)),
            "shares": shares,
            "rest": tables.rest(shares, everything),
            "everything": everything,
            "why": opened,
            "at": at,
            "opened": _link(instrument, at)(opened.query) if opened and opened.query else "",
        },
    )


def figure(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with one figure as an SVG file in the page's language."""
    snapshot, instrument, language = queries.snapshot(), _instrument(request), page_language()
    chart = charts.of_needs(snapshot, instrument, language).get(name)
    if chart is None:
        raise Http404(name)
    key = (snapshot.digest, name, instrument, "file")
    svg = figures.kept(chart, language, key, None, figures.WIDE)
    response = HttpResponse(svg, content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="{name}.{language}.svg"'
    return response


def data(request: HttpRequest, form: str) -> HttpResponse:
    """Answer with every number of the overview, as CSV or JSON."""
    snapshot, instrument = queries.snapshot(), _instrument(request)
    counted = queries.overview_of(snapshot, instrument)
    if form == "json":
        return JsonResponse(
            files.tree(counted, snapshot, instrument), json_dumps_params={"ensure_ascii": False}
        )
    if form != "csv":
        raise Http404(form)
    response = HttpResponse(
        files.csv_of(counted, snapshot, page_language()),
        content_type="text/csv; charset=utf-8",
    )
    response["Content-Disposition"] = 'attachment; filename="overview.csv"'
    return response


def _instrument(request: HttpRequest) -> str:
    asked = request.GET.get("instrument", "")
    if asked and asked not in INSTRUMENTS:
        raise Http404(asked)
    return asked


def _within(snapshot: Snapshot, instrument: str) -> Query:
    return Query(instrument=instrument, sources=snapshot.quoted)


def _link(instrument: str, place: str) -> figures.Link:
    """Return the function that gives the address at which a number of a figure is open."""
    start, narrowed = reverse("analysis:overview"), {"instrument": instrument} if instrument else {}

    def address(query: Query) -> str:
        asked = {**narrowed, "why": why.written(query), "at": place}
        return f"{start}?{urlencode(asked, safe=':,/')}#why"

    return address


@lru_cache(maxsize=64)
def _figures(snapshot: Snapshot, instrument: str, language: str) -> tuple[figures.Figure, ...]:
    found = []
    for name, chart in charts.of_needs(snapshot, instrument, language).items():
        link, key = _link(instrument, name), (snapshot.digest, name, instrument)
        found.append(figures.figure(name, chart, language, key=key, link=link))
    return tuple(found)


def _opened(request: HttpRequest, snapshot: Snapshot, instrument: str) -> why.Why | None:
    asked = request.GET.get("why", "")
    if not asked:
        return None
    query = why.read(asked, _within(snapshot, instrument))
    if query is None:
        return why.Why(None, None)
    shown = needs.statements(viewer(request), query=query, published=True)
    ordered = needs.ordered(shown.statements, page_language())
    return why.Why(query, shown, why.one_each(ordered)[:FIRST])


def _place(request: HttpRequest, opened: why.Why | None, names: list[str]) -> str:
    """Return the figure beside which the open number stands."""
    if opened is None:
        return ""
    asked = request.GET.get("at", "")
    return asked if asked in (*names, TABLE, SHARES) else names[0]
