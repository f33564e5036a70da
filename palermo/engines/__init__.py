"""Means: one file or folder per outside tool, the only place that tool is imported.

Not here: Django, rules of the field. May import: `palermo.domain` and the tool itself.
"""
