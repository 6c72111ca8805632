"""What the registry tells whoever listens on the floors above, within the transaction that writes it."""

from django.dispatch import Signal

# A journey that was prepared is under way, or is prepared after all: `trip`, `by`, and whether it `has_left`.
# The post keeps what was missing (infopost.actions.leaving).
departure_noted = Signal()

# Asked of a journey that has begun: `country`, `sector`, and the `first` and `last` day on which it may have begun.
# Whoever knows that the country was closed for the work on each of those days answers True (infopost.closings).
closing_asked = Signal()
