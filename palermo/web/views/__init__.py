"""Views of the pages that show more than one room: `front`, `states`, `instruments`.

Not here: pages of one room: they are in that room. May import:
`palermo.web`, `palermo.apps` and beneath.
"""
