"""The tree of the 2009 note stays as it is, release after release; a change here is a decision.

Where a phrase or a name is corrected, the digest changes with it: write the new one and say so in
the changelog.
"""

import json
from pathlib import Path

import pytest

from palermo.domain.languages import LANGUAGES
from palermo.domain.papers import digest
from tests.domain.notes.sheets import note_2009

DIGESTS = json.loads(
    (Path(__file__).resolve().parents[2] / "golden" / "note_2009_digests.json").read_text()
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tree_has_the_digest_it_had(language: str) -> None:
    assert digest(note_2009(language)) == DIGESTS[language]
