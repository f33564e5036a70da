"""Every page of the site, by the name of its address; a test compares with the site itself."""

from typing import Final

#: Name of the address -> pages below `/<language>/` that show it, the plainest first.
PAGES: Final[dict[str, tuple[str, ...]]] = {
    "home": ("",),
    "states": ("states/", "states/?q=Nigr", "states/?q=GTM"),
    "state": ("states/GTM/", "states/LKA/", "states/EU/"),
    "instruments": ("instruments/",),
    "instrument": ("instruments/untoc/", "instruments/tip/?show=signatory"),
    "article": ("instruments/untoc/18/", "instruments/som/1/"),
    "analysis:overview": ("overview/", "overview/?why=category:legal"),
    "needs:list": ("needs/", "needs/?basis=need&instrument=TIP", "needs/?state=XXX"),
    "responses:list": ("replies/",),
    "notes:draft": ("notes/",),
    "accounts:sign-in": ("accounts/sign-in/",),
}
#: Addresses that answer with no page: files, redirects, and what a machine asks.
NO_PAGES: Final = frozenset({"front-door", "live", "ready", "accounts:sign-out"})
EVERY: Final = tuple(page for pages in PAGES.values() for page in pages)
NOTHING: Final = "nothing-here/"
LANGUAGES: Final = ("en", "ar", "zh")
