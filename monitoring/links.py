"""Where a number leads: to the list behind it, or above the kabupaten to the regions below."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from monitoring.periods import Period
from monitoring.places import Place, may_read_names


@dataclass(frozen=True)
class Links:
    """The addresses of one reader at one place and period."""

    place: Place
    period: Period
    names: bool

    @classmethod
    def of(cls, user, place: Place, period: Period) -> "Links":
        """The links that `user` may follow."""
        return cls(place, period, may_read_names(user, place))

    def report(self, code: str = "") -> str:
        """The report of a region, or of this place."""
        return report_url(code or self.place.code, self.period.code)

    def number(self, indicator: str, part: str = "", code: str = "") -> str:
        """Where the number of an indicator or its part leads; '' where it leads nowhere."""
        if self.names:
            return list_url(indicator, code or self.place.code, self.period.code, part)
        if code:
            return self.report(code)
        return f"{self.report()}#wilayah" if self.place.level_below else ""


def report_url(place: str, period: str, *, ending: str = "") -> str:
    """The address of a report, or of its file with the ending 'pdf' or 'xlsx'."""
    name = f"monitoring:report_households_{ending}" if ending else "monitoring:report_households"
    return f"{reverse(name)}?{urlencode({'wilayah': place, 'periode': period})}"


def list_url(indicator: str, place: str, period: str, part: str = "", **edge: str) -> str:
    """The address of the list behind a number."""
    query = {"indikator": indicator, "wilayah": place, "periode": period}
    if part:
        query["nilai"] = part
    return f"{reverse('monitoring:indicator_list')}?{urlencode(query | edge)}"


def duty_url(code: str, village: str = "", hamlet: str = "", *, page: str = "duty_list", **edge) -> str:
    """The address of a list; '' at either end of it. A hamlet is no family."""
    query = {"daftar": code, "wilayah": village, "dusun": hamlet}
    for name, row in edge.items():
        if row is None:
            return ""
        query[name] = str(row.pk)
    return f"{reverse(f'monitoring:{page}')}?{urlencode({name: value for name, value in query.items() if value})}"
