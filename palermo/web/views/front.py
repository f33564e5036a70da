"""The front door, home, and what is said when there is nothing or something failed."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language_from_request, override

from palermo.apps.accounts.viewers import page_language
from palermo.apps.analysis import queries as analysis
from palermo.domain.languages import LANGUAGES
from palermo.web import grid


def choose_language(request: HttpRequest) -> HttpResponse:
    """Send the reader to the site in the language the browser asks for."""
    asked = get_language_from_request(request)
    with override(asked if asked in LANGUAGES else "en"):
        response = HttpResponseRedirect(reverse("home"))
    response["Vary"] = "Accept-Language"
    return response


def live(_request: HttpRequest) -> HttpResponse:
    """Answer that the process lives."""
    return JsonResponse({"live": True})


def ready(_request: HttpRequest) -> HttpResponse:
    """Answer that the database answers and the reference data is loaded."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM instruments_instrumentversion")
        loaded = cursor.fetchone()[0]
    return JsonResponse({"ready": bool(loaded)}, status=200 if loaded else 503)


def home(request: HttpRequest) -> HttpResponse:
    """Show what States need, and who has answered: one tile a State."""
    snapshot = analysis.snapshot()
    overview = analysis.overview_of(snapshot)
    return render(
        request,
        "web/home.html",
        {
            "snapshot": snapshot,
            "overview": overview,
            "groups": grid.groups(overview.by_state, snapshot.listed("silent"), page_language()),
            "key": grid.KEY,
            "silent": len(snapshot.listed("silent")),
            "convention_rate": next(
                (rate for rate in snapshot.recorded_rates if rate.cycle == "2"), None
            ),
            "most_asked": sorted(overview.by_category.items(), key=lambda kind: -kind[1])[:4],
        },
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing at the address, and where one may go on."""
    return render(request, "web/not_found.html", {"exception": exception}, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the page failed and that nothing was lost."""
    return render(request, "web/failed.html", status=500)
