"""States: the pages of the register of States and other participants.

Not here: the register itself: that is knowledge in `data/states`.
May import: `queries` and `actions` of `jobs`, `journal`.
"""
