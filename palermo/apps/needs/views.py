"""The list of statements, filtered by its address, and the same list as a file."""

import csv
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_lazy

from palermo.apps.accounts.viewers import page_language, viewer
from palermo.apps.needs import queries
from palermo.apps.needs.forms import Filter
from palermo.domain.access import Viewer
from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.measures import NO_GROUP, Query
from palermo.domain.needs import BASES, Statement
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy

PAGE = 50
BASIS_WORDS = {
    "need": gettext_lazy("Requests"),
    "view": gettext_lazy("Views"),
    "difficulty": gettext_lazy("Difficulties"),
}
COLUMNS = (
    "document", "paragraph", "state", "state_name", "instrument", "code", "code_name", "basis",
    "fit", "topic", "words", "language", "remark", "coder", "coded_on",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Chip:
    """A filter as a link: its value, where it leads, whether it is on, and how many it shows."""

    value: str
    address: str
    here: bool
    n: int | None = None
    words: object = ""


def statements(request: HttpRequest) -> HttpResponse:
    """Show the statements that the address asks for, fifty a page, and who withheld how many."""
    who = viewer(request)
    form = _filter(request, who)
    if not form.is_valid():
        return render(request, "needs/list.html", {"form": form}, status=400)
    query = form.query()
    shown = queries.statements(who, query=query)
    return render(
        request,
        "needs/list.html",
        {
            "form": form,
            "query": query,
            "shown": shown,
            "page": Paginator(queries.ordered(shown.statements, page_language()), PAGE).get_page(
                request.GET.get("page")
            ),
            "instruments": _chips(who, query, "instrument", INSTRUMENTS),
            "bases": _chips(who, query, "basis", BASES),
            "active": _active(query),
            "everything": query == Query(basis=""),
            "asked": urlencode(query.parameters()),
        },
    )


def export(request: HttpRequest) -> HttpResponse:
    """Answer with the statements of the same address as CSV; withheld ones are not in it."""
    who = viewer(request)
    form = _filter(request, who)
    if not form.is_valid():
        return render(request, "needs/list.html", {"form": form}, status=400)
    shown = queries.statements(who, query=form.query())
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="statements.csv"'
    response.write("\ufeff")  # spreadsheet programs take a file without it for another encoding
    rows = csv.writer(response)
    rows.writerow(COLUMNS)
    rows.writerows(_row(told) for told in queries.ordered(shown.statements, page_language()))
    return response


def _filter(request: HttpRequest, who: Viewer) -> Filter:
    register, language = load_register(), page_language()
    told = queries.tally(who, query=Query(basis=""), field="state")
    return Filter(
        request.GET.dict(),
        taxonomy=load_taxonomy(),
        language=language,
        regions={
            **{group: register.group_name(group, language) for group in register.regional_groups},
            NO_GROUP: gettext("In no regional group"),
        },
        states={code: register.name(code, language) for code in register.participants},
        offered=register.ordered(
            (code for code in told if code in register.participants), language
        ),
    )


def _chips(who: Viewer, query: Query, field: str, values: tuple[str, ...]) -> list[Chip]:
    """Return a chip for all and for each value, with the number of statements it would list."""
    counts = queries.tally(who, query=query, field=field)
    asked = getattr(query, field)
    return [
        Chip(
            value=value,
            address=queries.address(replace(query, **{field: value})),
            here=value == asked,
            n=counts.get(value, 0) if value else sum(counts.values()),
            words=BASIS_WORDS.get(value, ""),
        )
        for value in ("", *values)
    ]


def _active(query: Query) -> list[Chip]:
    """Return a chip that lifts each filter that is on, as far as chips do not show it already."""
    return [
        Chip(
            value=value,
            address=queries.address(replace(query, **{field: ""})),
            here=True,
            words=field,
        )
        for field, value in query.parameters().items()
        if field not in ("instrument", "basis")
    ]


def _row(told: Statement) -> list[str]:
    register, language = load_register(), page_language()
    known = told.state in register.participants
    values = (
        told.source.document, told.source.paragraph, told.state,
        register.name(told.state, language) if known else told.state, told.instrument, told.code,
        load_taxonomy().name(told.code, language), told.basis, told.fit, told.topic, told.words,
        told.language, told.remark, told.coder, told.coded_on,
    )  # fmt: skip
    return [f"'{value}" if value.startswith(FORMULA) else value for value in values]
