"""Drafting, issuing and writing the note."""

import re
from collections.abc import Callable, Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from palermo.apps.accounts.viewers import page_language
from palermo.apps.analysis import actions as analysis
from palermo.apps.jobs import actions as jobs
from palermo.apps.journal.actions import record
from palermo.apps.notes import queries
from palermo.apps.notes.models import Note
from palermo.domain.access import Viewer, require
from palermo.domain.languages import LANGUAGES
from palermo.domain.mistakes import Mistake
from palermo.domain.snapshots import Snapshot
from palermo.domain.wording import day

SYMBOL = re.compile(r"[A-Z]+(/[A-Z0-9][A-Za-z0-9.\-]*)+")


@transaction.atomic
def draft(actor: Viewer, *, snapshot: Snapshot) -> Note:
    """Freeze a snapshot and return the draft note made from it, its files asked for."""
    require(actor, "write_note_files")
    note, made = Note.objects.get_or_create(snapshot=analysis.freeze(actor, snapshot=snapshot))
    if made:
        record(actor, act="draft_note", subject=note.snapshot.digest)
    _ask_for_files(note)
    return note


@transaction.atomic
def issue(actor: Viewer, *, note: Note, symbol: str) -> None:
    """Issue a note under the symbol that the Secretariat typed in; an issued note stays issued."""
    require(actor, "issue_note")
    if not SYMBOL.fullmatch(symbol):
        raise Mistake(
            gettext("This is not a document symbol such as CTOC/COP/WG.2/2026/2: %(symbol)s.")
            % {"symbol": symbol}
        )
    if note.issued is not None:
        raise Mistake(
            gettext("This note has been issued already: %(symbol)s, %(day)s.")
            % {"symbol": note.symbol, "day": day(str(note.issued), page_language())}
        )
    note.symbol, note.issued, note.issued_by = symbol, timezone.now().date(), actor.id
    note.save()
    record(actor, act="issue_note", subject=symbol, details={"snapshot": note.snapshot.digest})
    _ask_for_files(note)


def write_files(details: Mapping[str, object], progress: Callable[[int, int], None]) -> None:
    """Write a note's files in six languages and three formats; what is there already stays."""
    note = Note.objects.select_related("snapshot").get(pk=int(str(details["note"])))
    wanted = [(language, form) for language in LANGUAGES for form in queries.FORMATS]
    for step, (language, form) in enumerate(wanted):
        path = queries.file_path(note, language, form)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            part.write_bytes(queries.made(note, language, form))
            part.replace(path)
        progress(step + 1, len(wanted))


def _ask_for_files(note: Note) -> None:
    jobs.enqueue("write_note", f"{note.pk}:{note.symbol or 'draft'}", {"note": note.pk})
