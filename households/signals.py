"""What the registry tells whoever listens on the floors above, within the transaction that writes it."""

from django.dispatch import Signal

# A journey that was prepared is under way, or is prepared after all: `trip`, `by`, and whether it `has_left`.
# The post keeps what was missing (infopost.actions.leaving).
departure_noted = Signal()
