"""Instruments: the Convention and its Protocols, and who takes part in them.

Not here: answers to their questions.
May import: `queries` and `actions` of `accounts` and below.
"""
