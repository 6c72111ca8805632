"""What the words in the search box mean."""

import pytest

from households.choices import Stage
from households.rules.searching import Search, understand

ALL = (Stage.PROSPECTIVE, Stage.ACTIVE, Stage.RETURNED)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Siti Aminah", Search(name="siti aminah")),
        ("TKI", Search(stages=ALL)),
        ("tkw siti", Search(name="siti", stages=ALL, sex="P")),
        ("mantan TKI", Search(stages=(Stage.RETURNED,))),
        ("eks TKW Aminah", Search(name="aminah", stages=(Stage.RETURNED,), sex="P")),
        ("calon PMI", Search(stages=(Stage.PROSPECTIVE,))),
        ("PMI purna", Search(stages=(Stage.RETURNED,))),
        ("Wayan Purna", Search(name="wayan purna")),
        ("TKW Wayan Purna", Search(name="wayan", stages=(Stage.RETURNED,), sex="P")),
        ("5203 1741 0190 0001", Search(number="5203174101900001")),
        ("520317", Search(name="520317")),
        ("", Search()),
    ],
)
def test_search_words_old_and_new(typed, meant):
    assert understand(typed) == meant
