"""What somebody is asked after coming home."""

from dataclasses import fields

from django import forms

from households.entries import HomecomingEntry
from households.forms.profiles import free_words, question
from households.homecoming_choices import Debts, Membership, Reintegration, Savings, Wellbeing, Wish
from households.rules import names
from toolkit.forms import HouseFormHelper
from toolkit.widgets import SegmentSelect


class HomecomingForm(forms.Form):
    """Wish, state, savings, skills and help. Nothing has to be answered."""

    mark_optional = False

    wish = question("Sekarang ingin apa?", Wish)
    wellbeing = question(
        "Bagaimana keadaannya sejak pulang?",
        Wellbeing,
        help_text="Cukup yang ingin diceritakan. Jangan menanyakan lebih jauh.",
    )
    savings = question("Sisa tabungan", Savings)
    debts = question("Utang yang masih ada", Debts)
    skills = free_words("Keterampilan yang didapat", 120, "Misalnya merawat lansia, mengelas, memasak.")
    languages = free_words("Bahasa yang dipelajari", 80, "Misalnya Mandarin, Arab, Inggris.")
    reintegration = question("Sudah didampingi setelah pulang?", Reintegration)
    in_group = question("Ikut kelompok di desa?", Membership, widget=SegmentSelect)
    group = free_words("Nama kelompok", 80)

    def __init__(self, data=None, *, trip, **kwargs):
        saved = getattr(trip, "homecoming", None)
        initial = {one.name: getattr(saved, one.name, "") for one in fields(HomecomingEntry)}
        super().__init__(data, initial=initial, **kwargs)
        self.helper = HouseFormHelper(self)

    def entry(self) -> HomecomingEntry:
        """What was understood; who is in no group has no group's name."""
        answers = {name: names.tidy(answer) for name, answer in self.cleaned_data.items()}
        if answers["in_group"] != Membership.YES:
            answers["group"] = ""
        return HomecomingEntry(**answers)
