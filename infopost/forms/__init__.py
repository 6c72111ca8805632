"""What is asked of those who keep the information post."""

from infopost.forms.facts import FactForm
from infopost.forms.posts import PostForm

__all__ = ["FactForm", "PostForm"]
