"""Meaning: frozen values and pure functions in the words of the field.

Not here: Django, files, the clock, any third-party import. May import: `palermo.domain` only.
"""
