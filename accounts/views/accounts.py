"""Accounts, for whoever keeps them: finding, making, opening with a code, closing."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import actions
from accounts.forms import AccountForm
from accounts.models import User
from accounts.roles import Role, Verb
from accounts.rules import state_of
from accounts.views.doors import needs
from accounts.views.operations import OperationView
from regions.places import search_key
from toolkit.ids import as_number, new_id
from toolkit.keyset import PAGE_SIZE, page_of

MANAGE = Verb.MANAGE_ACCOUNTS
STATES = {"aktif": True, "nonaktif": False}


@needs(MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def account_list(request):
    """The accounts that the reader keeps. A search is posted, so that no name stands in an address."""
    accounts = _kept(request.user)
    state = request.GET.get("keadaan", "")
    if state in STATES:
        accounts = accounts.filter(is_active=STATES[state])
    words = request.POST.get("cari", "").replace("\x00", "").strip()[:100]
    if words:
        found = list(_matching(accounts, words).order_by("username")[: PAGE_SIZE + 1])
        context = {"rows": _rows(found[:PAGE_SIZE]), "words": words, "more": len(found) > PAGE_SIZE}
    else:
        edges = {name: _edge(request, name) for name in ("sesudah", "sebelum")}
        page = page_of(accounts, order=("username", "pk"), after=edges["sesudah"], before=edges["sebelum"])
        urls = {"previous_url": _page_url(state, "sebelum", page.before)}
        context = {"rows": _rows(page.rows), **urls, "next_url": _page_url(state, "sesudah", page.after)}
    return render(request, "accounts/account_list.html", {**context, "state": state, "states": STATES})


@method_decorator(needs(MANAGE), name="dispatch")
class AccountCreate(OperationView):
    """A new account, made once however often the form is sent."""

    form_key = "account_create"
    template_name = "accounts/account_create.html"
    done_message = "Akun sudah dibuat. Tinggal satu langkah: buat kodenya, cetak, dan serahkan."

    def find(self):
        """There is no record yet."""

    def make_form(self, data=None):
        """Only what its maker may grant."""
        return AccountForm(data, by=self.request.user)

    def address(self, op):
        """Without a record only the operation."""
        return reverse("accounts:account_create", args=[op])

    def carry_out(self, form, *, version):
        """Make the account, without a code."""
        filled = form.cleaned_data
        return actions.create_account(
            by=self.request.user,
            username=filled["username"],
            full_name=filled["full_name"],
            role=filled["role"],
            region=form.granted_region,
        )

    def saved_by(self, receipt):
        """The account that this form has made already; a form of another kind made none."""
        if receipt.form != self.form_key:
            raise Http404
        return get_object_or_404(_kept(self.request.user), **resolve(receipt.result_url).kwargs)

    def show_comparison(self, form, saved):
        """What was made first beside what came second, which would become another account."""
        form.is_valid()
        self.op = new_id()
        return self.show(form, version=0, compared=self.compare(form, saved), saved=saved)

    def compare(self, form, saved):
        """Name, username, role and region of both."""
        typed = form.cleaned_data
        role = typed.get("role")
        pairs = [
            ("Nama lengkap", saved.full_name, typed.get("full_name", "")),
            ("Nama pengguna", saved.username, form.data.get("username", "")),
            ("Peran", saved.get_role_display(), Role(role).label if role else ""),
            ("Wilayah kerja", _place(saved.region), _place(form.granted_region)),
        ]
        return [{"label": name, "saved": old, "yours": new, "differs": old != new} for name, old, new in pairs]


@needs(MANAGE)
@require_safe
def account_detail(request, pk):
    """One account: whose it is, in which state, and what can be done about it."""
    account = get_object_or_404(_kept(request.user).select_related("created_by"), pk=pk)
    context = {
        "account": account,
        "state": state_of(account, now=timezone.now()),
        "can_read_audit": request.user.may(Verb.READ_AUDIT),
    }
    return render(request, "accounts/account_detail.html", context)


@needs(MANAGE)
@require_POST
def code_issue(request, pk):
    """Make a one-time code and show it on a page to print: this answer is the only place where it ever stands.

    A post that the browser sends again makes a new code, and the last page that arrived holds the valid one.
    """
    try:
        account, code = actions.issue_code(by=request.user, pk=pk)
    except User.DoesNotExist:
        raise Http404 from None
    except ValidationError as refused:
        messages.error(request, refused.message)
        return redirect("accounts:account_detail", pk=pk)
    context = {"account": account, "code": code, "expires_at": account.one_time_code.expires_at}
    return render(request, "accounts/code_issue.html", {**context, "address": request.build_absolute_uri("/")})


@needs(MANAGE)
@require_POST
def account_disable(request, pk):
    """Close an account."""
    return _set_active(request, pk, active=False, said="Akun dinonaktifkan. Pemiliknya langsung keluar.")


@needs(MANAGE)
@require_POST
def account_enable(request, pk):
    """Open a closed account again."""
    return _set_active(request, pk, active=True, said="Akun aktif kembali.")


def _set_active(request, pk, *, active, said):
    try:
        actions.set_active(by=request.user, pk=pk, active=active)
    except User.DoesNotExist:
        raise Http404 from None
    messages.success(request, said)
    return redirect("accounts:account_detail", pk=pk)


def _kept(user):
    return User.objects.visible_to(user).select_related("region__parent__parent__parent", "one_time_code")


def _matching(accounts, words):
    by_name = Q(full_name__icontains=words) | Q(username__icontains=words)
    key = search_key(words)
    return accounts.filter(by_name | Q(region__search_text__contains=key)) if key else accounts.filter(by_name)


def _rows(accounts):
    now = timezone.now()
    return [{"account": account, "state": state_of(account, now=now)} for account in accounts]


def _edge(request, name):
    return _kept(request.user).filter(pk=as_number(request.GET.get(name))).first()


def _page_url(state, name, row):
    if row is None:
        return ""
    return f"{reverse('accounts:account_list')}?{f'keadaan={state}&' if state in STATES else ''}{name}={row.pk}"


def _place(region):
    return region.full_name if region else "seluruh Indonesia"
