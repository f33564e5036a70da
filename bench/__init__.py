"""What is measured, one file per matter, each against named peers in one run.

Not here: assertions about speed; the tests hold those that matter. May import: everything.
"""
