"""Without script the main actions work: find, filter, ask why, change the language, sign in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Opened = Callable[..., Page]


@pytest.fixture(params=[False, True], ids=["without script", "with script"])
def tab(opened: Opened, request: pytest.FixtureRequest) -> Callable[[str], Page]:
    return lambda address: opened(address, java_script_enabled=request.param)


def test_a_state_is_found_by_name(tab: Callable[[str], Page]) -> None:
    page = tab("en/states/")
    page.locator("#q").fill("Swaziland")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody th")).to_contain_text("Eswatini")
    assert "q=Swaziland" in page.url


def test_an_unknown_name_is_answered_with_the_nearest(tab: Callable[[str], Page]) -> None:
    page = tab("en/states/?q=Nigr")
    page.get_by_role("link", name="Niger", exact=True).click()
    expect(page.locator("tbody tr")).to_have_count(1)


def test_states_are_filtered_by_group(tab: Callable[[str], Page]) -> None:
    page = tab("en/states/")
    page.get_by_role("link", name="Eastern European States").first.click()
    expect(page.locator("tbody tr")).to_have_count(23)
    assert "group=eastern-european" in page.url


@pytest.mark.parametrize("address", ["en/states/?group=african", "en/instruments/untoc/"])
def test_a_state_opens_from_a_list(tab: Callable[[str], Page], address: str) -> None:
    page = tab(address)
    page.locator("main a[href='/en/states/GHA/']").first.click()
    expect(page.locator("h1")).to_have_text("Ghana")


def test_a_count_of_parties_opens(tab: Callable[[str], Page]) -> None:
    page = tab("en/instruments/")
    page.get_by_role("link", name="26").first.click()
    expect(page.locator(".tiles a")).to_have_count(26)


def test_the_reader_asks_why(tab: Callable[[str], Page]) -> None:
    page = tab("en/overview/")
    page.locator("main a[href*='why=category']").first.click()
    expect(page.locator("main").get_by_text("Why ").first).to_be_visible()
    assert "why=" in page.url


def test_statements_are_filtered(tab: Callable[[str], Page]) -> None:
    page = tab("en/needs/")
    page.locator(".chips a[href*='instrument=TIP']").first.click()
    expect(page.locator(".chips a[href*='instrument=TIP'][aria-current]").first).to_be_visible()
    assert "instrument=TIP" in page.url


def test_the_language_changes_and_the_page_stays(tab: Callable[[str], Page]) -> None:
    page = tab("en/states/?group=african")
    page.locator(".languages a[hreflang=ar]").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert "/ar/states/?group=african" in page.url


def test_a_refused_sign_in_says_so_beside_the_form(tab: Callable[[str], Page]) -> None:
    page = tab("en/accounts/sign-in/")
    page.get_by_label("Account name").fill("nobody")
    page.get_by_label("Passphrase").fill("nothing")
    page.locator("main").get_by_role("button").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was changed")
    expect(page.get_by_label("Account name")).to_have_value("nobody")
