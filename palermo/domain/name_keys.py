"""Spellings: when two of them are the same name of a State, and where a name stands in order.

A key is what is left of a name when everything that differs by habit is taken away: case, accents,
articles, hyphens and spaces, `St.` for Saint, full or half width. Nothing that tells two States
apart is taken away, and words are never put in another order, except in the inversion of lists
("Iran, Islamic Republic of"), which is read back.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

LONGEST: Final = 200  # characters; the longest formal name has 70, anything longer is not a name

# What may stand around a name without being part of it: spaces, quotation marks, a mark of
# the end; no apostrophe, which ends an inverted French name ("Iran, République islamique d').
AROUND: Final = (
    ' \t\r\n\u00a0\u200b\u200e\u200f\u2060\u202f\u3000\ufeff"«»‹›“”„‟‚「」『』.,;:*。，、；：،؛'
)

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘ʼʹ′´`", "'"))
_LETTERS: Final = str.maketrans(
    {  # letters that Unicode does not take apart, and Arabic and Persian letters that people swap
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe",
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ـ": None,
    }
)  # fmt: skip
_TRADITIONAL: Final = str.maketrans(
    "東義烏買亞會眾衆倫岡幾剛別勞華盧國圖聖堅奧寧賓爾島庫時來歐畢湯濟愛獨瑪約納紐紹給維緬羅聯脫臘蘇萊薩諾贊讚"
    "貝達門韋韓頓顛馬魯鮮麥內撾錫長體茲敘敍蘭",
    "东义乌买亚会众众伦冈几刚别劳华卢国图圣坚奥宁宾尔岛库时来欧毕汤济爱独玛约纳纽绍给维缅罗联脱腊苏莱萨诺赞赞"
    "贝达门韦韩顿颠马鲁鲜麦内挝锡长体兹叙叙兰",
)
_ARABIC_ARTICLE: Final = re.compile(r"\b(و?)ال(?=\w\w)")
_ELISION: Final = re.compile(r"\b[ld]'")
_WORD: Final = re.compile(r"[^\W_]+")
_INVERTED: Final = re.compile(r"(?P<name>[^,(،]+?)\s*[,(،]\s*(?P<before>[^()]+?)\s*\)?")
_GAP: Final = re.compile(r"\s[-–—]\s")  # Arabic lists print the place of the name as a dash

_DROPPED: Final = frozenset(
    ("the", "of", "le", "la", "les", "de", "du", "des", "el", "los", "las", "del")
)
_SAME: Final = {
    "and": "&", "et": "&", "y": "&", "и": "&",
    "st": "saint", "ste": "sainte", "sta": "santa",
    "republic": "rep", "republique": "rep", "republica": "rep",
    "democratic": "dem", "democratique": "dem", "democratica": "dem", "is": "islands",
}  # fmt: skip


def _plain(text: str) -> str:
    """Return the text in small letters without accents, vowel signs and invisible characters.

    Chinese characters that the names of States are written with are made simplified.
    """
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    kept = (letter for letter in apart if unicodedata.category(letter) not in {"Mn", "Cf"})
    return "".join(kept).translate(_LETTERS).translate(_TRADITIONAL)


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """Return the key of a name; equal keys mean equal names, and "" means that nothing is left."""
    text = _ELISION.sub(" ", _plain(name)).replace("&", " and ")
    words = _WORD.findall(_ARABIC_ARTICLE.sub(r"\1", text))
    return "".join(_SAME.get(word, word) for word in words if word not in _DROPPED)


def keys(name: str) -> tuple[str, ...]:
    """Return the key of a name as written and, if it is inverted, the key as read back.

    "Iran (Islamic Republic of)" is read back as "Islamic Republic of Iran". Where a dash marks the
    place of the name, as in Arabic lists, the name takes that place.
    """
    whole = key(name)
    inverted = _INVERTED.fullmatch(unicodedata.normalize("NFKC", name).strip())
    if inverted is None:
        return (whole,) if whole else ()
    before, gap, after = _split(inverted["before"])
    back = key(f"{before} {inverted['name']} {after}" if gap else f"{before} {inverted['name']}")
    return tuple(dict.fromkeys(found for found in (whole, back) if found))


def _split(before: str) -> tuple[str, str, str]:
    parts = _GAP.split(before, maxsplit=1)
    return (parts[0], "-", parts[1]) if len(parts) == 2 else (before, "", "")


def collation(name: str, language: str) -> str:
    """Return what to sort by to get the alphabetical order of a language's UN documents.

    Accents, case and punctuation do not count. Russian keeps й apart from и. Arabic leaves out the
    article, so that الأردن stands among the names in alif, and makes no difference between the
    forms of alif. Chinese documents keep the English order: sort by the English name.
    """
    if language == "ru":
        text = name.casefold().replace("ё", "е")
    elif language == "ar":
        # Taken off before the forms of alif become one: ألبانيا has no article.
        text = _plain(_ARABIC_ARTICLE.sub(r"\1", name))
    else:
        text = _plain(name)
    return " ".join(_WORD.findall(text))


def script(name: str) -> str:
    """Return the script of the first letter: arabic, cyrillic, han, or latin for all others."""
    for letter in name:
        if letter.isalpha():
            word = unicodedata.name(letter, "").partition(" ")[0]
            return {"ARABIC": "arabic", "CYRILLIC": "cyrillic", "CJK": "han"}.get(word, "latin")
    return "latin"
