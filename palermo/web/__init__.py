"""House: settings, addresses, navigation and the pages that show more than one room.

May import: `palermo.apps` and everything beneath.
"""
