"""Template tags of the house: names of States, numbers, addresses of queries."""
