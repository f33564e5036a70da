"""Needs: statements of need, stored with their source, coder and visibility.

Not here: figures made of them.
May import: `queries` and `actions` of `responses` and below.
"""
