"""The same overview by Palermo, by Polars and by pandas: `figures(path)` in one module each.

Each runs in a process of its own (`python -m bench.contenders.<name> FILE`), so that only its own
imports count. `regions.json` beside the file gives the group of each State to those that know none.
"""
