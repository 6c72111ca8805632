"""Invents journeys of a large world as rows, by the same frequencies as the small one."""

from desmigratif.demo.bulk.columns import NOTHING
from desmigratif.demo.journeys import FROM_JAVA, FROM_LOMBOK, HOW_KNOWN, OTHER_WORK, WORK
from households.choices import Evidence, Precision, Sex
from households.countries import REFUSED

NO_STEP = (NOTHING, "", NOTHING)
KINDS, OF_HUNDRED = ("preparing", "left_since", "abroad", "back", "gone_again"), (16, 8, 40, 26, 10)


class Journeys:
    """Invents what a village's people tell of their journeys. Days are counted backwards from today."""

    def __init__(self, plot, calendar, chance):
        self.calendar, self.chance = calendar, chance
        self.hour = calendar.hour_in(plot.code)
        where = FROM_LOMBOK if plot.naming == "sasak" else FROM_JAVA
        self.works = {str(sex): list(_works(where, sex)) for sex in (Sex.MALE, Sex.FEMALE)}

    def invent(self, sex: str, age: int, known: int) -> list[tuple]:
        """The journeys of one person who was registered `known` days ago: work, three steps, and the last day's news.

        Nobody leaves before the 18th birthday.
        """
        earliest = max(known, int((age - 18) * 365) - 60)
        kind = self.chance.choices(KINDS, OF_HUNDRED)[0]
        return getattr(self, f"_{kind}")(self.works[sex], known, min(earliest, known + 3 * 365))

    def _preparing(self, works, known, earliest):
        work, since = self._work(works), self._between(known + 90, known)
        return [(*work, *self._step(work, since, known), *NO_STEP, *NO_STEP, known)]

    def _left_since(self, works, known, earliest):
        work, left = self._work(works), self._between(known, 0)
        heard = max(0, left - self.chance.choice((0, 3, 9, 45)))
        prospective = self._step(work, known + 20, known)
        return [(*work, *prospective, *self._step(work, left, heard, after=prospective[0]), *NO_STEP, heard)]

    def _abroad(self, works, known, earliest):
        work, left = self._work(works), self._between(earliest, known)
        departed = self._step(work, left, known)
        if known < 120 or self.chance.random() > 0.3:
            return [(*work, *NO_STEP, *departed, *NO_STEP, known)]
        back = self._between(known, 0)
        heard = max(0, back - self.chance.choice((1, 7, 40)))
        return [(*work, *NO_STEP, *departed, *self._step(work, back, heard, after=departed[0]), heard)]

    def _back(self, works, known, earliest):
        work, left = self._work(works), self._between(earliest, known)
        back = self._between(left, known)
        if self.chance.random() < 0.2:
            return [(*work, *NO_STEP, *NO_STEP, *self._step(work, back, known), known)]
        departed = self._step(work, left, known)
        return [(*work, *NO_STEP, *departed, *self._step(work, back, known, after=departed[0]), known)]

    def _gone_again(self, works, known, earliest):
        (first,) = self._back(works, known, earliest)
        work, again = self._work(works), self._between(known, 0)
        return [first, (*work, *NO_STEP, *self._step(work, again, again), *NO_STEP, again)]

    def _step(self, work, ago, heard, after=""):
        """When it happened, how exactly that is known, and when it became known; never before the step before."""
        day, precision = self.calendar.days[ago], Precision.DAY.value
        luck = self.chance.random()
        if work[2] != Evidence.DOCUMENT.value and luck > 0.5:
            if luck > 0.98:
                day, precision = self.calendar.days[heard], Precision.UNKNOWN.value
            elif luck > 0.94:
                day, precision = self.calendar.years[ago], Precision.YEAR.value
            else:
                day, precision = self.calendar.months[ago], Precision.MONTH.value
        return max(day, after), precision, self.calendar.days[heard] + self.hour

    def _work(self, works):
        return works[int(self.chance.random() * len(works))]

    def _between(self, first, last):
        return last + int(self.chance.random() * (first - last + 1))


def _works(where, sex):
    """Country, sector and evidence, each as often as of a hundred people's journeys."""
    for country, of_hundred in where.items():
        kinds = WORK.get((country, sex), OTHER_WORK[sex])
        for sector, share in kinds.items():
            for evidence, known in HOW_KNOWN.items():
                how = Evidence.REFUSED.value if country == REFUSED else evidence.value
                for _ in range(max(1, of_hundred * share * known // sum(kinds.values()) // 40)):
                    yield country, sector.value, how
