"""The list of licensed companies (P3MI) as its columns may be named. Without Django: the reading process knows none."""

from households.imports.layouts import Layout

COMPANIES = Layout(
    "companies",
    "Daftar P3MI",
    {
        "name": ("Nama P3MI", "Nama Perusahaan", "Nama PT", "Perusahaan", "Nama"),
        "licence": ("Nomor SIP3MI", "No SIP3MI", "SIP3MI", "Nomor Izin", "No Izin", "Nomor SIUP", "No SIUP"),
        "state": ("Status Izin", "Status", "Status SIP3MI", "Status Perusahaan"),
        "valid_until": ("Berlaku Sampai", "Berlaku Sampai Dengan", "Berlaku s.d.", "Masa Berlaku", "Tanggal Berakhir"),
        "address": ("Alamat", "Alamat Kantor", "Alamat Perusahaan"),
        "city": ("Kota", "Kabupaten/Kota", "Kota/Kabupaten", "Kab/Kota", "Kota/Kab"),
    },
    required=("name", "licence", "state", "valid_until"),
)
LAYOUTS = {COMPANIES.code: COMPANIES}
