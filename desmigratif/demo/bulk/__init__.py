"""Large demo worlds, to measure with: the same kinds of families as the small one, written past the actions."""
