"""Responses: who replied, who is silent, and the rates that documents print.

Not here: needs.
May import: `queries` and `actions` of `instruments` and below.
"""
