"""Invented names as people of the demo's villages carry them."""

MEN = {
    "sasak": (
        "Lalu Wirajaya", "Lalu Sapriadi", "Lalu Mustiadi", "Sahdan", "Munawir Haris", "Zainuddin", "Hasbullah",
        "Mahsun Faizi", "Sahrul Hadi", "Suparlan", "Muhammad Ihsan", "Ahmad Turmuzi", "Rusdi Efendi", "Jumadil Akbar",
        "Nasrudin", "Abdul Hanan", "Samsul Rizal", "Mukhlis", "Sirajudin", "Haerul Umam", "Makripudin", "Salihin",
        "Azhari", "Marzuki", "Subhan Hadi", "Fathurrahman", "Herman Jayadi", "Idham Khalid", "Kamarudin", "Saparudin",
    ),
    "sunda": (
        "Tarsono", "Warsito", "Carsadi", "Rasita", "Dasuki", "Kusnadi", "Wartono", "Sanusi", "Taryono", "Karsono",
        "Wahyudin", "Jaenudin", "Casmadi", "Durakman", "Rasmadi", "Suhendi", "Tasrip", "Waskita", "Yayat Supriatna",
        "Asep Hidayat", "Dede Kurnia", "Ujang Saepudin",
    ),
    "jawa": (
        "Slamet Riyanto", "Sutrisno", "Wagimin", "Sugeng Widodo", "Bambang Irawan", "Joko Susilo", "Suparno",
        "Mulyono", "Eko Prasetyo", "Dwi Santoso", "Ngatimin", "Paryanto", "Sumardi", "Teguh Raharjo", "Tukiran",
        "Wiyono", "Heru Purnomo", "Imam Sujadi", "Kasiyanto", "Lasimin", "Mujiono", "Rokhmad",
    ),
}  # fmt: skip

WOMEN = {
    "sasak": (
        "Baiq Nurhayati", "Baiq Sumiati", "Baiq Mahyuni", "Rohani", "Sakinah", "Nurmayanti", "Hurniati", "Jumenah",
        "Marniati", "Sahnim", "Siti Hajar", "Nurul Hidayah", "Rauhun", "Maesarah", "Zohriah", "Husniati", "Aminah",
        "Suriani", "Nikmah", "Hadijah", "Salmiah", "Raehanun", "Mariam", "Fitriani", "Ernawati", "Sri Hartati",
        "Rabiatul Adawiyah", "Masitah", "Nurjanah", "Saknah",
    ),
    "sunda": (
        "Warsiti", "Carmi", "Darsinih", "Wartini", "Rasminah", "Tarsinah", "Kasni", "Sukaesih", "Eti Rohaeti",
        "Casinih", "Dasinah", "Wastinah", "Nengsih", "Iis Aisah", "Kokom Komariah", "Sunenti", "Turinih", "Watinih",
        "Yati Nurhayati", "Rohimah", "Elis Sulastri", "Tati Suhaeti",
    ),
    "jawa": (
        "Sri Wahyuni", "Suparti", "Tutik Handayani", "Siti Aminah", "Ngatini", "Sulastri", "Endang Lestari", "Wagiyem",
        "Sumiyati", "Murtini", "Lilik Sundari", "Partini", "Rumiyati", "Sutarmi", "Winarsih", "Yuli Astutik",
        "Ponirah", "Kasiyem", "Anik Susanti", "Dwi Rahayu", "Umi Kulsum", "Mujiati",
    ),
}  # fmt: skip

BOYS = (
    "Rizki Ramadhan", "Fajar Maulana", "Dimas Aditya", "Bagas Saputra", "Ilham Akbar", "Galang Pratama", "Reza Alfian",
    "Arya Wijaya", "Naufal Hakim", "Fahmi Idris", "Rafi Ardiansyah", "Yusuf Habibi", "Zaki Mubarak", "Alif Firdaus",
    "Danu Setiawan", "Hafiz Anwar", "Ibnu Malik", "Raka Nugraha", "Wahyu Hidayat", "Farhan Kamil",
)  # fmt: skip

GIRLS = (
    "Aulia Rahma", "Nabila Putri", "Zahra Safitri", "Kirana Dewi", "Intan Permata", "Salsabila", "Naila Husna",
    "Citra Anggraini", "Dinda Maharani", "Laila Fitri", "Melati Sukma", "Nisa Kamila", "Putri Ayu", "Rania Azizah",
    "Sekar Arum", "Tiara Lestari", "Ulfa Hasanah", "Winda Novita", "Yasmin Aqila", "Alya Khairunnisa",
)  # fmt: skip
