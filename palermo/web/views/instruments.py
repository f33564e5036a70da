"""The four instruments, one instrument, one article: a column of the grid."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from palermo.apps.accounts.viewers import page_language, viewer
from palermo.apps.analysis import queries as analysis
from palermo.apps.instruments import queries as participation
from palermo.domain.instruments import Instrument
from palermo.engines.knowledge_instruments import load_instruments, load_words
from palermo.web import profiles, provisions, standings


def instruments(request: HttpRequest) -> HttpResponse:
    """Show the four instruments, with their dates and who took part on the cut-off date."""
    snapshot = analysis.snapshot()
    on = profiles.cut_off(snapshot)
    facts = participation.participations()
    return render(
        request,
        "web/instruments.html",
        {
            "on": on,
            "rows": [
                (one, standings.counts(facts, code, on)) for code, one in load_instruments().items()
            ],
        },
    )


def instrument(request: HttpRequest, code: str) -> HttpResponse:
    """Show one instrument: its articles, who takes part, what States need to implement it."""
    one = _instrument(code)
    snapshot = analysis.snapshot()
    overview = analysis.overview_of(snapshot, one.code)
    on = profiles.cut_off(snapshot)
    show = request.GET.get("show", "")
    return render(
        request,
        "web/instrument.html",
        {
            "snapshot": snapshot,
            "on": on,
            "one": one,
            "titles": profiles.titles_of(one.code),
            "articles": profiles.articles(one, page_language()),
            "counts": standings.counts(participation.participations(), one.code, on),
            "overview": overview,
            "asked": [(kind, n) for kind, n in overview.by_category.items() if n],
            "groups": standings.grid_of(one.code, on, page_language()),
            "key": standings.key(),
            "show": show if show in standings.SHOWN else "",
            "shown": standings.SHOWN.get(show, tuple(standings.STANDINGS)),
        },
    )


def article(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show one article: its titles, its place, and the needs stated on its subject."""
    one = _instrument(code)
    found = one.article(number)
    if found is None:
        raise Http404(f"{code}/{number}")
    return render(
        request,
        "web/article.html",
        {
            "one": one,
            "article": found,
            "title": load_words(one.code, page_language()).articles[number],
            "titles": profiles.titles_of(one.code, number),
            "clusters": profiles.clusters(found),
            "before": profiles.beside(one, number - 1, page_language()),
            "after": profiles.beside(one, number + 1, page_language()),
            "asked": provisions.asked_by(one, found, page_language()),
            "told": profiles.told_about(viewer(request), found),
        },
    )


def _instrument(code: str) -> Instrument:
    found = load_instruments().get(code.upper())
    if found is None or code != code.lower():
        raise Http404(code)
    return found
