"""Work: the Django rooms, each with its tables, rights, pages and answers.

May import: `palermo.engines`, `palermo.domain`, and `queries` of a lower room.
"""
