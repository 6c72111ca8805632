"""Writes of the information post."""

from infopost.actions.agencies import bring_list, use_list, withdraw_list
from infopost.actions.facts import Loaded, add_fact, change_fact, load_facts
from infopost.actions.posts import change_post, open_post
from infopost.actions.signs import change_sign

__all__ = [
    "Loaded",
    "add_fact",
    "bring_list",
    "change_fact",
    "change_post",
    "change_sign",
    "load_facts",
    "open_post",
    "use_list",
    "withdraw_list",
]
