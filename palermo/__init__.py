"""Palermo: running the Convention against Transnational Organized Crime and its Protocols.

Here: the four storeys `domain`, `engines`, `apps` and `web | cli`, and the knowledge in `data`.
"""

__version__ = "0.1.0"
