"""Analysis: the overview of needs and the frozen snapshots that figures rest on.

Not here: documents.
May import: `queries` and `actions` of `needs` and below.
"""
