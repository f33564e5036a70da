"""Always the same people, in fictional States A (XAA) and B (XBB)."""

from palermo.domain.access import Viewer

FOCAL_POINT_A = Viewer("focal-point-a", frozenset({"focal_point"}), state="XAA")
CONTRIBUTOR_A = Viewer("contributor-a", frozenset({"contributor"}), state="XAA")
FOCAL_POINT_B = Viewer("focal-point-b", frozenset({"focal_point"}), state="XBB")
ANALYST = Viewer("analyst", frozenset({"secretariat_analyst"}))
ADMINISTRATOR = Viewer(
    "administrator", frozenset({"secretariat_administrator"}), until="2099-01-01T00:00:00+00:00"
)
OFFICER_A = Viewer("officer-a", frozenset({"authority_officer"}), state="XAA")
DONOR = Viewer("donor", frozenset({"donor"}))
GUEST = Viewer()

EVERYBODY = (
    FOCAL_POINT_A,
    CONTRIBUTOR_A,
    FOCAL_POINT_B,
    ANALYST,
    ADMINISTRATOR,
    OFFICER_A,
    DONOR,
    GUEST,
)
