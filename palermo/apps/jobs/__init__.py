"""Jobs: work to be done after the answer, by the worker, with visible progress.

Not here: what a job does: that is another room's action.
May import: `queries` and `actions` of `journal`.
"""
