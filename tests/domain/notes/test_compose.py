"""Nothing is left out, nothing is told twice, and every number is what its query counts."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palermo import __version__
from palermo.domain.languages import LANGUAGES
from palermo.domain.measures import Query
from palermo.domain.needs import BASES, Source, Statement
from palermo.domain.notes.annex import annexes
from palermo.domain.papers import (
    Bar,
    Chart,
    Grid,
    Heading,
    Notice,
    Paper,
    Paragraph,
    canonical,
    digest,
    plain,
)
from palermo.domain.phrases import problems
from palermo.domain.snapshots import Snapshot
from palermo.domain.wording import SHARE_WORDS, grouped, spelled
from palermo.engines.knowledge_notes import load_reference
from palermo.engines.phrases import load_phrases
from palermo.engines.records import load_record
from tests.domain.notes.sheets import composed, inlines, lists, note_2009, numbers, texts, under

REFERENCE = load_reference()
REGIONS = REFERENCE.register.regions
RECORD = load_record("2009-2")
STATES = ("BOL", "CHN", "COM", "EU", "GRD", "IDN", "PHL", "TZA", "VAT", "YEM")
TOPICS = sorted({told.topic for told in RECORD.statements} | {"a topic without a phrase"})


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    code = draw(st.sampled_from(sorted(REFERENCE.taxonomy.subcategories)))
    only_for = REFERENCE.taxonomy.subcategories[code].only_for
    return Statement(
        state=draw(st.sampled_from(STATES)),
        instrument=only_for or draw(st.sampled_from(("UNTOC", "TIP", "SOM", "FIREARMS"))),
        code=code,
        basis=draw(st.sampled_from(BASES)),
        words="",
        language="en",
        source=Source(draw(st.sampled_from(("CTOC/COP/WG.2/2009/2", "A"))), "1"),
        topic=draw(st.sampled_from(TOPICS)),
    )


many = st.lists(statements(), max_size=25).map(lambda told: replace(RECORD, statements=tuple(told)))
relaxed = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check_lists(paper: Paper, snapshot: Snapshot) -> None:
    """Each statement stands in exactly one list, and each list names exactly its States."""
    found = [one for one in lists(paper) if not one.query.listing]
    for told in snapshot.statements:
        holding = [one for one in found if one.query.matches(told, REGIONS)]
        assert len(holding) == 1
    for one in found:
        matched = [s for s in snapshot.statements if one.query.matches(s, REGIONS)]
        assert set(one.states) == {told.state for told in matched}
        assert len(one.states) == len(set(one.states))


@relaxed
@given(many, st.sampled_from(LANGUAGES))
def test_every_statement_is_in_exactly_one_list(snapshot: Snapshot, language: str) -> None:
    check_lists(composed(snapshot, language), snapshot)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statement_of_2009_is_in_exactly_one_list(language: str) -> None:
    check_lists(note_2009(language), RECORD)


def counts(query: Query, snapshot: Snapshot) -> set[int]:
    """Return what a number with that query may count: requests, States or statements."""
    if query.listing:
        return {len(snapshot.listed(query.listing))}
    told = [one for one in snapshot.statements if query.matches(one, REGIONS)]
    requests = {(one.state, one.instrument, one.code) for one in told}
    return {len(requests), len({one.state for one in told}), len(told)}


@relaxed
@given(many, st.sampled_from(("en", "zh", "fr", "es")))
def test_every_number_is_what_its_query_counts(snapshot: Snapshot, language: str) -> None:
    for number in numbers(composed(snapshot, language)):
        allowed = counts(number.query, snapshot)
        printed = {grouped(n, language) for n in allowed}
        for gender in ("masculine", "feminine", "neuter"):
            printed |= {spelled(n, language, gender) for n in allowed}
        numeral = number.words.replace("个", " ").replace("项", " ").split()[0].lower()
        assert numeral in printed, number


@relaxed
@given(many)
def test_every_bar_is_what_its_query_counts(snapshot: Snapshot) -> None:
    charts = [block for block in composed(snapshot, "en").blocks if isinstance(block, Chart)]
    needs = {(t.state, t.instrument, t.code) for t in snapshot.statements if t.basis == "need"}
    for chart in (charts[0], charts[2]):
        assert sum(bar.value for bar in chart.bars) == len(needs)
    for bar in (bar for chart in charts for bar in chart.bars):
        assert bar.value == _requests(bar, snapshot)


def _requests(bar: Bar, snapshot: Snapshot) -> int:
    told = [one for one in snapshot.statements if bar.query.matches(one, REGIONS)]
    return len({(one.state, one.instrument, one.code) for one in told})


@relaxed
@given(many, st.sampled_from(LANGUAGES))
def test_no_place_stays_empty(snapshot: Snapshot, language: str) -> None:
    for text in texts(composed(snapshot, language)):
        assert "{" not in text
        assert "  " not in text
        assert " ." not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_paragraphs_and_footnotes_are_numbered_without_gaps(language: str) -> None:
    paper = note_2009(language)
    paragraphs = [b.number for b in paper.blocks if isinstance(b, Paragraph)]
    assert paragraphs == list(range(1, len(paragraphs) + 1))
    marks = [part.number for part in inlines(paper.blocks) if hasattr(part, "number")]
    assert list(dict.fromkeys(marks)) == list(range(1, len(paper.footnotes) + 1))
    anchors = [b.anchor for b in paper.blocks if isinstance(b, Heading)]
    assert len(anchors) == len(set(anchors))
    assert paper.words > 2000


def test_the_six_notes_have_one_shape() -> None:
    shapes = {
        language: [(type(b).__name__, getattr(b, "anchor", "")) for b in note_2009(language).blocks]
        for language in LANGUAGES
    }
    assert all(shape == shapes["en"] for shape in shapes.values())
    queries = {language: set(note_2009(language).queries()) for language in LANGUAGES}
    assert all(asked == queries["en"] for asked in queries.values())


def test_a_draft_bears_no_symbol_until_the_secretariat_issues_it() -> None:
    draft = note_2009("en")
    assert (draft.draft, draft.subtitle, draft.cover.symbol) == ("DRAFT", "Draft note", "")
    issued = composed(RECORD, "en", symbol="CTOC/COP/WG.2/2026/9", issued="2026-05-04")
    assert (issued.draft, issued.subtitle) == ("", "Note by the Secretariat")
    assert issued.cover.symbol == "CTOC/COP/WG.2/2026/9"
    assert (issued.cover.date, issued.dated) == ("4 May 2026", "2026-05-04")


def test_the_same_snapshot_gives_the_same_tree() -> None:
    assert digest(composed(RECORD, "ar")) == digest(note_2009("ar"))


def test_the_tree_names_no_release_and_no_day_of_making() -> None:
    tree = canonical(note_2009("en"))
    assert __version__ not in tree
    dates = set(re.findall(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", tree))
    assert dates == {RECORD.as_of}


def test_phrases_are_the_same_in_six_languages() -> None:
    texts_by_language: Mapping[str, Mapping[str, object]] = {
        language: load_phrases("note", language).texts for language in LANGUAGES
    }
    assert problems(texts_by_language) == []  # type: ignore[arg-type]


def test_every_share_word_and_every_code_has_a_phrase() -> None:
    for language in LANGUAGES:
        phrases = load_phrases("note", language)
        assert all(f"share.{word}" in phrases for word in SHARE_WORDS)
        for code in REFERENCE.taxonomy.subcategories:
            assert f"need.{code}.general" in phrases


def test_french_sets_a_fixed_space_before_high_punctuation() -> None:
    for text in texts(note_2009("fr")):
        for mark in ":;»%":
            assert f" {mark}" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_opens_every_number(language: str) -> None:
    paper = note_2009(language)
    opened = {annex.query: annex for annex in annexes(paper, RECORD, REFERENCE)}
    for number in numbers(paper):
        told = [one for one in RECORD.statements if number.query.matches(one, REGIONS)]
        behind = told or RECORD.listed(number.query.listing)
        assert len(opened[number.query].items) == len(behind)
        assert opened[number.query].title


def test_a_snapshot_of_several_documents_is_not_said_to_be_one() -> None:
    other = replace(RECORD.statements[0], source=Source("A", "1"))
    paper = composed(replace(RECORD, statements=(*RECORD.statements, other)), "en")
    notice = paper.blocks[0]
    assert isinstance(notice, Notice)
    assert "182 statements supplied for it" in plain(notice.content)
    assert "CTOC" not in plain(notice.content)
    found = numbers(paper)  # what one document says of a State it lists as silent stays its own
    assert all(not number.query.sources for number in found if not number.query.state)


REPORTING = next(told for told in RECORD.statements if told.code.startswith("reporting/"))


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_heading_stands_alone_where_all_is_told_under_reporting(
    basis: str, language: str
) -> None:
    told = (replace(REPORTING, basis=basis),)
    paper = composed(replace(RECORD, statements=told), language)
    assert len(under(paper, "needs-untoc")) == 1
    check_lists(paper, replace(RECORD, statements=told))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_without_requests_names_no_table_that_is_not_there(language: str) -> None:
    views = tuple(told for told in RECORD.statements if told.basis == "view")
    paper = composed(replace(RECORD, statements=views), language)
    assert "table-3" not in [block.anchor for block in paper.blocks if isinstance(block, Grid)]
    table = load_phrases("note", language).text("conclusions.apart_table")
    assert all(table not in text for text in texts(paper))
    assert any(table in text for text in texts(note_2009(language)))


def test_a_number_of_statements_is_that_of_the_document_that_contradicts_itself() -> None:
    """Who is listed as silent by one document may be quoted by another."""
    grenada = next(told for told in RECORD.statements if told.state == "GRD")
    other = replace(grenada, source=Source("CTOC/COP/WG.2/2007/2", "1"), words="elsewhere")
    snapshot = replace(RECORD, statements=(*RECORD.statements, other))
    told = [n for n in numbers(composed(snapshot, "en")) if n.query.state == "GRD"]
    assert [one.words for one in told] == ["one statement"]
    assert [n for n in snapshot.statements if told[0].query.matches(n, REGIONS)] == [grenada]
