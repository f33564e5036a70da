"""The replies: rates as printed and as far as they can be computed, silence, contradictions."""

import csv
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from palermo.apps.accounts.viewers import page_language
from palermo.apps.analysis import charts, figures, queries
from palermo.apps.instruments import queries as instruments
from palermo.domain.findings import (
    SILENT_BEFORE_CONSENT,
    SILENT_BUT_QUOTED,
    Finding,
    said_by,
    words,
)
from palermo.domain.findings import findings as findings_of
from palermo.domain.instruments import Count
from palermo.domain.measures import Query, Rate
from palermo.domain.needs import Source
from palermo.domain.papers import Chart
from palermo.domain.replies import rates
from palermo.domain.snapshots import Snapshot
from palermo.engines.knowledge_instruments import load_words
from palermo.engines.knowledge_states import load_register
from palermo.engines.phrases import load_phrases

CONTRADICTIONS = (SILENT_BUT_QUOTED, SILENT_BEFORE_CONSENT)
MEASURE = "consented"


@dataclass(frozen=True)
class Printed:
    """A rate as a document prints it, and where."""

    rate: Rate
    source: Source


@dataclass(frozen=True)
class Computed:
    """What can be computed for one instrument: Parties quoted, of the States that are Parties."""

    rate: Rate
    parties: Count
    query: Query


@dataclass(frozen=True)
class Silence:
    """The States of one regional group that are recorded as silent."""

    group: str
    states: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """A finding in words, and the statements of its State."""

    finding: Finding
    words: str
    query: Query


def replies(request: HttpRequest) -> HttpResponse:
    """Show who replied as far as it is known, who is silent, and what contradicts the record."""
    snapshot, language = queries.snapshot(), page_language()
    if not snapshot.as_of:
        return render(request, "analysis/replies.html", {"snapshot": snapshot})
    printed, computed = _rates(snapshot)
    told = _told(snapshot, language)
    chart = _silence_chart(snapshot, language)
    return render(
        request,
        "analysis/replies.html",
        {
            "snapshot": snapshot,
            "printed": [Printed(rate, Source.parse(rate.source)) for rate in printed],
            "computed": computed,
            "silent": snapshot.listed("silent"),
            "by_group": _by_group(snapshot, language),
            "helped": load_register().ordered(snapshot.listed("reporting_help"), language),
            "chart": chart,
            # drawn by our own engine, which escapes every label it is given
            "wide": mark_safe(_drawing(snapshot, chart, language, figures.WIDE)),  # noqa: S308
            "narrow": mark_safe(_drawing(snapshot, chart, language, figures.NARROW)),  # noqa: S308
            "contradictions": [one for one in told if one.finding.kind in CONTRADICTIONS],
            "others": [one for one in told if one.finding.kind not in CONTRADICTIONS],
        },
    )


def figure(_request: HttpRequest) -> HttpResponse:
    """Answer with the figure of the silent States as an SVG file in the page's language."""
    snapshot, language = queries.snapshot(), page_language()
    chart = _silence_chart(snapshot, language)
    svg = _drawing(snapshot, chart, language, figures.WIDE)
    response = HttpResponse(svg, content_type="image/svg+xml")
    response["Content-Disposition"] = f'attachment; filename="silent.{language}.svg"'
    return response


def data(_request: HttpRequest) -> HttpResponse:
    """Answer with the rates and the lists of States as CSV."""
    snapshot, language = queries.snapshot(), page_language()
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="replies.csv"'
    response.write("\ufeff")  # spreadsheet programs take a file without it for another encoding
    rows = csv.writer(response)
    rows.writerow(("table", "code", "name", "cycle", "percent", "n", "of", "measure", "source"))
    printed, computed = _rates(snapshot)
    for rate in printed:
        name = load_words(rate.instrument, language).short
        rows.writerow(
            (
                "printed rate",
                rate.instrument,
                name,
                rate.cycle,
                rate.recorded,
                "",
                "",
                "",
                rate.source,
            )
        )
    for one in computed:
        rate, name = one.rate, load_words(one.rate.instrument, language).short
        rows.writerow(
            ("lower bound", rate.instrument, name, "", rate.percent, rate.n, rate.of, MEASURE, "")
        )
    for listing in snapshot.listings:
        for state in listing.states:
            name = load_register().name(state, language)
            rows.writerow((listing.kind, state, name, "", "", "", "", "", listing.source))
    return response


def _rates(snapshot: Snapshot) -> tuple[list[Rate], list[Computed]]:
    """Return the rates that the document prints, and those that can be computed."""
    if not snapshot.as_of:
        return [], []
    on, participations = date.fromisoformat(snapshot.as_of), instruments.participations()
    found = rates(snapshot.statements, participations, snapshot.recorded_rates, on, MEASURE)
    computed = [
        Computed(
            rate,
            participations.count(rate.instrument, on),
            Query(basis="", instrument=rate.instrument, sources=snapshot.quoted),
        )
        for rate in found
        if rate.recorded is None
    ]
    return [rate for rate in found if rate.recorded is not None], computed


def _by_group(snapshot: Snapshot, language: str) -> list[Silence]:
    register = load_register()
    silent = register.ordered(snapshot.listed("silent"), language)
    return [
        Silence(group, tuple(state for state in silent if register.regions.get(state) == group))
        for group in register.regional_groups
    ]


def _silence_chart(snapshot: Snapshot, language: str) -> Chart:
    return charts.of_silence(snapshot, language)


def _drawing(snapshot: Snapshot, chart: Chart, language: str, across: int) -> str:
    key = (snapshot.digest, "silent", str(across))
    return figures.kept(chart, language, key, None, across)


def _told(snapshot: Snapshot, language: str) -> list[Told]:
    on = date.fromisoformat(snapshot.as_of)
    found = findings_of(
        said_by(snapshot.statements), snapshot.listings, instruments.participations(), on
    )
    phrases, register = load_phrases("findings", language), load_register()
    return [
        Told(
            one,
            words(
                one,
                phrases,
                register.name(one.state, language),
                load_words(one.instrument, language).short,
            ),
            Query(basis="", state=one.state, instrument=one.instrument, sources=snapshot.quoted),
        )
        for one in found
    ]
