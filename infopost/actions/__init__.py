"""Writes of the information post."""

from infopost.actions.facts import Loaded, add_fact, change_fact, load_facts

__all__ = ["Loaded", "add_fact", "change_fact", "load_facts"]
