"""Notes: the Secretariat's official note, as draft and as issued.

Not here: figures: they come from `analysis`.
May import: `queries` and `actions` of `analysis` and below.
"""
