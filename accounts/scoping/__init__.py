"""Who reaches which rows: one rule, carried through every door."""
