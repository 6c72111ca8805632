"""Reads a page's form as a browser holds it, so that it can be sent as it stands or with something changed."""

from html.parser import HTMLParser


class _Fields(HTMLParser):
    """Fields of the forms that are posted, by the form's address."""

    def __init__(self):
        super().__init__()
        self.forms, self.form, self.area, self.select = {}, None, None, None

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag == "form":
            self.form = self.forms.setdefault(named.get("action", ""), {}) if named.get("method") == "post" else None
        if self.form is None:
            return
        name = named.get("name")
        if tag == "input" and name and named.get("type") not in ("submit", "button", "file"):
            if named.get("type") not in ("checkbox", "radio") or "checked" in named:
                self.form[name] = named.get("value") or ("on" if named.get("type") == "checkbox" else "")
        elif tag == "textarea" and name:
            self.area = name
            self.form[name] = ""
        elif tag == "select" and name:
            self.select = name
            self.form.setdefault(name, "")
        elif tag == "option" and self.select and "selected" in named:
            self.form[self.select] = named.get("value") or ""

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "form":
            self.form = None

    def handle_data(self, data):
        if self.area and self.form is not None:
            self.form[self.area] += data.strip("\n")


def posted(page: str, address: str) -> dict[str, str]:
    """What the form of the page that is sent to `address` would send; one that names no address is sent to its page."""
    reader = _Fields()
    reader.feed(page)
    return dict(reader.forms.get(address) or reader.forms[""])
