"""The summary in sentences; words such as 'naik' come from the sign of the computed difference."""

from monitoring.indicators.catalogue import BY_CODE
from monitoring.indicators.dimensions import COUNTRY, EVIDENCE, UNKNOWN
from monitoring.reports.tallies import Tally
from toolkit.templatetags.indonesian import number, trend


def summary(this: Tally, change_of, *, previous: str) -> tuple[str, ...]:
    """One to five sentences about a period; no sentence claims a cause."""
    counts = this.counts
    if not counts["G1.1"]:
        return ("Belum ada data: belum ada rumah tangga yang didata di wilayah ini.",)
    families = f"{number(counts['G1.1'])} rumah tangga terdata, {number(counts['G1.2'])} adalah rumah tangga PMI"
    abroad = f"{number(counts['G2.2'])} orang sedang bekerja di luar negeri"
    said = [
        f"Dari {families} ({_compared('G1.2', change_of, previous)}).",
        f"Sebanyak {abroad} ({_compared('G2.2', change_of, previous)}){_most(this)}.",
    ]
    evidence = this.parts["G2.2", EVIDENCE.code]
    if counts["G2.2"]:
        said.append(
            f"Dari PMI aktif, {number(evidence['document'])} orang dokumennya sudah dilihat petugas, "
            f"{number(evidence['told'])} orang menurut cerita keluarga, {number(evidence['refused'])} orang tidak "
            f"bersedia menjawab, dan {number(evidence[UNKNOWN])} orang belum terdata."
        )
    # What happened earlier carries the name of what happens now: keberangkatan, kepulangan.
    late = [(code, now) for code, now in (("P1.4.3", "P1.4.1"), ("P1.4.4", "P1.4.2")) if counts[code]]
    if late:
        told = " dan ".join(f"{number(counts[code])} {BY_CODE[now].name.lower()}" for code, now in late)
        said.append(f"{told} dari periode lalu baru diketahui pada periode ini.")
    if counts["G4.1"]:
        said.append(f"Masih ada {number(counts['G4.1'])} rumah tangga yang datanya perlu dicek.")
    return tuple(said)


def _compared(code, change_of, previous):
    word = trend(change_of(code))
    return f"{word} dibanding {previous}" if word != "tetap" else f"tetap seperti {previous}"


def _most(this):
    """The country of most people abroad; several when they are level."""
    counts = {
        part: count for part, count in this.parts["G2.2", COUNTRY.code].items() if part in COUNTRY.known and part != "-"
    }
    most = max(counts.values(), default=0)
    if not most:
        return ""
    names = sorted(COUNTRY.known[part] for part, count in counts.items() if count == most)
    if len(names) > 1:
        return f"; terbanyak di {', '.join(names[:-1])} dan {names[-1]} (masing-masing {number(most)} orang)"
    return f"; terbanyak di {names[0]} ({number(most)} orang)"
