"""A server with the data of 2009 and the static files as they are served, and a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import override_settings
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from palermo.web.loading import load_all

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Playwright's synchronous interface runs a loop; Django would refuse the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies here as needing a browser, and skip it, saying why, where there is none."""
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    reason = f"needs Chromium (Debian: apt-get install chromium), not at {CHROMIUM}"
    for item in here:
        item.add_marker(pytest.mark.browser)
        item.add_marker(pytest.mark.django_db)  # without a marked test there is no test database
        if not shutil.which(CHROMIUM):
            item.add_marker(pytest.mark.skip(reason=reason))


MEASURED = pytest.StashKey[list[str]]()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print what was measured."""
    for line in config.stash.get(MEASURED, []):
        terminalreporter.write_line(line)


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> list[str]:
    """Return the lines of figures that are printed when all is done."""
    return request.config.stash.setdefault(MEASURED, [])


@pytest.fixture(autouse=True)
def plain_static_files() -> None:
    """Leave static files as the production server has them."""


@pytest.fixture(scope="package")
def site(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Yield the address of a server with the data of 2009, compressed static files and all."""
    with ExitStack() as stack:
        stack.enter_context(django_db_blocker.unblock())
        connection = connections["default"]
        assert connection.is_in_memory_db(), "these tests would empty a real database"
        stack.enter_context(
            override_settings(
                STORAGES=STORAGES,
                STATIC_ROOT=tmp_path_factory.mktemp("static"),
                ALLOWED_HOSTS=["localhost"],
            )
        )
        call_command("collectstatic", interactive=False, verbosity=0)
        load_all(lambda _words: None)
        stack.callback(call_command, "flush", interactive=False, verbosity=0)
        # The middleware serves the static files, as in production: no handler of the tests' own.
        server = LiveServerThread(
            "localhost", lambda app: app, connections_override={"default": connection}
        )
        server.daemon = True
        connection.inc_thread_sharing()
        server.start()
        server.is_ready.wait()
        stack.callback(connection.dec_thread_sharing)
        stack.callback(server.terminate)
        yield f"http://localhost:{server.port}"


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Yield Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page of the site: `opened("en/", width=390, ...)`."""
    contexts: list[BrowserContext] = []

    def open_page(address: str, width: int = 1280, height: int = 900, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{site}/{address}")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the source of axe, to be run inside a page; the policy lets no script tag in."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
