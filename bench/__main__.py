"""`python -m bench [MATTER...]`: run the benches named, or all of them."""

import sys
from importlib import import_module

MATTERS = ("overview", "note", "site")


def main(named: list[str]) -> int:
    """Run the benches and return the number of those that missed their target or failed."""
    unknown = [name for name in named if name not in MATTERS]
    if unknown:
        print(f"unknown bench {unknown[0]}: one of {', '.join(MATTERS)}", file=sys.stderr)
        return 2
    return sum(import_module(f"bench.{name}").main() for name in named or MATTERS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
