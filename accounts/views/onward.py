"""Where a page leads on to when another page has asked for it: an address of our own, or nowhere."""

from urllib.parse import urlencode
from uuid import UUID

from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

# The address stands in a receipt afterwards, with the key of what was saved.
LONGEST = 120


def own_address(request, wanted: str | None) -> str:
    """The address that was asked for, when it is one of ours; else nothing."""
    # An address of our own begins with a slash; anything else would be looked up as the name of a page.
    if not (wanted or "").startswith("/"):
        return ""
    hosts, is_secure = {request.get_host()}, request.is_secure()
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=hosts, require_https=is_secure) else ""


class LeadsBack:
    """A form to which a page sends somebody who comes back with the key of what was saved, and with nothing else.

    `?kembali=` names the page; a hidden field carries it through everything that a form can go through.
    """

    brings_back = ""
    back_url = ""

    def dispatch(self, request, *args, op: UUID | None = None, **kwargs):
        """The page asked for stays in the address until the form is sent."""
        response = super().dispatch(request, *args, op=op, **kwargs)
        back = self._asked(request.GET)
        return redirect(f"{response.url}?{urlencode({'kembali': back})}") if op is None and back else response

    def remember_way(self, data) -> None:
        """Keep where to go, from the address or from what was sent; `make_form` calls it."""
        self.back_url = self._asked(self.request.GET if data is None else data)

    def leads_to(self, result) -> str:
        """Back, with the key; or where the form leads by itself."""
        return f"{self.back_url}?{self.brings_back}={result.pk}" if self.back_url else super().leads_to(result)

    def extra_context(self, form) -> dict:
        """Where it leads back to."""
        return {**super().extra_context(form), "back_to": self.back_url}

    def _asked(self, answers) -> str:
        wanted = own_address(self.request, answers.get("kembali"))
        return wanted if len(wanted) <= LONGEST and not set("?#&") & set(wanted) else ""
