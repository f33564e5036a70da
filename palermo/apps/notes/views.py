"""The note on the site: the same tree as the files, its numbers open the statements behind them."""

from typing import Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from palermo.apps.accounts.viewers import page_language, viewer
from palermo.apps.jobs import queries as jobs
from palermo.apps.needs.queries import address
from palermo.apps.notes import actions, queries
from palermo.apps.notes.forms import IssueForm
from palermo.domain.access import Refused
from palermo.domain.languages import LANGUAGES, OWN_NAMES, direction
from palermo.domain.mistakes import Mistake
from palermo.engines import papers

TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}


def draft(request: HttpRequest) -> HttpResponse:
    """Show the newest note in the page's language, with its files."""
    note = queries.current()
    if note is None:
        return render(request, "notes/none.html")
    paper = queries.paper(note, page_language())
    body = papers.fragment(paper, address)
    return render(
        request,
        "notes/draft.html",
        {
            "note": note,
            "paper": paper,
            "body": mark_safe(body),  # noqa: S308 - the writer escapes every word
            "files": _files(),
            "progress": jobs.progress("write_note", f"{note.pk}:{note.symbol or 'draft'}"),
            "form": IssueForm() if viewer(request).may("issue_note") and not note.issued else None,
        },
    )


@require_POST
def issue(request: HttpRequest) -> HttpResponse:
    """Issue the newest note under the symbol typed in."""
    note, form = queries.current(), IssueForm(request.POST)
    if note is None or not form.is_valid():
        messages.error(request, gettext("Type the document symbol; nothing was issued."))
        return redirect("notes:draft")
    try:
        actions.issue(viewer(request), note=note, symbol=form.cleaned_data["symbol"])
    except Refused as refusal:
        raise PermissionDenied from refusal
    except Mistake as mistake:
        messages.error(request, str(mistake))
    return redirect("notes:draft")


def file(_request: HttpRequest, language: str, form: str) -> HttpResponse:
    """Send one of the note's files."""
    note = queries.current()
    if note is None or language not in LANGUAGES or form not in TYPES:
        raise Http404(f"note.{language}.{form}")
    response = HttpResponse(queries.file_bytes(note, language, form), content_type=TYPES[form])
    name = f"palermo-note-{note.symbol.replace('/', '-') or 'draft'}.{language}.{form}"
    kind = "inline" if form == "html" else "attachment"
    response["Content-Disposition"] = f'{kind}; filename="{name}"'
    if form == "html":
        response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    return response


def _files() -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    return [
        (
            code,
            OWN_NAMES[code],
            direction(code),
            [(form.upper(), reverse("notes:file", args=(code, form))) for form in TYPES],
        )
        for code in LANGUAGES
    ]
