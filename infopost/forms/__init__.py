"""What is asked of those who keep the information post."""

from infopost.forms.facts import FactForm
from infopost.forms.posts import PostForm
from infopost.forms.signs import SignForm

__all__ = ["FactForm", "PostForm", "SignForm"]
