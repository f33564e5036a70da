"""Fixtures for every test: the demonstration's settings, compiled texts, the loaded data."""

from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings as palermo

from palermo.engines.messages import compile_all


@pytest.fixture(scope="session", autouse=True)
def compiled_texts() -> None:
    """Compile the interface texts once."""
    compile_all(palermo.LOCALE_PATHS[0])
    palermo.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def plain_files(settings: object, tmp_path: Path) -> None:
    """Serve static files by their plain names and keep made files in a folder of the test."""
    settings.MEDIA_ROOT = tmp_path / "files"  # type: ignore[attr-defined]
    settings.STORAGES = {  # type: ignore[attr-defined]
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def loaded(db: None) -> None:
    """Load the reference data and the records of 2009 into the test's database."""
    import_module("palermo.web.loading").load_all(lambda _words: None)
