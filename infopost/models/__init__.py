"""What the information post tells."""

from infopost.models.facts import Fact

__all__ = ["Fact"]
