"""The texts that are read out to a family before anything is written down; each version stays readable."""

CURRENT_VERSION = "2026-11c"

WORDINGS = {
    "2026-11": (
        "Kami mencatat nama, umur, alamat, dan perjalanan kerja ke luar negeri keluarga Anda untuk program Desa Migran "
        "Produktif, sebagai tugas pelayanan publik. Catatan ini dipakai untuk memberi layanan dan menghitung kebutuhan "
        "desa. Petugas desa dan koordinator kabupaten dapat membacanya; di atas itu hanya jumlahnya. Catatan ini tidak "
        "dipakai untuk menghukum, menagih pajak, atau mengurangi bantuan. Anda boleh tidak menjawab, melihat, "
        "membetulkan, atau meminta catatan dihapus, kapan saja lewat petugas."
    ),
    "2026-11b": (
        "Kami mencatat keluarga Anda untuk program Desa Migran Produktif, sebagai tugas pelayanan publik: nama, umur, "
        "alamat, sekolah, dan pekerjaan; siapa yang mengasuh anak; rumah, bantuan, penghasilan, dan kiriman uang; "
        "perjalanan kerja ke luar negeri, surat-suratnya, dan keadaan sesudah pulang. Catatan ini dipakai untuk "
        "memberi layanan dan menghitung kebutuhan desa. Petugas desa dan koordinator kabupaten dapat membacanya; di "
        "atas itu hanya jumlahnya. Bila keluarga pindah ke desa program lain, catatan ini ikut ke petugas desa itu. "
        "Catatan ini tidak dipakai untuk menghukum, menagih pajak, atau mengurangi bantuan. Setiap pertanyaan boleh "
        "tidak dijawab. Anda boleh melihat, membetulkan, atau meminta catatan dihapus, kapan saja lewat petugas."
    ),
    "2026-11c": (
        "Kami mencatat keluarga Anda untuk program Desa Migran Produktif, sebagai tugas pelayanan publik: nama, umur, "
        "alamat, sekolah, pekerjaan, dan usaha; siapa yang mengasuh anak dan apa yang bisa membantunya; rumah, "
        "bantuan, penghasilan, dan kiriman uang; perjalanan kerja ke luar negeri, surat-suratnya, dan keadaan sesudah "
        "pulang. Catatan ini dipakai untuk memberi layanan dan menghitung kebutuhan desa. Petugas desa dan koordinator "
        "kabupaten dapat membacanya; di atas itu hanya jumlahnya. Bila keluarga pindah ke desa program lain, catatan "
        "ini ikut ke petugas desa itu. Catatan ini tidak dipakai untuk menghukum, menagih pajak, atau mengurangi "
        "bantuan. Setiap pertanyaan boleh tidak dijawab. Anda boleh melihat, membetulkan, atau meminta catatan "
        "dihapus, kapan saja lewat petugas."
    ),
}
