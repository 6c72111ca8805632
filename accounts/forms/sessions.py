"""Forms of signing in and of one's own password."""

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, password_validation

from accounts import throttle
from toolkit.forms import HouseFormHelper

WRONG = "Nama pengguna atau sandi tidak cocok. Periksa huruf besar-kecilnya, lalu coba lagi."


class SignInForm(forms.Form):
    """Username and password, or the printed code in its place. Wrong tries slow down; nobody is locked out."""

    username = forms.CharField(
        label="Nama pengguna",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label="Sandi",
        max_length=200,
        strip=False,
        help_text="Baru pertama kali masuk? Tulis kode dari kertas.",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.request = request
        self.user = None
        self.failed = False
        self.wait = 0
        self.helper = HouseFormHelper(self)

    def clean(self):
        """Count the try, then look at the password."""
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not username or not password:
            return self.cleaned_data
        account = username.strip().lower()
        address = throttle.client_address(self.request, trusted_proxies=settings.TRUSTED_PROXIES)
        self.wait = throttle.wait_to_sign_in(account=account, address=address)
        if self.wait:
            raise forms.ValidationError(f"Terlalu banyak percobaan. Tunggu {self.wait} detik, lalu coba lagi.")
        self.user = authenticate(self.request, username=account, password=password)
        if self.user is None:
            self.failed = True
            raise forms.ValidationError(WRONG)
        throttle.forgive_sign_in(account=account, address=address)
        return self.cleaned_data


class NewPasswordForm(forms.Form):
    """A password of one's own, typed twice."""

    new_password = forms.CharField(
        label="Sandi baru",
        max_length=200,
        strip=False,
        help_text="Paling sedikit 15 huruf. Empat kata acak yang mudah Anda ingat sudah baik.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    repeated = forms.CharField(
        label="Ulangi sandi baru",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, user, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.user = user
        self.wait = 0
        if user.has_usable_password():
            self.fields = {"current_password": _current_password(), **self.fields}
        self.helper = HouseFormHelper(self)

    def clean_current_password(self):
        """Whoever finds a laptop open does not know the password; tries are counted as at the sign-in page."""
        self.wait = throttle.wait_for(throttle.OWN_PASSWORD, str(self.user.pk))
        if self.wait:
            raise forms.ValidationError(f"Terlalu banyak percobaan. Tunggu {self.wait} detik, lalu coba lagi.")
        if not self.user.check_password(self.cleaned_data["current_password"]):
            raise forms.ValidationError("Bukan ini sandi Anda sekarang. Ketik sandi yang Anda pakai saat masuk.")
        return self.cleaned_data["current_password"]

    def clean_new_password(self):
        """Hold the password against the rules."""
        password = self.cleaned_data["new_password"]
        password_validation.validate_password(password, self.user)
        return password

    def clean(self):
        """Both must be the same, and other than before."""
        first, second = self.cleaned_data.get("new_password"), self.cleaned_data.get("repeated")
        if first and second and first != second:
            self.add_error("repeated", "Dua sandi ini tidak sama. Ketik ulang keduanya.")
        if first and first == self.cleaned_data.get("current_password"):
            self.add_error("new_password", "Ini sandi Anda sekarang. Pilih sandi yang lain.")
        return self.cleaned_data


def _current_password() -> forms.CharField:
    return forms.CharField(
        label="Sandi sekarang",
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
