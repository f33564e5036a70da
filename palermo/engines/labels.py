"""Short lines of a paper or figure: how wide they are, where they break, what they say."""

import re
from typing import Final

from palermo.domain.papers import Grid, Paper, plain
from palermo.domain.wording import grouped

NARROW: Final = frozenset("iljtfrI.,;:'’|!()[]/- ")
WIDE: Final = frozenset("mwMWЖШЩЮжшщюмфы%")
NOT_FIRST: Final = frozenset("，。、；：！？）》」』】／/,.;:)”’")
NOT_LAST: Final = frozenset("（《「『【“‘(")
_COLON: Final = {"zh": "：", "fr": "\u00a0: "}
_PADDING: Final = 1.6
_ROOM: Final = {"ar": 34.0, "zh": 46.0}  # letters (em) across a page, in the size of a table
_WORDS: Final = re.compile(r"[^ /-]*[/-]|[^ /-]+ ?| ")


def width(words: str, language: str) -> float:
    """Return about how wide the words are set, in widths of a square letter (em)."""
    return sum(_letter(letter, language) for letter in words)


def is_latin(words: str) -> bool:
    """Say whether all letters are Latin, as in "Distr.: General" above a paper in Arabic."""
    return not any(letter.isalpha() and letter > "\u024f" for letter in words)


def _letter(letter: str, language: str) -> float:
    if letter >= "⺀":
        return 1.0
    if letter in NARROW:
        return 0.34
    if language == "ar":
        return 0.42
    if letter in WIDE:
        return 0.84
    return 0.66 if letter.isupper() else 0.57


def wrapped(words: str, language: str, room: float) -> tuple[str, ...]:
    """Return the words in the fewest lines of at most `room` em, the lines about equally long.

    Chinese breaks between any two characters but those that punctuation binds together; the other
    languages break after a space, a slash or a hyphen. Nothing is cut off; a longer word gets its
    own line.
    """
    pieces = _pieces(words, language)
    lines = _filled(pieces, language, room)
    low, high = room / 2, room
    while high - low > 0.5 and len(lines) > 1:
        middle = (low + high) / 2
        closer = _filled(pieces, language, middle)
        low, high = (low, middle) if len(closer) == len(lines) else (middle, high)
    return _filled(pieces, language, high) if len(lines) > 1 else lines


def _pieces(words: str, language: str) -> list[str]:
    if language != "zh":
        return _WORDS.findall(words)
    pieces: list[str] = []
    for letter in words:
        bound = pieces and (
            letter in NOT_FIRST
            or pieces[-1][-1] in NOT_LAST
            or (letter < "⺀" and pieces[-1][-1] < "⺀" and not pieces[-1].endswith(" "))
        )
        if bound:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _filled(pieces: list[str], language: str, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    for piece in pieces:
        if lines and width((lines[-1] + piece).rstrip(), language) <= room:
            lines[-1] += piece
        else:
            lines.append(piece)
    return tuple(line.strip() for line in lines if line.strip()) or ("",)


def span(first: int, last: int) -> str:
    """Return the paragraphs under a heading as the contents print them: "", "4" or "4–7"."""
    if not first:
        return ""
    return str(first) if first == last else f"{first}–{last}"


def words_line(paper: Paper) -> str:
    """Return the line that states the word count, or "" where none was counted."""
    if not paper.words:
        return ""
    colon = _COLON.get(paper.language, ": ")
    return f"{paper.words_label}{colon}{grouped(paper.words, paper.language)}"


def column_widths(grid: Grid, language: str) -> list[int]:
    """Return the relative widths of the columns: no word broken, and no more lines than needed."""
    longest_word = [_least(words, language) for words in grid.head]
    longest_line = list(longest_word)
    for row in grid.rows:
        place = 0
        for cell in row:
            if cell.span == 1 and place < len(grid.head):
                words = plain(cell.content)
                line = max(width(part, language) for part in words.split("\n")) + _PADDING
                longest_line[place] = max(longest_line[place], line)
                longest_word[place] = max(longest_word[place], _least(words, language))
            place += cell.span
    room = _ROOM.get(language, 48.0) - sum(longest_word)
    wanted = [line - word for line, word in zip(longest_line, longest_word, strict=True)]
    share = max(room, 0.0) / max(sum(wanted), 1.0)
    widths = [word + wish * share for word, wish in zip(longest_word, wanted, strict=True)]
    return [max(round(10 * one), 1) for one in widths]


def _least(words: str, language: str) -> float:
    """Return the width below which a column would break a word, or Chinese, before four letters."""
    pieces = _pieces(words, language)
    longest = max((width(piece.strip(), language) for piece in pieces), default=0.0)
    if language == "zh":
        longest = max(longest, min(width(words, language), 4.0))
    return 1.12 * longest + _PADDING
