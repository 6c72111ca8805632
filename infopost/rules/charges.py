"""Which rule about charges holds for a country and a job on a day, and how its answer is said."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from infopost.choices import Charge


@dataclass(frozen=True)
class Reach:
    """For which country and job a rule holds (empty: for each), and from when until when (None: not known)."""

    key: str
    country: str
    job: str
    since: dt.date | None
    until: dt.date | None

    def holds(self, country: str, job: str, today: dt.date) -> bool:
        """Whether it says anything about this country and job on that day."""
        begun = self.since is None or self.since <= today
        ended = self.until is not None and self.until < today
        return self.country in ("", country) and self.job in ("", job) and begun and not ended


def in_force(reaches: Iterable[Reach], *, country: str, job: str, today: dt.date) -> Reach | None:
    """The rule that answers: the one that names the country, then the one that names the job, then the newest."""
    holding = [reach for reach in reaches if reach.holds(country, job, today)]
    return max(holding, key=lambda reach: (reach.country, reach.job, reach.since or dt.date.min), default=None)


@dataclass(frozen=True)
class Answer:
    """What a family reads first, and the sign beside it: only a certain 'no charge' carries the sign of safety."""

    words: str
    sign: str = "alert"
    colour: str = "amber"


NOT_KNOWN = Answer("Belum diketahui. Tanyakan dulu, jangan bayar dulu.")
CERTAIN = {
    Charge.FREE: Answer("Biaya ini tidak boleh diminta dari Anda.", "check", "green"),
    Charge.PARTLY: Answer("Sebagian biaya tidak boleh diminta dari Anda."),
    Charge.CHARGED: Answer("Menurut aturan, biaya boleh diminta. Minta rincian dan kuitansi."),
    Charge.UNCLEAR: Answer("Aturannya belum jelas. Tanyakan dulu, jangan bayar dulu."),
}
UNCERTAIN = {
    Charge.FREE: Answer("Mungkin tidak boleh diminta, tetapi belum pasti."),
    Charge.PARTLY: Answer("Mungkin sebagian tidak boleh diminta, tetapi belum pasti."),
    Charge.CHARGED: Answer("Mungkin boleh diminta, tetapi belum pasti. Jangan bayar dulu."),
    Charge.UNCLEAR: CERTAIN[Charge.UNCLEAR],
}


def answer(charge: str | None, *, is_certain: bool) -> Answer:
    """How the rule's answer is said; without a rule it is never 'free' and never 'may be charged'."""
    return NOT_KNOWN if charge is None else (CERTAIN if is_certain else UNCERTAIN)[charge]
