"""The one counting layer: what each number of the portal means, and the records behind it."""
