"""Tests of the rules: no files, no database."""
