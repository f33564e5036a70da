"""By keyboard: the first stop skips to the content, every control is reached, focus is seen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import EVERY, NOTHING

Opened = Callable[..., Page]

CONTROLS = """() => [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter(
  one => one.checkVisibility() && !one.disabled).length"""
HERE = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const stops = document.querySelectorAll('[data-stop]').length;
  one.dataset.stop = one.dataset.stop || String(stops + 1);
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  return {
    stop: Number(one.dataset.stop), words: one.outerHTML.slice(0, 120), top: box.top,
    seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def walked(tab: Page, most: int) -> list[dict[str, object]]:
    """Return the stops of the Tab key, once round; a page may begin where an answer was opened."""
    stops: list[dict[str, object]] = []
    ends = 0
    while len(stops) < most and ends < 2:
        tab.keyboard.press("Tab")
        here = tab.evaluate(HERE)
        if here is None:
            ends += 1
        elif here["stop"] <= len(stops):
            break
        else:
            stops.append(here)
    return stops


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("page", [*EVERY, NOTHING])
def test_every_control_is_reached_and_seen(opened: Opened, page: str, language: str) -> None:
    tab = opened(f"{language}/{page}")
    stops = walked(tab, 1000)
    assert len(stops) == tab.evaluate(CONTROLS)
    assert [stop["words"] for stop in stops if not (stop["seen"] and stop["inside"])] == []


@pytest.mark.parametrize("page", [*EVERY, NOTHING])
def test_nothing_jumps_the_queue(opened: Opened, page: str) -> None:
    assert (
        opened(f"en/{page}").locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
    )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_first_stop_skips_to_the_content(opened: Opened, language: str) -> None:
    tab = opened(f"{language}/states/")
    tab.keyboard.press("Tab")
    skip = tab.locator(".skip")
    assert skip.evaluate("one => one === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_heads_of_a_long_table_stay_in_sight(opened: Opened) -> None:
    tab = opened("en/states/")
    tab.evaluate("window.scrollTo(0, 3000)")
    assert 0 <= tab.locator("thead th").first.bounding_box()["y"] < 5


@pytest.mark.parametrize(
    ("page", "chip"),
    [
        ("states/", "group-african"),
        ("instruments/untoc/", "show-signatory"),
        ("needs/", "instrument-TIP"),
        ("overview/", "about-TIP"),
    ],
)
def test_focus_stays_on_a_filter(opened: Opened, page: str, chip: str) -> None:
    tab = opened(f"en/{page}")
    tab.locator(f"#{chip}").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(f"#{chip}")).to_have_attribute("aria-current", "true")
    assert tab.evaluate("document.activeElement.id") == chip
