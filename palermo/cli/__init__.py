"""The `palermo` command, one file per noun.

A noun that needs no database loads no Django. May import: everything beneath.
"""
