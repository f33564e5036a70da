"""Fixtures for every test: the demonstration's settings, compiled texts, the loaded data."""

import os
import tempfile
from collections.abc import Iterator

import pytest

os.environ.setdefault("PALERMO_DEMO", "1")
os.environ.setdefault("PALERMO_HOME", tempfile.mkdtemp(prefix="palermo-test-"))


@pytest.fixture(scope="session", autouse=True)
def compiled_texts() -> None:
    """Compile the interface texts once."""
    from django.conf import settings

    from palermo.engines.messages import compile_all

    compile_all(settings.LOCALE_PATHS[0])
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def plain_static_files(settings: object) -> None:
    """Serve static files by their plain names; no test needs a manifest."""
    settings.STORAGES = {  # type: ignore[attr-defined]
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def loaded(db: None) -> Iterator[None]:
    """Load the reference data and the records of 2009 into the test's database."""
    from palermo.web.loading import load_all

    load_all(lambda _words: None)
    yield
