"""Every indicator, defined once. Dashboard, list, report and command read this table; docs/indicators.md prints it."""

from django.db.models import QuerySet

from households.choices import Age, Stage
from households.rules.dates import eighteen_years_before
from monitoring.indicators import dimensions as along
from monitoring.indicators import post
from monitoring.indicators.lens import Lens
from monitoring.indicators.shapes import Division, Indicator, Kind


def _at_stage(stage):
    return lambda lens: lens.standings().at_stage_on(lens.last, stage)


def _under_18(lens):
    return lens.pmi_people().children_on(lens.last)


def _grown(lens):
    return lens.pmi_people().filter(birth_on__lte=eighteen_years_before(lens.last))


def _cared_for(lens):
    return _under_18(lens).with_care_on(lens.last)


def _of_school_age(lens):
    return lens.pmi_people().of_school_age_on(lens.last).with_schooling()


def _children_told(lens):
    return _cared_for(lens).with_schooling().with_school_age_on(lens.last)


FAMILY, PERSON, JOURNEY, NEED = "rumah tangga", "orang", "perjalanan", "kebutuhan"
PMI_PARTS = (along.SEX, along.COUNTRY, along.SECTOR, along.EVIDENCE, along.PLACED)
HAPPENED = (
    "Yang terjadi di dalam periode, kapan pun diketahui. Bila hanya tahunnya yang diketahui, dihitung dalam laporan "
    "tahunan saja."
)
LATE = "Yang terjadi sebelum periode ini tetapi baru diketahui di dalamnya; jumlahnya masuk periode terjadinya."
UNDATED = (
    "Yang diketahui di dalam periode ini, sedangkan waktu terjadinya belum cukup jelas untuk dihitung pada suatu "
    "periode."
)


def _movement(number, name, definition, rows):
    about, late = (along.SEX, along.EVIDENCE), definition in (LATE, UNDATED)
    return Indicator(f"P1.4.{number}", name, JOURNEY, Kind.FLOW, definition, rows, about, by_clock=late)


