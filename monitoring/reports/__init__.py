"""Reports: each is one frozen tray of numbers, from which screen, PDF and command serve."""
