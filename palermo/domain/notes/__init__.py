"""The composition of the Secretariat's note: from a snapshot and phrases to a paper's tree.

Here: one module for each part of the note. Not here: words (`data/phrases`), writers, the database.
May import: `palermo.domain` only.
"""
