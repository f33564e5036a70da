"""Tests of the `palermo` command, one file per noun."""
