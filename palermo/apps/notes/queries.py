"""Reading the note: the paper in one language, and its files; what is published is public."""

from pathlib import Path

from django.conf import settings

from palermo import __version__
from palermo.apps.notes.models import Note
from palermo.domain.papers import Paper, digest
from palermo.engines import papers

FORMATS = ("docx", "pdf", "html")


def current() -> Note | None:
    """Return the newest note, or None where no snapshot was frozen yet."""
    return Note.objects.select_related("snapshot").first()


def paper(note: Note, language: str) -> Paper:
    """Return the note's paper in one language."""
    day = note.issued.isoformat() if note.issued else ""
    return papers.compose_note(note.snapshot.value(), language, symbol=note.symbol, issued=day)


def file_path(note: Note, language: str, form: str) -> Path:
    """Return where the note's file is or will be kept: by release and by what the paper says."""
    edition = f"{__version__}-{digest(paper(note, language))[:16]}"
    return Path(settings.MEDIA_ROOT) / "notes" / edition / f"note.{language}.{form}"


def file_bytes(note: Note, language: str, form: str) -> bytes:
    """Return the file, from where the worker left it or made now; both are the same bytes."""
    kept = file_path(note, language, form)
    if kept.exists():
        return kept.read_bytes()
    return made(note, language, form)


def made(note: Note, language: str, form: str) -> bytes:
    """Return the file made anew from the frozen snapshot."""
    return papers.write(paper(note, language), form, note.snapshot.value())
