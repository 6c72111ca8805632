"""Judges a page as a browser would read it."""

import re
from html.parser import HTMLParser

# `on` and letters: what a browser takes for a handler, ours or one that came in with somebody's text.
HANDLER = re.compile(r"on[a-z]+$")
ADDRESSES = {"href", "src", "action", "formaction", "data-url"}


class Page(HTMLParser):
    """The title, the addresses, and whatever a strict content policy forbids or a template left behind."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.title, self.addresses, self.faults = "", [], []
        self._inside = None
        self.feed(text)
        for left in ("{%", "{{", "{#"):
            if left in text:
                self.faults.append(f"unrendered {left}")

    def handle_starttag(self, tag, attrs):
        """Note addresses and look at every attribute."""
        given = dict(attrs)
        self._inside = tag
        if tag == "style" or (tag == "script" and "src" not in given):
            self.faults.append(f"inline <{tag}>")
        for name, value in attrs:
            if HANDLER.match(name) or name == "style" or (value or "").strip().lower().startswith("javascript:"):
                self.faults.append(f"<{tag} {name}>")
            if name in ADDRESSES and value:
                self.addresses.append(value)

    def handle_data(self, data):
        """Keep the title, which stays in the browser's history."""
        if self._inside == "title":
            self.title += data

    def handle_endtag(self, tag):
        """Text after a tag belongs to no title."""
        self._inside = None