MOVED_FAMILY = "Keluarga yang pindah dihitung di desa tempat tinggalnya pada hari terakhir."
INDICATORS = (
    Indicator(
        "G1.1",
        "Rumah tangga terdata",
        FAMILY,
        Kind.STOCK,
        "Semua rumah tangga yang didata paling lambat pada hari terakhir, dengan atau tanpa pekerja migran; yang "
        "pada hari itu ditutup tidak dihitung.",
        lambda lens: lens.households(),
        along.COMPLETENESS[along.Household],
    ),
    Indicator(
        "G1.2",
        "Rumah tangga PMI",
        FAMILY,
        Kind.STOCK,
        "Rumah tangga terdata yang pada hari terakhir punya anggota calon PMI, PMI aktif, atau PMI purna.",
        lambda lens: lens.pmi_households(),
    ),
    Indicator(
        "G1.3",
        "Orang terdata",
        PERSON,
        Kind.STOCK,
        "Anggota semua rumah tangga terdata; yang lahir sesudah hari terakhir belum dihitung, dan yang meninggal tidak "
        "dihitung lagi sejak hari meninggalnya.",
        lambda lens: lens.people(),
        (along.SEX, *along.COMPLETENESS[along.Person]),
    ),
    Indicator(
        "G1.4",
        "Orang dalam rumah tangga PMI",
        PERSON,
        Kind.STOCK,
        "Anggota semua rumah tangga PMI, termasuk yang sedang di luar negeri.",
        lambda lens: lens.pmi_people(),
        (along.SEX,),
    ),
    Indicator(
        "G1.5",
        "Anak di bawah 18 tahun",
        PERSON,
        Kind.STOCK,
        "Anggota rumah tangga PMI yang belum berumur 18 tahun pada hari terakhir (UU 35/2014 pasal 1). "
        "Bila hanya tahun lahir yang diketahui, dihitung dari 1 Juli tahun itu.",
        _under_18,
        (along.SEX,),
    ),
    Indicator(
        "G1.6",
        "Berumur 18 tahun ke atas",
        PERSON,
        Kind.STOCK,
        "Anggota rumah tangga PMI yang sudah berumur 18 tahun pada hari terakhir.",
        _grown,
        (along.SEX,),
    ),
    Indicator(
        "G1.7",
        "Tanggal lahir belum terdata",
        PERSON,
        Kind.STOCK,
        "Anggota rumah tangga PMI yang tanggal dan tahun lahirnya belum diketahui.",
        lambda lens: lens.pmi_people().filter(birth_on__isnull=True),
        (along.SEX,),
    ),
    Indicator(
        "G1.8",
        "Rumah tangga baru didata",
        FAMILY,
        Kind.FLOW,
        "Rumah tangga yang didata di dalam periode, juga bila sudah ditutup lagi.",
        lambda lens: lens.newly_registered(),
    ),
    Indicator(
        "G2",
        "Pekerja migran",
        PERSON,
        Kind.STOCK,
        "Orang yang pada hari terakhir calon PMI, PMI aktif, atau PMI purna. Setiap orang dihitung satu kali: yang "
        "sedang di luar negeri lebih dulu, lalu yang bersiap berangkat, lalu yang sudah pulang; bila sama, "
        "perjalanan yang terbaru. Yang sudah meninggal dan peserta magang (UU 18/2017 pasal 4) tidak dihitung.",
        lambda lens: lens.standings(),
        (*PMI_PARTS, *along.COMPLETENESS[along.Trip]),
    ),
    Indicator(
        "G2.1",
        "Calon PMI",
        PERSON,
        Kind.STOCK,
        "Orang yang bersiap bekerja ke luar negeri dan belum berangkat pada hari terakhir.",
        _at_stage(Stage.PROSPECTIVE),
        PMI_PARTS,
    ),
    Indicator(
        "G2.2",
        "PMI aktif",
        PERSON,
        Kind.STOCK,
        "Orang yang pada hari terakhir bekerja di luar negeri.",
        _at_stage(Stage.ACTIVE),
        PMI_PARTS,
    ),
    Indicator(
        "G2.3",
        "PMI purna",
        PERSON,
        Kind.STOCK,
        "Orang yang pernah bekerja di luar negeri dan sudah pulang pada hari terakhir.",
        _at_stage(Stage.RETURNED),
        PMI_PARTS,
    ),
    Indicator(
        "G4.1",
        "Rumah tangga perlu dicek",
        FAMILY,
        Kind.QUALITY,
        "Rumah tangga terdata dengan keterangan yang masih perlu dicek, pada rumah tangga atau anggotanya.",
        lambda lens: lens.households().needing_check(),
    ),
    Indicator(
        "G4.2",
        "Rumah tangga perlu pemutakhiran",
        FAMILY,
        Kind.QUALITY,
        "Rumah tangga terdata yang pada hari terakhir sudah enam bulan tidak didata atau diverifikasi saat kunjungan.",
        lambda lens: lens.households().needing_update(lens.last),
    ),
    Indicator(
        "G5.1",
        "Rumah tangga PMI menurut keadaannya",
        FAMILY,
        Kind.LATEST,
        "Rumah tangga PMI menurut jawaban terakhirnya tentang penghasilan dan ketergantungan pada kiriman, kapan pun "
        "ditanyakan, dan menurut catatan kirimannya untuk masa di dalam periode. Yang tidak bersedia menjawab, yang "
        "belum mengetahui, yang tidak menerima, dan yang belum ditanyakan dihitung sendiri-sendiri.",
        lambda lens: lens.living_households(),
        (along.INCOME, along.DEPENDENCE, along.RECEIVED),
    ),
    Indicator(
        "G5.2",
        "Kebutuhan yang belum terpenuhi",
        NEED,
        Kind.STOCK,
        "Kebutuhan yang disebut rumah tangga terdata paling lambat pada hari terakhir dan pada hari itu belum "
        f"terpenuhi. {MOVED_FAMILY}",
        lambda lens: lens.needs(),
        (along.NEED,),
    ),
    Indicator(
        "G5.3",
        "Rumah tangga yang menerima kiriman",
        FAMILY,
        Kind.WITHIN,
        "Rumah tangga PMI yang menerima kiriman untuk bulan atau triwulan di dalam periode, juga bila hanya penerima "
        f"atau pemakaiannya yang diceritakan; dihitung satu kali. {MOVED_FAMILY}",
        lambda lens: lens.living_households().filter(told_sent=along.SENT),
    ),
    Indicator(
        "G5.4",
        "Catatan kiriman",
        "catatan",
        Kind.WITHIN,
        "Catatan kiriman kepada rumah tangga PMI untuk bulan atau triwulan di dalam periode, tanpa catatan bahwa tidak "
        "ada kiriman. Pemakaiannya ditanyakan dalam sepuluh bagian; bagian untuk usaha dan tabungan menunjukkan berapa "
        f"yang diputar lagi. {MOVED_FAMILY}",
        lambda lens: lens.remittances(),
        along.COMPLETENESS[along.Remittance],
        sums=(along.TENTHS,),
    ),
    Indicator(
        "G6.1",
        "Anak menurut yang mengasuh",
        PERSON,
        Kind.STOCK,
        "Anak di bawah 18 tahun dalam rumah tangga PMI, menurut siapa yang mengasuhnya pada hari terakhir. Anak dengan "
        "beberapa pengasuh dihitung satu kali: ibu lebih dulu, lalu ayah, kakek atau nenek, dan seterusnya.",
        _cared_for,
        (along.CARE,),
    ),
    Indicator(
        "G6.2",
        "Anak usia sekolah",
        PERSON,
        Kind.LATEST,
        "Anggota rumah tangga PMI yang pada hari terakhir sudah berumur 7 tahun (UU 20/2003 pasal 6) dan belum 18 "
        "tahun, menurut keterangan terakhir tentang sekolahnya.",
        _of_school_age,
        (along.SCHOOLING,),
    ),
    Indicator(
        "G6.3",
        "PMI purna menurut keinginan",
        PERSON,
        Kind.LATEST,
        "PMI purna pada hari terakhir, menurut jawaban terakhirnya tentang apa yang diinginkan setelah pulang.",
        lambda lens: lens.standings().at_stage_on(lens.last, Stage.RETURNED).with_wish(),
        (along.WISH,),
    ),
    _movement(1, "Keberangkatan", HAPPENED, lambda lens: lens.steps("departed")),
    _movement(2, "Kepulangan", HAPPENED, lambda lens: lens.steps("returned")),
    _movement(3, "Keberangkatan susulan", LATE, lambda lens: lens.late_steps("departed")),
    _movement(4, "Kepulangan susulan", LATE, lambda lens: lens.late_steps("returned")),
    _movement(5, "Keberangkatan tanpa tanggal", UNDATED, lambda lens: lens.undated_steps("departed")),
    _movement(6, "Kepulangan tanpa tanggal", UNDATED, lambda lens: lens.undated_steps("returned")),
    *post.INDICATORS,
)
BY_CODE = {indicator.code: indicator for indicator in INDICATORS}
STAGES = {Stage.PROSPECTIVE: "G2.1", Stage.ACTIVE: "G2.2", Stage.RETURNED: "G2.3"}
AGES = {Age.CHILD: "G1.5", Age.GROWN: "G1.6", Age.UNKNOWN: "G1.7"}
# Indicators that share rows which are costly to find: those are found once.
DIVISIONS = (
    Division("stage", STAGES, lambda lens: lens.standings(), wholes=("G2",)),
    Division("age", AGES, lambda lens: lens.pmi_people().with_age_on(lens.last), wholes=("G1.4",)),
    Division("is_of_school_age", {True: "G6.2"}, _children_told, wholes=("G6.1",)),
    Division("told_sent", {along.SENT: "G5.3"}, lambda lens: lens.living_households(), wholes=("G1.2", "G5.1")),
)


def rows_of(indicator: Indicator, lens: Lens, part: str = "") -> QuerySet:
    """The records behind a number, or behind one part of it: 'negara:TW', 'kelamin:belum'.

    Raises NoSuchPart for a part that the indicator does not have.
    """
    rows = indicator.rows(lens)
    if not part:
        return rows
    dimension, value = _split(indicator, part)
    return dimension.only(rows, value)


def part_label(indicator: Indicator, part: str) -> str:
    """The part in words: 'Negara tujuan: Taiwan'; empty without one. Raises NoSuchPart."""
    if not part:
        return ""
    dimension, value = _split(indicator, part)
    return f"{dimension.name}: {dimension.label(value)}"


def _split(indicator, part):
    code, _, value = part.partition(":")
    for dimension in indicator.parts:
        if dimension.code == code:
            return dimension, value
    raise along.NoSuchPart(part)
