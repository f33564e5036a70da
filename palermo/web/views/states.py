"""The table of all States, and the page of one: a row of the grid."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from palermo.apps.accounts.viewers import page_language, viewer
from palermo.apps.analysis import queries as analysis
from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.measures import NO_GROUP
from palermo.engines.knowledge_states import load_register
from palermo.web import profiles


def states(request: HttpRequest) -> HttpResponse:
    """Show every State as a row: the same as the grid, with its names, groups and standings."""
    register, snapshot = load_register(), analysis.snapshot()
    asked, group = request.GET.get("q", "").strip(), request.GET.get("group", "")
    found = register.resolve(asked) if asked else None
    codes = [found.code] if found and found.code else list(register.participants)
    chosen = [code for code in codes if group in ("", register.regions.get(code, NO_GROUP))]
    unknown = found is not None and found.code is None
    return render(
        request,
        "web/states.html",
        {
            "snapshot": snapshot,
            "on": profiles.cut_off(snapshot),
            "asked": asked,
            "unknown": unknown,
            "nearest": tuple(map(register.code, found.suggestions)) if found and unknown else (),
            "group": group,
            "groups": register.regional_groups,
            "instruments": INSTRUMENTS,
            "rows": () if unknown else profiles.rows(snapshot, chosen, page_language()),
        },
    )


def state(request: HttpRequest, code: str) -> HttpResponse:
    """Show everything known about one State: a row of the grid."""
    known, snapshot, who = _known(code), analysis.snapshot(), viewer(request)
    told, withheld = profiles.told_by(who, known)
    return render(
        request,
        "web/state.html",
        {
            "snapshot": snapshot,
            "on": profiles.cut_off(snapshot),
            "row": profiles.rows(snapshot, [known], page_language())[0],
            "names": profiles.names_of(known),
            "as_of": load_register().as_of,
            "told": told,
            "withheld": withheld,
            "listings": profiles.listings_of(snapshot, known),
            "findings": profiles.findings_on(snapshot, known, page_language()),
        },
    )


def _known(code: str) -> str:
    known = code.upper()
    if known not in load_register().participants:
        raise Http404(code)
    return known
