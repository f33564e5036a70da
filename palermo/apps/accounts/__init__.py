"""Accounts: who signs in, with which role, for which State.

Not here: what a role may do: that is `domain/access`.
May import: `queries` and `actions` of `states` and below.
"""
