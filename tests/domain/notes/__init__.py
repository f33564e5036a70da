"""Tests of the note's composition: shipped knowledge, no database."""
