"""The note on the site: who may issue it, and that page and files are one paper."""

from pathlib import Path

import pytest
from django.test import Client

from palermo.apps.jobs import actions as jobs
from palermo.apps.journal.models import JournalLine
from palermo.apps.notes import actions, queries
from palermo.domain.access import Refused, Viewer
from palermo.domain.languages import LANGUAGES
from palermo.domain.mistakes import Mistake
from palermo.web.loading import load_all
from tests.cast import ADMINISTRATOR, ANALYST, DONOR, FOCAL_POINT_A, GUEST

SYMBOL = "CTOC/COP/WG.2/2026/2"


@pytest.mark.parametrize("person", [GUEST, DONOR, FOCAL_POINT_A])
def test_only_the_secretariat_issues_a_note(loaded: None, person: Viewer) -> None:
    note = queries.current()
    assert note is not None
    with pytest.raises(Refused):
        actions.issue(person, note=note, symbol=SYMBOL)
    assert queries.current().issued is None  # type: ignore[union-attr]


def test_a_guest_cannot_post_a_symbol(loaded: None, client: Client) -> None:
    assert client.post("/en/notes/issue/", {"symbol": SYMBOL}).status_code == 403
    assert SYMBOL not in client.get("/en/notes/").content.decode()


@pytest.mark.parametrize("symbol", ["", "2026", "CTOC COP", "ctoc/cop/1", "CTOC//1", "A/<b>"])
def test_what_is_no_symbol_is_refused(loaded: None, symbol: str) -> None:
    note = queries.current()
    assert note is not None
    with pytest.raises(Mistake):
        actions.issue(ANALYST, note=note, symbol=symbol)


def test_a_draft_says_so_and_bears_no_symbol(loaded: None, client: Client) -> None:
    page = client.get("/en/notes/").content.decode()
    assert "DRAFT" in page
    assert "A draft, not issued by the Secretariat" in page


def test_issuing_puts_the_symbol_on_and_stays(loaded: None, client: Client) -> None:
    note = queries.current()
    assert note is not None
    actions.issue(ADMINISTRATOR, note=note, symbol=SYMBOL)
    assert JournalLine.objects.filter(act="issue_note", subject=SYMBOL).count() == 1
    page = client.get("/en/notes/").content.decode()
    assert SYMBOL in page
    assert "DRAFT" not in page
    with pytest.raises(Mistake, match="issued"):
        actions.issue(ADMINISTRATOR, note=note, symbol="CTOC/COP/WG.2/2026/3")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_every_number(loaded: None, client: Client, language: str) -> None:
    page = client.get(f"/{language}/notes/").content.decode()
    assert f'href="/{language}/needs/?' in page
    assert page.count('class="counted"') > 100


@pytest.mark.django_db(transaction=True)
def test_the_worker_writes_the_files_once(settings: object, client: Client) -> None:

    load_all(lambda _words: None)
    job = jobs.claim()
    assert job is not None
    assert jobs.perform(job)
    note = queries.current()
    assert note is not None
    paths = [queries.file_path(note, lang, form) for lang in LANGUAGES for form in queries.FORMATS]
    assert all(path.exists() for path in paths)
    assert queries.made(note, "zh", "pdf") == queries.file_bytes(note, "zh", "pdf")
    stamp = Path(paths[0]).stat().st_mtime_ns
    actions.write_files({"note": note.pk}, lambda _done, _of: None)
    assert Path(paths[0]).stat().st_mtime_ns == stamp
    answer = client.get("/en/notes/files/note.ar.docx")
    assert answer.status_code == 200
    assert answer.content[:2] == b"PK"


@pytest.mark.parametrize("name", ["note.xx.pdf", "note.en.exe"])
def test_an_unknown_file_is_not_found(loaded: None, client: Client, name: str) -> None:
    assert client.get(f"/en/notes/files/{name}").status_code == 404
