"""Statements and the taxonomy: identity, names, which code may be used with which instrument."""

from dataclasses import replace

import pytest

from palermo.domain.needs import Category, Source, Statement, Subcategory, Taxonomy

TOLD = Statement(
    "AAA", "TIP", "legal/drafting", "need", "help", "en", Source("X/1", "9"), topic="t"
)
TAXONOMY = Taxonomy(
    (
        Category(
            "legal",
            True,
            {"en": "Legal assistance"},
            (
                Subcategory("legal/drafting", "legal", "", True, {"en": "Drafting"}),
                Subcategory("legal/marking", "legal", "FIREARMS", True, {"en": "Marking"}),
            ),
            short={"en": "Legal"},
        ),
    ),
    topics={"one": {"en": "One", "zh": "一"}, "two": {"en": "Two", "zh": "二"}},
)


@pytest.mark.parametrize(
    "change",
    [
        {"state": "BBB"},
        {"instrument": "SOM"},
        {"code": "legal/advice"},
        {"basis": "view"},
        {"words": "help!"},
        {"language": "fr"},
        {"source": Source("X/1", "10")},
        {"topic": ""},
    ],
)
def test_who_what_and_where_make_another_statement(change: dict[str, object]) -> None:
    assert replace(TOLD, **change).identity != TOLD.identity  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["remark", "coder", "coded_on"])
def test_who_coded_it_does_not(field: str) -> None:
    assert replace(TOLD, **{field: "x"}).identity == TOLD.identity  # type: ignore[arg-type]
    assert replace(TOLD, fit="near", visibility="state").identity == TOLD.identity


def test_a_code_of_one_protocol_is_refused_elsewhere() -> None:
    assert TAXONOMY.refusal("legal/marking", "FIREARMS") == ""
    assert TAXONOMY.refusal("legal/drafting", "SOM") == ""
    assert "FIREARMS only" in TAXONOMY.refusal("legal/marking", "UNTOC")
    assert TAXONOMY.refusal("legal/nothing", "UNTOC") == "unknown code legal/nothing"


def test_names_of_categories_codes_and_topics() -> None:
    assert TAXONOMY.name("legal", "en") == "Legal assistance"
    assert TAXONOMY.name("legal/drafting", "en") == "Drafting"
    assert TAXONOMY.short("legal", "en") == "Legal"
    assert TAXONOMY.topic("one;two", "en") == "One; Two"
    assert TAXONOMY.topic("one;two", "zh") == "一；二"
    assert TAXONOMY.topic("something_else", "zh") == "something_else"
    assert TAXONOMY.members == {"legal": ("legal/drafting", "legal/marking")}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("CTOC/COP/2008/7, 12", Source("CTOC/COP/2008/7", "12")),
        ("CTOC/COP/WG.2/2009/2, 8(a)", Source("CTOC/COP/WG.2/2009/2", "8(a)")),
        ("CTOC/COP/2008/7", Source("CTOC/COP/2008/7", "")),
    ],
)
def test_a_source_is_read_as_it_is_written(text: str, source: Source) -> None:
    assert Source.parse(text) == source
    assert str(source) == text
