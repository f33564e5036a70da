"""Reading the note: the paper in one language, and its files; what is published is public."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from palermo.apps.notes.models import Note
from palermo.domain.papers import Paper
from palermo.domain.snapshots import Snapshot
from palermo.engines import papers

FORMATS = ("docx", "pdf", "html")


def current() -> Note | None:
    """Return the newest note, or None where no snapshot was frozen yet."""
    return Note.objects.select_related("snapshot").first()


def paper(note: Note, language: str) -> Paper:
    """Return the note's paper in one language."""
    return _paper(note.snapshot.value(), language, note.symbol, _day(note))


def file_path(note: Note, language: str, form: str) -> Path:
    """Return where the note's file in that language and format is or will be kept."""
    edition = note.symbol.replace("/", "_") or "draft"
    folder = Path(settings.MEDIA_ROOT) / "notes" / f"{note.snapshot.digest[:16]}-{edition}"
    return folder / f"note.{language}.{form}"


def file_bytes(note: Note, language: str, form: str) -> bytes:
    """Return the file, from where the worker left it or made now; both are the same bytes."""
    kept = file_path(note, language, form)
    if kept.exists():
        return kept.read_bytes()
    return made(note, language, form)


def made(note: Note, language: str, form: str) -> bytes:
    """Return the file made anew from the frozen snapshot."""
    snapshot = note.snapshot.value()
    return papers.write(_paper(snapshot, language, note.symbol, _day(note)), form, snapshot)


def _day(note: Note) -> str:
    return note.issued.isoformat() if note.issued else ""


@lru_cache(maxsize=24)
def _paper(snapshot: Snapshot, language: str, symbol: str, day: str) -> Paper:
    return papers.compose_note(snapshot, language, symbol=symbol, issued=day)
