"""Who may do what: one frozen viewer and one readable table of roles by acts.

Every `queries` function takes a `viewer` first, every `actions` function an `actor` first; both are
a `Viewer`. What is not in the table is refused.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Viewer:
    """Somebody at the door: `id` is text for the journal, `state` ISO 3166-1 alpha-3 or "".

    `until` is an ISO moment when time-limited full rights end, "" for nobody who has them.
    """

    id: str = "guest"
    roles: frozenset[str] = frozenset()
    state: str = ""
    clearance: str = ""
    until: str = ""

    def may(self, act: str) -> bool:
        """Say whether a role of the viewer allows the act; what is not in the table is refused."""
        return bool(self.roles & ACTS.get(act, frozenset()))


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a failure of the program
    """The act is not among what the actor's roles allow; nothing was done."""

    def __init__(self, actor: Viewer, act: str) -> None:
        super().__init__(f"{actor.id} may not {act.replace('_', ' ')}")
        self.act = act


GUEST: Final = Viewer()
SYSTEM: Final = Viewer(id="system", roles=frozenset({"system"}))

ROLES: Final = (
    "secretariat_administrator",
    "secretariat_analyst",
    "focal_point",
    "contributor",
    "observer",
    "authority_officer",
    "donor",
    "system",
)

ACTS: Final[dict[str, frozenset[str]]] = {
    "see_secretariat_statements": frozenset(
        {"secretariat_administrator", "secretariat_analyst", "system"}
    ),
    "import_statements": frozenset({"secretariat_administrator", "secretariat_analyst", "system"}),
    "set_visibility": frozenset({"focal_point"}),
    "freeze_snapshot": frozenset({"secretariat_administrator", "secretariat_analyst", "system"}),
    "issue_note": frozenset({"secretariat_administrator", "secretariat_analyst"}),
    "load_reference_data": frozenset({"secretariat_administrator", "system"}),
    "write_note_files": frozenset({"secretariat_administrator", "secretariat_analyst", "system"}),
}


def require(actor: Viewer, act: str) -> None:
    """Return where the actor may do the act; raise Refused where not."""
    if not actor.may(act):
        raise Refused(actor, act)


def may_read(viewer: Viewer, state: str, visibility: str) -> bool:
    """Say whether a viewer may read a fact of a State with that visibility.

    `public` is for everybody, `secretariat` for the State's own people and the Secretariat,
    `state` for the State's own people only. An unknown visibility is read by nobody.
    """
    if visibility == "public":
        return True
    own = bool(state) and viewer.state == state
    if visibility == "secretariat":
        return own or viewer.may("see_secretariat_statements")
    return visibility == "state" and own
