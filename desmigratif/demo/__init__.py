"""The demo world: five villages with invented families. Nobody in it lives, and no number in it was ever issued."""
