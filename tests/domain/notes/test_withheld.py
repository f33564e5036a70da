"""What a State withholds is counted in the note; the State is not named by it."""

from dataclasses import replace

import pytest

from palermo.domain.languages import LANGUAGES
from palermo.domain.notes.compose import compose
from palermo.domain.papers import Paragraph, StateList, plain
from palermo.domain.snapshots import Snapshot
from palermo.engines.knowledge_notes import load_edition, load_reference
from palermo.engines.phrases import load_phrases
from palermo.engines.records import load_record

CODE = "legal/drafting_amendment"


def withholding(*states: str) -> Snapshot:
    record = load_record("2009-2")
    return replace(
        record,
        listings=(),
        statements=tuple(
            replace(told, visibility="secretariat", words="") if told.state in states else told
            for told in record.statements
        ),
    )


def lists(snapshot: Snapshot, language: str) -> list[StateList]:
    paper = compose(snapshot, load_reference(), load_phrases("note", language), load_edition())
    return [
        part
        for block in paper.blocks
        if isinstance(block, Paragraph)
        for part in block.content
        if isinstance(part, StateList)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_withholding_state_is_named_anywhere(language: str) -> None:
    hidden = ("JAM", "ZAF")
    snapshot = withholding(*hidden)
    paper = compose(snapshot, load_reference(), load_phrases("note", language), load_edition())
    register = load_reference().register
    words = " ".join(plain(b.content) for b in paper.blocks if isinstance(b, Paragraph))
    for state in hidden:
        assert all(state not in one.states for one in lists(snapshot, language))
        assert register.name(state, language) not in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_are_counted_at_the_end_of_the_list(language: str) -> None:
    full = next(one for one in lists(load_record("2009-2"), language) if "ZAF" in one.states)
    cut = next(one for one in lists(withholding("ZAF"), language) if one.query == full.query)
    assert set(cut.states) == set(full.states) - {"ZAF"}
    told = load_phrases("note", language)
    assert told.text("counted.withheld.phrase", 1, n="§").replace("§", "") not in ("", cut.words)
    assert len(cut.words) > 0


def test_the_english_words() -> None:
    one = next(
        found
        for found in lists(withholding("JAM", "ZAF"), "en")
        if found.query.instrument == "SOM" and found.query.code == CODE
    )
    assert one.words == (
        "Cameroon, Guatemala, Zimbabwe and two States that do not wish to be named"
    )
