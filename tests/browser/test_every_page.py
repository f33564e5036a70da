"""On every page: no finding of axe, no error, nothing cut off, the right direction."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Browser, Page

from palermo.domain.languages import LANGUAGES as SIX
from palermo.domain.languages import direction
from tests.browser.pages import EVERY, LANGUAGES, NO_PAGES, NOTHING, PAGES

Opened = Callable[..., Page]

AXE = """async () => {
  const found = await axe.run(document, {resultTypes: ['violations']});
  return found.violations.map(one => one.id + ': ' + one.nodes.map(
    node => node.html.slice(0, 160) + ' ' + node.failureSummary.split('\\n')[1]).join(' | '));
}"""
TAKEN_OVER = """() => [...document.querySelectorAll('[hx-boost] a[href], [hx-get]')].map(one => [
  new URL(one.getAttribute('hx-get') || one.getAttribute('href'), location.href).href,
  one.closest('[hx-select]').getAttribute('hx-select')])"""
WRONG_DIRECTION = """() => {
  const of = code => code.startsWith('ar') ? 'rtl' : 'ltr';
  const wrong = one => getComputedStyle(one).direction !== of(one.lang);
  return [...document.querySelectorAll('body [lang]')].filter(wrong).map(
    one => one.outerHTML.slice(0, 160));
}"""


def names(patterns: list[URLPattern | URLResolver], within: str = "") -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver):
            namespace = f"{one.namespace}:" if one.namespace else ""
            yield from names(one.url_patterns, within + namespace)
        else:
            yield f"{within}{one.name}"


def findings(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: list[str] = page.evaluate(AXE)
    return found


def test_every_address_is_listed() -> None:
    known = set(names(get_resolver().url_patterns))
    files = {
        name
        for name in known
        if name.rpartition(":")[2] in {"export", "file", "csv", "svg", "data", "figure", "issue"}
    }
    assert known - files - NO_PAGES == set(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [*EVERY, NOTHING])
def test_axe_finds_nothing(opened: Opened, axe: str, page: str, language: str) -> None:
    assert findings(opened(f"{language}/{page}"), axe) == []


@pytest.mark.parametrize("page", [*EVERY, NOTHING])
def test_axe_finds_nothing_in_the_dark(opened: Opened, axe: str, page: str) -> None:
    assert findings(opened(f"en/{page}", color_scheme="dark"), axe) == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("page", [*EVERY, NOTHING])
def test_axe_finds_nothing_on_a_telephone(
    opened: Opened, axe: str, page: str, language: str
) -> None:
    assert findings(opened(f"{language}/{page}", width=390), axe) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", EVERY)
def test_the_console_is_silent(browser: Browser, site: str, page: str, language: str) -> None:
    told: list[str] = []
    context = browser.new_context()
    tab = context.new_page()
    tab.on("console", lambda message: told.append(message.text))
    tab.on("pageerror", lambda error: told.append(str(error)))
    tab.on("requestfailed", lambda request: told.append(request.url))
    answer = tab.goto(f"{site}/{language}/{page}", wait_until="networkidle")
    context.close()
    expected = [] if answer and answer.ok else [words for words in told if "status of 4" in words]
    assert told == expected


@pytest.mark.parametrize("language", SIX)
@pytest.mark.parametrize("page", [*EVERY, NOTHING])
def test_nothing_is_cut_off(opened: Opened, page: str, language: str) -> None:
    tab = opened(f"{language}/{page}")
    over = {}
    for width in (1280, 1024, 961, 720, 390, 320):  # 320 is 1280 at 400 %
        tab.set_viewport_size({"width": width, "height": 900})
        over[width] = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over == dict.fromkeys(over, 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [*EVERY, NOTHING])
def test_words_run_in_their_own_direction(opened: Opened, page: str, language: str) -> None:
    tab = opened(f"{language}/{page}")
    html = tab.locator("html")
    assert html.get_attribute("lang") == language
    assert html.get_attribute("dir") == direction(language)
    assert tab.evaluate(WRONG_DIRECTION) == []


@pytest.mark.parametrize("page", [*EVERY, NOTHING])
def test_one_heading_tops_the_page(opened: Opened, page: str) -> None:
    tab = opened(f"en/{page}")
    levels = [
        int(one[1])
        for one in tab.evaluate(
            "[...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map(one => one.tagName)"
        )
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert tab.title().endswith(" · Palermo")


@pytest.mark.parametrize("page", EVERY)
def test_what_htmx_takes_over_is_there(opened: Opened, page: str) -> None:
    tab = opened(f"en/{page}")
    for address, part in set(map(tuple, tab.evaluate(TAKEN_OVER))):
        assert f'id="{part.removeprefix("#")}"' in tab.request.get(address).text(), address
