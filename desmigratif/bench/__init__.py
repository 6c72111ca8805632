"""Measures the portal on large demo worlds: `make bench`. Only loopback, only invented families."""
