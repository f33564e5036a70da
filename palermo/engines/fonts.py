"""Where the fonts are that documents and figures are set in, and which family each script takes.

The fonts come as Python packages (OFL), so a document looks the same on every machine and its
glyphs can be embedded. Amiri sets Arabic because its text can be copied out of a PDF unharmed.
"""

from functools import cache
from pathlib import Path
from typing import Final

import fontpkg_amiri
import fontpkg_noto_sans
import manimgx_fonts_cjk

LATIN: Final = "Noto Sans"
CHINESE: Final = "Noto Sans CJK SC"
ARABIC: Final = "Amiri"


@cache
def folders() -> tuple[Path, ...]:
    """Return the folders that hold our fonts, and no others."""
    return (
        Path(fontpkg_noto_sans.ROOT) / "files",
        Path(manimgx_fonts_cjk.__file__).parent,
        Path(fontpkg_amiri.ROOT) / "files",
    )


def families(language: str) -> tuple[str, ...]:
    """Return the families to try in turn for a text in that language."""
    return {
        "ar": (ARABIC, LATIN, CHINESE),
        "zh": (CHINESE, LATIN, ARABIC),  # first, so that quotation marks are full width
    }.get(language, (LATIN, CHINESE, ARABIC))


def family(language: str) -> str:
    """Return the one family that covers the script of that language."""
    return families(language)[0]
