"""What stands on the letters that a village gives, and how they are drawn."""
